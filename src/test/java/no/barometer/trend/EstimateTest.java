package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import no.barometer.survey.Observation;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstimateTest {
    private static final String OPEN = "reliability: off\ndisclosure: off";

    @TempDir
    Path jobs;

    /** R: qt(0.975, df), to the last digits of a double. */
    @ParameterizedTest
    @CsvSource({
        "1, 12.706204736174694",
        "2, 4.3026527297494637",
        "7, 2.3646242515927849",
        "30, 2.0422724563012378",
        "999, 1.9623414611334487"
    })
    void takesQuantilesOfStudentsTToTheLastDigits(double df, double expected) {
        assertThat(Quantiles.t(df)).isCloseTo(expected, within(1e-13 * expected));
    }

    /** R: qbeta(p, a, b). */
    @ParameterizedTest
    @CsvSource({
        "0.025, 3, 8, 0.066739511177734467",
        "0.975, 4, 7, 0.65245285005999731",
    })
    void takesQuantilesOfTheBetaDistribution(double probability, double a, double b, double expected) {
        double found = Quantiles.beta(probability, a, b);
        assertThat(found).isCloseTo(expected, within(1e-13));
    }

    /** R: binom.test(0, 40)$conf.int and binom.test(40, 40)$conf.int. */
    @Test
    void takesTheExactIntervalWhereNobodyOrEverybodyAnswers() throws IOException {
        List<TrendTable> tables = tables(Made.totals("2020", "total", "total", 40, 0));
        Estimate nobody = Made.estimate(tables, "2020", "total", "b");
        assertThat(nobody.ciLow()).isZero();
        assertThat(nobody.ciHigh()).isCloseTo(8.8097302878802353, within(1e-8));
        Estimate everybody = Made.estimate(tables, "2020", "total", "a");
        assertThat(everybody.ciLow()).isCloseTo(100 - 8.8097302878802353, within(1e-8));
        assertThat(everybody.ciHigh()).isEqualTo(100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"interval: logit", "interval: beta", "reliability: {statistics-canada: 5}", "disclosure: 3"})
    void publishesNoFigureThatIsNoNumber(String rule) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        Survey survey = Made.survey(jobs, rule);
        for (int round = 0; round < 200; round++) {
            List<Totals> totals = new ArrayList<>();
            for (String wave : List.of("2020", "2021", "2022")) {
                for (String group : List.of("total", "x", "y")) {
                    long[] n = random.longs(3, 0, 1L << random.nextInt(1, 9)).toArray();
                    if (n[0] + n[1] + n[2] > 0) {
                        totals.add(Made.totals(wave, group.equals("total") ? "total" : "g", group, n));
                    }
                }
            }
            TrendTables.of(Made.material(survey, totals))
                    .forEach(table -> table.estimates()
                            .forEach(one -> assertThat(Stream.of(
                                                    one.value(),
                                                    one.stdError(),
                                                    one.ciLow(),
                                                    one.ciHigh(),
                                                    one.base(),
                                                    one.effectiveBase(),
                                                    one.change(),
                                                    one.changePValue())
                                            .filter(java.util.Objects::nonNull))
                                    .allMatch(Double::isFinite)));
        }
    }

    @Test
    void comparesNothingAcrossABreakAndAdjustsAllChangesOfTwoWaves() throws IOException {
        Survey survey = Made.survey(jobs, OPEN, "breaks: {2022: {note: Ny metode}}");
        List<TrendTable> tables = TrendTables.of(Made.material(
                survey,
                List.of(
                        Made.totals("2020", "total", "total", 400, 600),
                        Made.totals("2021", "total", "total", 460, 540),
                        Made.totals("2022", "total", "total", 300, 700))));
        Estimate now = Made.estimate(tables, "2021", "total", "a");
        assertThat(now.change()).isCloseTo(6, within(1e-12));
        // R: 2 * pt(-t, 1997), twice for the rows of both answers
        assertThat(now.changePValue()).isCloseTo(2 * 0.0067127917737118663, within(1e-12));
        Estimate after = Made.estimate(tables, "2022", "total", "a");
        assertThat(after.obsStatus()).isEqualTo("b");
        assertThat(after.change()).isNull();
        assertThat(after.changePValue()).isNull();
    }

    @Test
    void comparesNothingAcrossABreakThatTheDeliveryMarks() throws IOException {
        Survey survey = Made.survey(jobs, "tables: {q: {measure: [share, {net: [[a], [b]]}]}}");
        Observation[] figures = {
            marked("2020", "a", 40, ""), marked("2020", "b", 60, ""),
            marked("2021", "a", 50, "b"), marked("2021", "b", 50, ""),
            marked("2022", "a", 60, ""), marked("2022", "b", 40, "")
        };
        List<TrendTable> tables = TrendTables.of(Made.material(survey, List.of(), figures));
        Estimate after = Made.estimate(tables, "2021", "total", "a");
        assertThat(after.obsStatus()).isEqualTo("b");
        assertThat(after.change()).isNull();
        assertThat(after.changePValue()).isNull();
        assertThat(Made.estimate(tables, "2022", "total", "a").change()).isEqualTo(10);
        assertThat(Made.estimate(tables, "2021", "total", "b").change()).isEqualTo(-10);
        // of a net share it is enough that one of its answers is marked
        Estimate net = Made.estimate(tables, "2021", "total", "");
        assertThat(net.obsStatus()).isEqualTo("b");
        assertThat(net.change()).isNull();
        assertThat(Made.estimate(tables, "2022", "total", "").change()).isEqualTo(20);
    }

    @Test
    void approximatesTheErrorOfPrintedSharesFromTheirBase() throws IOException {
        Survey survey = Made.survey(jobs, "design: {deff: 2, population: 2000}");
        List<TrendTable> tables = TrendTables.of(Made.material(survey, List.of(), Made.printed("2020", 50.0, 1000.0)));
        Estimate one = Made.estimate(tables, "2020", "total", "a");
        assertThat(one.method()).isEqualTo("approximate");
        assertThat(one.stdError()).isCloseTo(100 * Math.sqrt(2 * 0.25 / 1000 * 0.5), within(1e-12));
        assertThat(one.ciLow()).isLessThan(50).isGreaterThan(46);
    }

    @Test
    void knowsNoErrorOfPrintedSharesWithoutABase() throws IOException {
        List<TrendTable> tables =
                TrendTables.of(Made.material(Made.survey(jobs), List.of(), Made.printed("2020", 50.0, null)));
        Estimate one = Made.estimate(tables, "2020", "total", "a");
        assertThat(one.method()).isEqualTo("published");
        assertThat(one.stdError()).isNull();
        assertThat(one.ciHigh()).isNull();
    }

    @Test
    void givesACensusNoError() throws IOException {
        List<TrendTable> tables = TrendTables.of(Made.material(
                Made.survey(jobs, "design: {census: yes}", "disclosure: off"),
                List.of(Made.totals("2020", "total", "total", 6, 4), Made.totals("2021", "total", "total", 7, 3))));
        Estimate one = Made.estimate(tables, "2021", "total", "a");
        assertThat(one.value()).isEqualTo(70);
        assertThat(one.stdError()).isNull();
        assertThat(one.change()).isCloseTo(10, within(1e-12));
        assertThat(one.changePValue()).isNull();
    }

    @Test
    void leavesOutFiguresAfterOtherAnswersUntilTheDefinitionSaysWhatTheyAre() throws IOException {
        Observation[] figures = {answer("2020", "a"), answer("2020", "b"), answer("2021", "a"), answer("2021", "c")};
        Material unsaid = Made.material(Made.survey(jobs), List.of(), figures);
        assertThat(Fingerprints.problems(unsaid)).hasSize(1);
        assertThat(TrendTables.of(unsaid).get(0).waves()).hasSize(1);
        Material same = Made.material(Made.survey(jobs, "breaks: {2021: same}"), List.of(), figures);
        assertThat(Fingerprints.problems(same)).isEmpty();
        assertThat(Made.estimate(TrendTables.of(same), "2021", "total", "a").change())
                .isZero();
        Material cut = Made.material(Made.survey(jobs, "breaks: {2021: {questions: q}}"), List.of(), figures);
        assertThat(Fingerprints.problems(cut)).isEmpty();
        assertThat(Made.estimate(TrendTables.of(cut), "2021", "total", "a").change())
                .isNull();
    }

    @Test
    void adjustsByHolmsMethod() {
        // R: p.adjust(c(0.04, 0.01, 0.03, 0.5), "holm")
        assertThat(Holm.adjusted(List.of(0.04, 0.01, 0.03, 0.5)))
                .containsExactly(new double[] {0.09, 0.04, 0.09, 0.5}, within(1e-15));
    }

    private List<TrendTable> tables(Totals... totals) throws IOException {
        return TrendTables.of(Made.material(Made.survey(jobs, OPEN), List.of(totals)));
    }

    private static Observation answer(String wave, String answer) {
        return marked(wave, answer, 50, "");
    }

    private static Observation marked(String wave, String answer, double value, String obsStatus) {
        return new Observation(
                wave,
                "q",
                "",
                answer,
                "total",
                "total",
                "share",
                "valid",
                value,
                "percent",
                null,
                null,
                obsStatus,
                "",
                new Observation.Source("t-" + wave + ".csv", "", 2, 2));
    }
}
