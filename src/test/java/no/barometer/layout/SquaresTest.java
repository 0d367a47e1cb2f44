package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SquaresTest {
    private final Random random = new Random(20120917);

    @Test
    void addsShortAndLongDecimalsAndCountsThem() {
        Squares squares = new Squares(1);
        BigDecimal exact = BigDecimal.ZERO;
        for (int i = 0; i < 2_000; i++) {
            BigDecimal weight = weight(random.nextInt(10));
            exact = exact.add(weight.multiply(weight));
            add(squares, 3, weight);
        }
        assertThat(squares.count(3)).isEqualTo(2_000);
        assertThat(squares.get(3)).isCloseTo(exact.doubleValue(), within(4 * Math.ulp(exact.doubleValue())));
        assertThat(squares.count(2)).isZero();
        assertThat(squares.get(2)).isZero();
        assertThat(squares.get(99)).isZero();
    }

    @Test
    void goesOnWhereSixtyThreeBitsAreFull() {
        Squares squares = new Squares(2);
        // 2147 squared is 4.6e18 units: every second one runs over
        for (int i = 0; i < 1_000; i++) {
            add(squares, 0, new BigDecimal("2147.000001"));
            add(squares, 1, new BigDecimal("2147"));
        }
        BigDecimal exact = new BigDecimal("2147.000001").pow(2).multiply(BigDecimal.valueOf(1_000));
        BigDecimal less = new BigDecimal(2147 * 2147).multiply(BigDecimal.valueOf(1_000));
        assertThat(squares.get(0)).isCloseTo(exact.doubleValue(), within(Math.ulp(exact.doubleValue())));
        assertThat(squares.difference(0, 1)).isEqualTo(exact.subtract(less).doubleValue());
        assertThat(squares.difference(1, 0)).isEqualTo(-squares.difference(0, 1));
        assertThat(squares.count(0)).isEqualTo(1_000);
    }

    @Test
    void neitherOrderNorPartsShow() {
        List<BigDecimal> weights = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            weights.add(i % 50 == 0 ? new BigDecimal("2146.9999") : weight(random.nextInt(19)));
        }
        Squares whole = new Squares(0);
        weights.forEach(one -> add(whole, 1, one));
        Collections.shuffle(weights, random);
        Squares first = new Squares(0);
        Squares second = new Squares(8);
        for (int i = 0; i < weights.size(); i++) {
            add(i % 3 == 0 ? first : second, i % 3 == 0 ? 1 : 4, weights.get(i));
        }
        // the fifth cell there is the second one here
        first.add(second, IntStream.of(0, 2, 3, 4, 1).toArray());
        assertThat(first.get(1)).isEqualTo(whole.get(1));
        assertThat(first.count(1)).isEqualTo(whole.count(1));
    }

    private BigDecimal weight(int decimals) {
        return BigDecimal.valueOf(1 + random.nextInt(5_000_000), 6).setScale(6).add(BigDecimal.valueOf(1, decimals));
    }

    private static void add(Squares squares, int place, BigDecimal weight) {
        squares.add(new int[] {place}, 0, 1, Weight.of(Fixed.of(weight)));
    }
}
