package no.barometer.publish.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngFileTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    @Test
    void holdsThePictureAsAnotherReaderSeesIt() throws Exception {
        int[] pixels = pixels(200);
        assertThat(read(PngFile.of(Shades.of(pixels, WIDTH)))).isEqualTo(pixels);
    }

    @Test
    void aPictureOfOneColourIsOne() throws Exception {
        int[] white = new int[WIDTH * HEIGHT];
        Arrays.fill(white, 0xffffffff);
        assertThat(read(PngFile.of(Shades.of(white, WIDTH)))).isEqualTo(white);
    }

    @Test
    void moreColoursThanAPaletteHoldsAreMadeCoarserAndWhiteStaysWhite() throws Exception {
        int[] pixels = pixels(700);
        pixels[5] = 0xffffffff;
        Shades shades = Shades.of(pixels, WIDTH);
        assertThat(shades.colours()).hasSizeBetween(2, 256).doesNotHaveDuplicates();
        int[] coarse = read(PngFile.of(shades));
        assertThat(coarse[5]).isEqualTo(0xffffffff);
        for (int i = 0; i < pixels.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                assertThat((coarse[i] >> shift) & 0xff).isBetween(part(pixels[i], shift) - 130, 255);
            }
        }
    }

    private static int part(int pixel, int shift) {
        return (pixel >> shift) & 0xff;
    }

    private static int[] pixels(int colours) {
        Random random = new Random(20120917);
        int[] palette = random.ints(colours).map(one -> one | 0xff000000).toArray();
        return random.ints((long) WIDTH * HEIGHT, 0, colours)
                .map(one -> palette[one])
                .toArray();
    }

    private static int[] read(byte[] png) throws Exception {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getHeight()).isEqualTo(HEIGHT);
        return image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
    }
}
