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
        for (int bits = 8; ; bits--) {
            Palette palette = new Palette();
            byte[] indices = indices(pixels, bits, palette);
            if (palette.count <= MOST) {
                return new Shades(width, Arrays.copyOf(palette.colours, palette.count), indices);
            }
        }
    }

    /** Stops where there are too many colours. */
    private static byte[] indices(int[] pixels, int bits, Palette palette) {
        byte[] indices = new byte[pixels.length];
        int last = ~pixels[0];
        int index = 0;
        for (int i = 0; i < pixels.length; i++) {
            // most of a chart is runs of one colour
            if (pixels[i] != last) {
                last = pixels[i];
                index = palette.index(coarse(last, bits));
                if (index == MOST) {
                    return indices;
                }
            }
            indices[i] = (byte) index;
        }
        return indices;
    }

    /** Numbers colours in the order of their first sight, in a table with open addresses. */
    private static final class Palette {
        private static final int PLACES = 1 << 12;

        private final int[] colours = new int[MOST + 1];
        private final int[] places = new int[PLACES];
        private int count;

        private Palette() {
            Arrays.fill(places, NONE);
        }

        private int index(int colour) {
            int place = (colour * 0x9E3779B1) >>> 20;
            while (places[place] != NONE && colours[places[place]] != colour) {
                place = (place + 1) % PLACES;
            }
            if (places[place] == NONE) {
                colours[count] = colour;
                places[place] = count++;
            }
            return places[place];
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
