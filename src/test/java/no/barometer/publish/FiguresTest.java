package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "45, 45",
        "45.30, 45.3",
        "-12.5, -12.5",
        "66.66666666666667, 66.666667",
        "0.0000005, 0.000001",
        "0.00000049, 0",
        "-0.0000005, -0.000001",
        "-0.00000049, 0",
        "1E-9, 0",
        "1E7, 10000000",
        "123456789012, 123456789012",
        "9007199254740991, 9007199254740991",
        "1234567890.123456, 1234567890.123456",
        "0.1234565, 0.123457",
        "100, 100"
    })
    void plainFiguresHaveAtMostSixDecimalsAndNoTrailingZeros(double figure, String printed) {
        assertThat(Figures.plain(figure)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0, 1",
        "-0.5, 0, -1",
        "2.5, 0, 3",
        "2.675, 2, 2.68",
        "-2.675, 2, -2.68",
        "1.005, 2, 1.01",
        "63.55, 1, 63.6",
        "63.6, 1, 63.6",
        "64, 1, 64.0",
        "-0.04, 1, 0.0",
        "0, 1, 0.0",
        "1234567, 0, 1234567"
    })
    void fixedFiguresAreRoundedHalfAwayFromZeroOnTheirDecimals(double figure, int decimals, String printed) {
        assertThat(Figures.fixed(figure, decimals)).isEqualTo(printed);
    }

    @Test
    void figuresOfAnySizeAreThoseOfTheirDecimalNumber() {
        Random random = new Random(20120917);
        for (int i = 0; i < 200_000; i++) {
            double figure = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(16) - 7);
            int decimals = random.nextInt(9);
            if (random.nextBoolean()) {
                // at or near a tie
                double units = Math.pow(10, random.nextInt(7));
                figure = (Math.rint(figure * units) + 0.5) / units;
                figure += (random.nextInt(5) - 2) * Math.ulp(figure);
            }
            BigDecimal sure = new BigDecimal(figure).round(new MathContext(15, RoundingMode.HALF_UP));
            assertThat(Figures.fixed(figure, decimals))
                    .isEqualTo(sure.setScale(decimals, RoundingMode.HALF_UP).toPlainString());
            BigDecimal six = sure.setScale(6, RoundingMode.HALF_UP);
            assertThat(Figures.plain(figure))
                    .isEqualTo(
                            six.signum() == 0 ? "0" : six.stripTrailingZeros().toPlainString());
        }
    }

    @Test
    void tiesSurviveTheErrorOfBinaryFractions() {
        assertThat(100 * 0.285).isLessThan(28.5);
        assertThat(Figures.fixed(100 * 0.285, 0)).isEqualTo("29");
    }

    @Test
    void missingFiguresAreEmpty() {
        assertThat(Figures.plain(null)).isEmpty();
        assertThat(Figures.fixed(null, 1)).isEmpty();
    }

    @Test
    void whatIsNoFigureIsABug() {
        assertThatThrownBy(() -> Figures.plain(Double.NaN)).hasMessageContaining("NaN");
    }
}
