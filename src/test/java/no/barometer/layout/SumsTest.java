package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import no.barometer.layout.WideSums.Wide;
import org.junit.jupiter.api.Test;

class SumsTest {
    private final Random random = new Random(20120917);

    @Test
    void addsShortAndLongDecimalsExactly() {
        ExactSums sums = new ExactSums(1);
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 2_000; i++) {
            int decimals = random.nextInt(19);
            BigDecimal weight = new BigDecimal(new java.math.BigInteger(60, random), decimals);
            exact = exact.add(weight);
            add(sums, 3, Fixed.of(weight));
        }
        assertThat(sums.get(3)).isCloseTo(exact.doubleValue(), within(3 * Math.ulp(exact.doubleValue())));
        assertThat(sums.get(2)).isZero();
    }

    @Test
    void countsOnInWiderNumbersWhenNarrowOnesAreFull() {
        ExactSums sums = new ExactSums(2);
        for (int i = 0; i < 10; i++) {
            add(sums, 0, Fixed.of("9000000000.000000001"));
            add(sums, 1, Fixed.of("9000000000"));
        }
        assertThat(sums.get(0)).isEqualTo(90_000_000_000.0);
        assertThat(sums.difference(0, 1)).isEqualTo(1e-8);
        assertThat(sums.difference(1, 0)).isEqualTo(-1e-8);
    }

    @Test
    void knowsWeightsOfUpToNineDecimals() {
        assertThat(Fixed.of("1.234567891").nanos()).isEqualTo(1_234_567_891L);
        assertThat(Fixed.of("9000000000.000000001").nanos()).isEqualTo(9_000_000_000_000_000_001L);
        assertThat(Fixed.of("1.2345678912").nanos()).isEqualTo(-1);
        assertThat(Fixed.of("9300000000").nanos()).isEqualTo(-1);
        assertThat(Fixed.of(new BigDecimal("-1")).nanos()).isEqualTo(-1);
    }

    @Test
    void readsTheShortestDecimalOfANumber() {
        for (int i = 0; i < 10_000; i++) {
            double value = i % 2 == 0 ? random.nextInt(1_000_000) / 1e6 * 37 : random.nextDouble() * 1e5;
            assertThat(Fixed.shortest(value)).isEqualTo(Fixed.of(BigDecimal.valueOf(value)));
        }
    }

    @Test
    void sumsOfSquaresDoNotDependOnTheirOrder() {
        List<Double> values = new ArrayList<>();
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 2_000; i++) {
            double value =
                    (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextInt(40) - 14) * random.nextDouble();
            values.add(value);
            exact = exact.add(new BigDecimal(value));
        }
        double forwards = sum(values);
        Collections.shuffle(values, random);
        assertThat(sum(values)).isEqualTo(forwards);
        assertThat(forwards).isCloseTo(exact.doubleValue(), within(4 * Math.ulp(exact.doubleValue())));
    }

    @Test
    void keepsTheSmallBesideTheLarge() {
        WideSums sums = new WideSums(1);
        sums.add(0, Wide.of(4e21));
        sums.add(0, Wide.of(1e-12));
        sums.add(0, Wide.of(-4e21));
        assertThat(sums.get(0)).isCloseTo(1e-12, within(1e-22));
        sums.add(1, Wide.of(1e-12));
        assertThat(sums.difference(1, 0)).isZero();
        assertThat(sums.difference(5, 0)).isEqualTo(-sums.get(0));
    }

    private static void add(ExactSums sums, int at, Fixed weight) {
        if (weight.nanos() >= 0) {
            sums.add(at, weight.nanos());
        } else {
            sums.add(at, weight);
        }
    }

    private static double sum(List<Double> values) {
        WideSums sums = new WideSums(1);
        values.forEach(value -> sums.add(0, Wide.of(value)));
        return sums.get(0);
    }
}
