package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import no.barometer.trend.Disclosure.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small tables solved by hand, and all small tables that chance brings against every way of withholding. */
class DisclosureTest {
    private static final int FIVE = 5;

    @Test
    void publishesEverythingWhereNoCountIsSmall() {
        assertThat(table(row(40, 60), row(30, 50), row(10, 10)).withheld()).isEmpty();
    }

    @Test
    void publishesZerosAndWhatEverybodyAnswered() {
        assertThat(table(row(0, 60), row(0, 30), row(0, 30)).withheld()).isEmpty();
    }

    @Test
    void withholdsASecondAnswerThatWouldGiveTheFirstAway() {
        // 3 and one other have an unknown sum with 60 known: the smaller other goes
        assertThat(table(row(3, 50, 60)).withheld()).containsExactly("0/0", "0/1");
    }

    @Test
    void withholdsAThirdAnswerWhereTwoSmallOnesStayBelowTheThresholdTogether() {
        // exact elimination is content with 1 and 2; but together they are 3
        assertThat(table(row(1, 2, 40, 60)).withheld()).containsExactly("0/0", "0/1", "0/2");
    }

    @Test
    void withholdsNothingElseWhereTwoSmallAnswersReachTheThresholdTogether() {
        assertThat(table(row(2, 4, 40, 60)).withheld()).containsExactly("0/0", "0/1");
    }

    @Test
    void withholdsTheSquareAroundASmallCountInTwoGroupsThatMakeTheWhole() {
        assertThat(table(row(33, 90), row(3, 40), row(30, 50)).withheld()).containsExactly("1/0", "1/1", "2/0", "2/1");
    }

    @Test
    void withholdsTheCheapestSquareOfThreeGroupsAndThreeAnswers() {
        Table table = table(row(83, 130, 300), row(3, 40, 100), row(30, 50, 100), row(50, 40, 100));
        // beside 3 stands 40; of the other two groups the one with 30 and 50 is worth less than the one with 50 and 40
        assertThat(table.withheld()).containsExactly("1/0", "1/1", "2/0", "2/1");
    }

    @Test
    void withholdsASmallGroupWithItsSmallestNeighbour() {
        Table table = table(row(53, 60), row(2, 1), row(21, 29), row(30, 30));
        assertThat(table.withheld()).containsExactly("1/0", "1/1", "2/0", "2/1");
    }

    @Test
    void withholdsOnlyTheSmallGroupWhereNobodyKnowsHowManyAreInNone() {
        MadeUpQuestion all =
                table(row(52, 62), row(2, 1), row(20, 31), row(30, 30)).question();
        List<Linear> known = IntStream.range(0, 2)
                .mapToObj(answer -> new Linear(new int[] {answer, 2 + answer, 4 + answer}, new double[] {1, -1, -1}))
                .toList();
        // the third group has no lines: those in it are the ones in no group
        MadeUpQuestion two = new MadeUpQuestion(
                new double[] {52, 62, 2, 1, 20, 31, 30, 30},
                IntStream.range(0, 2)
                        .mapToObj(answer -> known.get(answer).plus(-1, Linear.sum(6 + answer)))
                        .toList(),
                all.lines().subList(0, 6),
                all.names());
        assertThat(two.names(two.withheld(FIVE))).containsExactly("1/0", "1/1");
    }

    @Test
    void withholdsAnOptionThatNearlyEverybodyChose() {
        // chosen by 98, 40 and 60 of 100
        Linear[] shown = {Linear.sum(0, 1), Linear.sum(2, 3), Linear.sum(4, 5)};
        MadeUpQuestion options = new MadeUpQuestion(
                new double[] {98, 2, 40, 60, 60, 40},
                List.of(shown[0].plus(-1, shown[1]), shown[0].plus(-1, shown[2])),
                List.of(
                        new Line(shown[0], Linear.sum(0), true),
                        new Line(shown[1], Linear.sum(2), true),
                        new Line(shown[2], Linear.sum(4), true)),
                List.of("first", "second", "third"));
        assertThat(options.names(options.withheld(FIVE))).containsExactly("first");
    }

    @Test
    void withholdsTheMeanThatWouldGiveTheOthersAway() {
        Table table = table(row(3, 50, 60));
        Linear sum = new Linear(new int[] {0, 1, 2}, new double[] {1, 2, 3});
        table.add(new Line(Linear.sum(0, 1, 2), sum, false), "mean");
        // 3 + a, 50 - a and the mean tell a; without the mean the sum of both is all that is known
        assertThat(table.withheld()).containsExactly("0/0", "0/1", "mean");
    }

    @Test
    void withholdsTheTopThatLeavesOneSmallAnswerOver() {
        Table table = table(row(3, 50, 60));
        table.add(new Line(Linear.sum(0, 1, 2), Linear.sum(1, 2), true), "top");
        assertThat(table.withheld()).containsExactly("0/0", "0/1", "top");
    }

