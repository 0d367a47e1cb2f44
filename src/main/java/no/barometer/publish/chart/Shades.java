package no.barometer.publish.chart;

import java.util.Arrays;

/**
 * A picture with at most 256 colours, which makes its file three times smaller.
 *
 * @param colours the palette, in the order of first sight
 * @param indices into it, pixel by pixel, line by line
 */
@SuppressWarnings("ArrayRecordComponent")
record Shades(int width, int[] colours, byte[] indices) {
    private static final int MOST = 256;
    private static final int NONE = -1;

    /**
     * Keeps as many bits of each colour as go into a palette.
     *
     * @param pixels packed integers, line by line
     */
    static Shades of(int[] pixels, int width) {
        Colours found = new Colours();
        int[] numbers = numbers(pixels, found);
        for (int bits = 8; ; bits--) {
            Colours palette = new Colours();
            byte[] places = new byte[found.count];
            for (int i = 0; i < found.count; i++) {
                places[i] = (byte) palette.number(coarse(found.colours[i], bits));
            }
            if (palette.count <= MOST) {
                return new Shades(width, Arrays.copyOf(palette.colours, palette.count), indices(numbers, places));
            }
        }
    }

    private static int[] numbers(int[] pixels, Colours found) {
        int[] numbers = new int[pixels.length];
        int last = ~pixels[0];
        int number = 0;
        for (int i = 0; i < pixels.length; i++) {
            // most of a chart is runs of one colour
            if (pixels[i] != last) {
                last = pixels[i];
                number = found.number(last);
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private static byte[] indices(int[] numbers, byte[] places) {
        byte[] indices = new byte[numbers.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = places[numbers[i]];
        }
        return indices;
    }

    /** Numbers colours in the order of their first sight, in a table with open addresses. */
    private static final class Colours {
        private int[] colours = new int[MOST];
        private int[] table = table(4 * MOST);
        private int count;

        private static int[] table(int places) {
            int[] table = new int[places];
            Arrays.fill(table, NONE);
            return table;
        }

        private int number(int colour) {
            int place = place(colour);
            if (table[place] == NONE) {
                if (count == colours.length) {
                    grow();
                    place = place(colour);
                }
                colours[count] = colour;
                table[place] = count++;
            }
            return table[place];
        }

        private int place(int colour) {
            int mask = table.length - 1;
            int place = ((colour * 0x9E3779B1) >>> 8) & mask;
            while (table[place] != NONE && colours[table[place]] != colour) {
                place = (place + 1) & mask;
            }
            return place;
        }

        private void grow() {
            colours = Arrays.copyOf(colours, 2 * count);
            table = table(8 * count);
            for (int i = 0; i < count; i++) {
                table[place(colours[i])] = i;
            }
        }
    }

    /** The first bits of each part, stretched so that white stays white. */
    private static int coarse(int rgb, int bits) {
        int most = (1 << bits) - 1;
        int coarse = 0xff;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int part = (rgb >> shift) & 0xff;
            coarse = (coarse << 8) | ((part * most + 127) / 255 * 255 / most);
        }
        return coarse;
    }
}
