package no.barometer.publish.chart;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** A picture with at most 256 colours, which makes its file three times smaller. */
final class Shades {
    private static final int MOST = 256;

    private Shades() {}

    /** Keeps as many bits of each colour as go into a palette. */
    static BufferedImage of(BufferedImage image) {
        for (int bits = 8; ; bits--) {
            Map<Integer, Integer> palette = palette(image, bits);
            if (palette.size() <= MOST) {
                return indexed(image, bits, palette);
            }
        }
    }

    private static Map<Integer, Integer> palette(BufferedImage image, int bits) {
        Map<Integer, Integer> palette = new LinkedHashMap<>();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                palette.putIfAbsent(coarse(image.getRGB(x, y), bits), palette.size());
                if (palette.size() > MOST) {
                    return palette;
                }
            }
        }
        return palette;
    }

    private static BufferedImage indexed(BufferedImage image, int bits, Map<Integer, Integer> palette) {
        int[] colours = palette.keySet().stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model =
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE);
        BufferedImage small =
                new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int index = palette.getOrDefault(coarse(image.getRGB(x, y), bits), 0);
                small.getRaster().setSample(x, y, 0, index);
            }
        }
        return small;
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