    @Test
    void withholdsTheAskedFiguresWhereFewDidNotAnswer() {
        // 2 of 112 gave no answer: both bases together would say so
        Linear valid = Linear.sum(0, 1);
        Linear asked = Linear.sum(0, 1, 2);
        MadeUpQuestion question = new MadeUpQuestion(
                new double[] {50, 60, 2},
                List.of(),
                List.of(
                        new Line(valid, Linear.sum(0), true),
                        new Line(valid, Linear.sum(1), true),
                        new Line(asked, Linear.sum(0), true),
                        new Line(asked, Linear.sum(1), true),
                        new Line(asked, Linear.sum(2), true)),
                List.of("first", "second", "first of asked", "second of asked", "no answer"));
        assertThat(question.names(question.withheld(FIVE)))
                .containsExactly("first of asked", "second of asked", "no answer");
    }

    @Test
    void withholdsTheMeanOfASmallGroupWithItsSmallestNeighbour() {
        // people and sums of everybody and three groups; sums may be negative
        Linear people = new Linear(new int[] {0, 2, 4, 6}, new double[] {1, -1, -1, -1});
        Linear sums = new Linear(new int[] {1, 3, 5, 7}, new double[] {1, -1, -1, -1});
        List<Line> lines = IntStream.range(0, 4)
                .mapToObj(group -> new Line(Linear.sum(2 * group), Linear.sum(2 * group + 1), false))
                .toList();
        MadeUpQuestion means = new MadeUpQuestion(
                new double[] {93, -1000.5, 3, 17, 40, -2000, 50, 982.5},
                List.of(people, sums),
                lines,
                List.of("total", "small", "middle", "large"));
        assertThat(means.names(means.withheld(FIVE))).containsExactly("small", "middle");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 10, 20})
    void takesTheThresholdItIsGiven(int threshold) {
        MadeUpQuestion at = table(row(threshold, 500, 600)).question();
        MadeUpQuestion below = table(row(threshold - 1, 500, 600)).question();
        assertThat(at.withheld(threshold).cardinality()).isZero();
        assertThat(below.withheld(threshold).cardinality()).isEqualTo(2);
    }

    @Test
    void withholdsEverythingWhereNothingElseHelps() {
        assertThat(table(row(3, 2)).withheld()).containsExactly("0/0", "0/1");
        assertThat(table(row(1, 0, 0)).withheld()).containsExactly("0/0", "0/1", "0/2");
    }

    @Test
    void withholdsHardlyMoreLinesThanTheFewestThatHold() {
        Random random = new Random(20);
        int ours = 0;
        int fewest = 0;
        for (int i = 0; i < 40; i++) {
            MadeUpQuestion question = MadeUpQuestion.of(
                    new MadeUpQuestion.Scale(40, 1, 2 + i % 2, new int[] {2}, i % 4 == 0, false, List.of()), random);
            Set<Linear> secrets = Attacker.secrets(question, FIVE);
            if (!secrets.isEmpty()) {
                ours += question.withheld(FIVE).cardinality();
                fewest += fewest(question, secrets);
            }
        }
        assertThat(fewest).isGreaterThan(50);
        assertThat(ours).isBetween(fewest, (int) (1.05 * fewest));
    }

    /** Tries all ways of withholding, few lines first. */
    private static int fewest(MadeUpQuestion question, Set<Linear> secrets) {
        int n = question.lines().size();
        for (int size = 1; size <= n; size++) {
            for (int set = 0; set < 1 << n; set++) {
                if (Integer.bitCount(set) == size
                        && Attacker.of(question, BitSet.valueOf(new long[] {set}))
                                .learnsNothingOf(secrets, FIVE)) {
                    return size;
                }
            }
        }
        throw new IllegalStateException("not even nothing is safe");
    }

    private static double[] row(double... counts) {
        return counts;
    }

    /** A single choice: the answers of everybody, then of each group of one breakdown that all are in. */
    private static Table table(double[]... rows) {
        int answers = rows[0].length;
        Table table = new Table(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int group = 0; group < rows.length; group++) {
            int[] all = IntStream.range(group * answers, (group + 1) * answers).toArray();
            for (int answer = 0; answer < answers; answer++) {
                table.counts.add(rows[group][answer]);
                table.add(new Line(Linear.sum(all), Linear.sum(group * answers + answer), true), group + "/" + answer);
            }
        }
        for (int answer = 0; answer < answers && rows.length > 1; answer++) {
            Linear balance = Linear.sum(answer);
            for (int group = 1; group < rows.length; group++) {
                balance = balance.plus(-1, Linear.sum(group * answers + answer));
            }
            table.known.add(balance);
        }
        return table;
    }

    private record Table(List<Double> counts, List<Linear> known, List<Line> lines, List<String> names) {
        void add(Line line, String name) {
            lines.add(line);
            names.add(name);
        }

        MadeUpQuestion question() {
            double[] values = counts.stream().mapToDouble(one -> one).toArray();
            return new MadeUpQuestion(values, known, lines, names);
        }

        List<String> withheld() {
            return question().names(question().withheld(FIVE));
        }
    }
}
