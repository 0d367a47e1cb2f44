package no.barometer.publish.chart;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** A picture with at most 256 colours, which makes its file three times smaller. */
final class Shades {
    private static final int MOST = 256;

    private Shades() {}

    /** Keeps as many bits of each colour as go into a palette; the image's pixels are packed integers. */
    static BufferedImage of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int bits = 8; ; bits--) {
            Map<Integer, Integer> palette = new LinkedHashMap<>();
            byte[] indices = indices(pixels, bits, palette);
            if (palette.size() <= MOST) {
                return indexed(image.getWidth(), image.getHeight(), indices, palette);
            }
        }
    }

    /** Numbers the colours in the order of their first sight; stops where there are too many. */
    private static byte[] indices(int[] pixels, int bits, Map<Integer, Integer> palette) {
        byte[] indices = new byte[pixels.length];
        int last = ~pixels[0];
        int index = 0;
        for (int i = 0; i < pixels.length; i++) {
            // most of a chart is runs of one colour
            if (pixels[i] != last) {
                last = pixels[i];
                index = palette.computeIfAbsent(coarse(last, bits), fresh -> palette.size());
                if (index == MOST) {
                    return indices;
                }
            }
            indices[i] = (byte) index;
        }
        return indices;
    }

    private static BufferedImage indexed(int width, int height, byte[] indices, Map<Integer, Integer> palette) {
        int[] colours = palette.keySet().stream().mapToInt(Integer::intValue).toArray();
        IndexColorModel model = new IndexColorModel(8, colours.length, colours, 0, false, -1, DataBuffer.TYPE_BYTE);
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED, model);
        System.arraycopy(indices, 0, ((DataBufferByte) small.getRaster().getDataBuffer()).getData(), 0, indices.length);
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
