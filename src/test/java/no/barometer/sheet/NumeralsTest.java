package no.barometer.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {
    private static String slowly(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5",
        "-0.25, -0.25",
        "0.001, 0.001",
        "-1234.5, -1234.5",
        "99.99, 99.99",
        "1e-7, 0.0000001",
        "0.1234567890123456, 0.1234567890123456",
        "1e15, 1000000000000000",
        "1.5e300, 15" + ZEROS,
        "3, 3",
        "-3, -3"
    })
    void writesTheShortestDecimalWithoutExponent(double value, String text) {
        assertThat(Numerals.plain(value)).isEqualTo(text);
    }

    private static final String ZEROS = "0000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
            + "00000000000000000000000";

    @Test
    void writesWhatTheLibraryWrites() {
        Random random = new Random(7);
        for (int i = 0; i < 300_000; i++) {
            int places = random.nextInt(12);
            double value = Math.round(random.nextDouble() * Math.pow(10, random.nextInt(14))) / Math.pow(10, places);
            value = random.nextInt(8) == 0 ? Double.longBitsToDouble(random.nextLong()) : value;
            value = random.nextInt(16) == 0 ? Math.nextUp(value) : value;
            if (Double.isFinite(value) && value != 0) {
                assertThat(Numerals.plain(value)).isEqualTo(slowly(value));
                assertThat(Double.parseDouble(Numerals.plain(-value))).isEqualTo(-value);
            }
        }
    }

    @Test
    void readsPlainDecimalsAsTheLibraryDoes() {
        Random random = new Random(8);
        for (int i = 0; i < 100_000; i++) {
            int decimals = 1 + random.nextInt(14);
            String text = BigDecimal.valueOf(
                            random.nextLong((long) Math.pow(10, decimals + random.nextInt(16 - decimals))))
                    .movePointLeft(decimals)
                    .toPlainString();
            double found = decimal(text.replace('.', ','), ',');
            if (text.length() <= 16) {
                assertThat(found).as(text).isEqualTo(Double.parseDouble(text));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                ".",
                "1.",
                ".5",
                "-1.5",
                "1,5",
                "1.2.3",
                " 1.5",
                "1.5 ",
                "1e5",
                "1.5e",
                "1234567890.1234567"
            })
    void leavesAllOtherNumbersToACloserLook(String text) {
        assertThat(decimal(text, '.')).isNaN();
    }

    private static double decimal(String text, char sign) {
        return Numerals.decimal(("x" + text + "x").toCharArray(), 1, 1 + text.length(), sign);
    }
}
