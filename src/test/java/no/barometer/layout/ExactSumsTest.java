package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumsTest {
    private static final BigDecimal UNIT = BigDecimal.ONE.movePointLeft(18);

    private static BigDecimal exactly(Fixed fixed) {
        BigInteger low = new BigInteger(Long.toUnsignedString(fixed.low()));
        return new BigDecimal(BigInteger.valueOf(fixed.high()).shiftLeft(64).add(low), 18);
    }

    /** Numbers of either sign with up to 18 decimals, from tiny to 10^12. */
    private static List<BigDecimal> numbers(long seed, int count) {
        Random random = new Random(seed);
        List<BigDecimal> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            BigInteger digits = new BigInteger(1 + random.nextInt(57), random);
            BigDecimal number = new BigDecimal(digits, random.nextInt(19));
            numbers.add(random.nextBoolean() ? number : number.negate());
        }
        return numbers;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sumsAreThoseOfBigDecimalInAnyOrder(long seed) {
        List<BigDecimal> numbers = numbers(seed, 2_000);
        BigDecimal expected = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        ExactSums forth = new ExactSums(1);
        numbers.forEach(number -> forth.add(0, Fixed.of(number)));
        Collections.shuffle(numbers, new Random(seed));
        ExactSums shuffled = new ExactSums(1);
        numbers.forEach(number -> shuffled.add(0, Fixed.of(number)));
        assertThat(forth.get(0)).isEqualTo(shuffled.get(0));
        assertThat(forth.get(0)).isCloseTo(expected.doubleValue(), within(Math.ulp(expected.doubleValue()) * 2));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fewPlacesHoldWhatAllWouldHold(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            ExactSums few = new ExactSums(60);
            ExactSums all = new ExactSums(0);
            for (BigDecimal number : numbers(random.nextLong(), random.nextInt(60))) {
                int place = random.nextInt(80);
                long nanos = random.nextLong(Long.MAX_VALUE / 4);
                boolean wide = random.nextInt(4) == 0;
                for (ExactSums sums : List.of(few, all)) {
                    if (wide) {
                        sums.add(place, Fixed.of(number));
                    } else {
                        sums.add(new int[] {place}, 0, 1, nanos);
                    }
                }
            }
            ExactSums copy = few.copy();
            ExactSums joined = new ExactSums(90);
            joined.add(
                    few, java.util.stream.IntStream.range(0, 80).map(i -> i + 7).toArray());
            few.add(0, 1);
            for (int place = 1; place < 85; place++) {
                assertThat(few.get(place)).isEqualTo(all.get(place));
                assertThat(few.difference(place, 85 - place)).isEqualTo(all.difference(place, 85 - place));
                assertThat(joined.get(place + 7)).isEqualTo(all.get(place));
            }
            assertThat(copy.get(0)).isEqualTo(all.get(0));
        }
    }

    @Test
    void shortSumsAndTheirDifferencesAreRoundedOnce() {
        Random random = new Random(5);
        ExactSums sums = new ExactSums(2);
        BigDecimal[] expected = {BigDecimal.ZERO, BigDecimal.ZERO};
        for (int i = 0; i < 20_000; i++) {
            long nanos = random.nextLong(1L << (1 + random.nextInt(38)));
            int at = random.nextInt(2);
            sums.add(at, nanos);
            expected[at] = expected[at].add(BigDecimal.valueOf(nanos, 9));
            assertThat(sums.get(at)).isEqualTo(expected[at].doubleValue());
            assertThat(sums.difference(0, 1))
                    .isEqualTo(expected[0].subtract(expected[1]).doubleValue());
        }
    }

    @Test
    void holdsEveryNumberWithUpTo18DecimalsExactly() {
        numbers(4, 2_000)
                .forEach(number -> assertThat(exactly(Fixed.of(number))).isEqualByComparingTo(number));
        for (String weight : List.of("0.12345678901234567", "1.0000000000000002", "12345.678901234567", "0", "000.5")) {
            assertThat(exactly(Fixed.of(weight))).isEqualByComparingTo(new BigDecimal(weight));
            assertThat(Fixed.of(weight)).isEqualTo(Fixed.of(new BigDecimal(weight)));
        }
    }

    @Test
    void roundsWhatIsFinerThanItsStepToTheNearestEvenUnit() {
        assertThat(exactly(Fixed.of(new BigDecimal("0.0000000000000000005")))).isZero();
        assertThat(exactly(Fixed.of(new BigDecimal("0.0000000000000000015"))))
                .isEqualByComparingTo(UNIT.multiply(BigDecimal.valueOf(2)));
        assertThat(exactly(Fixed.of(1.0 / 3)))
                .isEqualByComparingTo(new BigDecimal(1.0 / 3).setScale(18, RoundingMode.HALF_EVEN));
        assertThat(Fixed.of(new BigDecimal("1e-999999999")).isZero()).isTrue();
    }

    @Test
    void carriesIntoAndBorrowsFromTheUpperHalf() {
        Fixed allLowBits = new Fixed(0, -1);
        ExactSums sums = new ExactSums(2);
        sums.add(0, allLowBits);
        sums.add(0, new Fixed(0, 1));
        assertThat(sums.get(0)).isEqualTo(0x1p64 / 1e18);
        sums.add(1, new Fixed(0, 1));
        assertThat(sums.difference(0, 1)).isEqualTo(Fixed.toDouble(0, -1));
        assertThat(sums.difference(1, 0)).isEqualTo(-sums.difference(0, 1));
        sums.add(0, Fixed.of(new BigDecimal(new BigInteger("-18446744073709551616"), 18)));
        assertThat(sums.get(0)).isZero();
    }

    @Test
    void differencesAreExactWhereDoublesAreNot() {
        ExactSums sums = new ExactSums(2);
        sums.add(0, Fixed.of("1000000000.000000000000000001"));
        sums.add(1, Fixed.of("1000000000"));
        assertThat(sums.difference(0, 1)).isEqualTo(1e-18);
        assertThat(sums.difference(1, 0)).isEqualTo(-1e-18);
        assertThat(sums.difference(0, 7)).isEqualTo(1e9);
    }

    @Test
    void weightsCountedInBillionthsSpillOverWithoutLoss() {
        ExactSums sums = new ExactSums(1);
        BigDecimal expected = BigDecimal.ZERO;
        for (int i = 0; i < 5; i++) {
            sums.add(0, Long.MAX_VALUE / 3 + i);
            sums.add(0, Fixed.of("0.000000000000000001"));
            expected =
                    expected.add(BigDecimal.valueOf(Long.MAX_VALUE / 3 + i, 9)).add(UNIT);
        }
        assertThat(sums.get(0)).isCloseTo(expected.doubleValue(), within(Math.ulp(expected.doubleValue())));
        sums.add(1, Fixed.of(expected));
        assertThat(sums.difference(0, 1)).isZero();
    }

    @Test
    void growsAndAddsOthersAtTheirPlaces() {
        ExactSums one = new ExactSums(1);
        one.add(0, Fixed.of("1.5"));
        one.add(9, Fixed.of("-2.25"));
        ExactSums sum = new ExactSums(1);
        sum.add(3, Fixed.ONE);
        sum.add(one, new int[] {3, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(sum.get(3)).isEqualTo(2.5);
        assertThat(sum.get(1)).isEqualTo(-2.25);
        assertThat(sum.get(0)).isZero();
    }

    @Test
    void refusesWhatIsTooLargeInsteadOfWrappingAround() {
        assertThatThrownBy(() -> Fixed.of("1e21")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fixed.of("1e999999999")).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Fixed.of(new BigDecimal("-1.8e20"))).isInstanceOf(ArithmeticException.class);
        ExactSums sums = new ExactSums(1);
        sums.add(0, Fixed.of("160000000000000000000"));
        assertThatThrownBy(() -> sums.add(0, Fixed.of("160000000000000000000")))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void readsDoublesBackWithTheirSign() {
        for (double number : new double[] {0.1, -0.1, 1e-18, -1e-18, 123456.789, -98765.4321, 1e19, -1e19}) {
            assertThat(Fixed.of(number).toDouble()).isCloseTo(number, within(Math.max(1e-18, Math.ulp(number) * 2)));
        }
    }
}
