package no.barometer.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import no.barometer.problem.Kind;
import no.barometer.problem.Problem;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import no.barometer.trend.Estimate;
import no.barometer.trend.Material;
import no.barometer.trend.TrendTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold of respondents whatever they answered: made-up ones, from seeds. */
class RespondentsTest {
    private static final String CLUSTERED = "{weight: w, stratum: h, psu: k}";
    private static final String WEIGHTED = "{weight: w, stratum: h}";
    private static final String HEADER = "all,gender,h,k,w,single,d1,d2,list,number";

    @TempDir
    Path folder;

    private Survey survey(String design) throws IOException {
        Path file = folder.resolve("made-up.yaml");
        Files.writeString(file, """
                survey: made-up
                title: Made up
                reliability: off
                disclosure: off
                language: en
                locale: en
                design: %s
                deliveries:
                  - {files: "{wave}.csv", layout: microdata}
                questions:
                  single: {text: Single, column: single, answers: [a, b, c], missing: [dk]}
                  dummies: {text: Dummies, multiple: dummies, answers: {x: {en: X, column: d1}, y: {en: Y, column: d2}}}
                  list: {text: List, column: list, multiple: delimited by ";", answers: [p, q]}
                  number: {text: Number, column: number, number: points, center: 50}
                breakdowns:
                  all: {text: Everybody, column: all, groups: [yes]}
                  gender: {text: Gender, column: gender, groups: [f, m]}
                """.formatted(design).replace("groups: [yes]", "groups: [\"yes\"]"));
        return Definitions.readFile(file);
    }

    private static List<String> rows(long seed, int count) {
        Random random = new Random(seed);
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int stratum = random.nextInt(4);
            rows.add(String.join(
                    ",",
                    "yes",
                    pick(random, "f", "m", ""),
                    "h" + stratum,
                    "k" + random.nextInt(stratum == 3 ? 1 : 5),
                    Double.toString(random.nextDouble() * 3 + 0.01),
                    pick(random, "a", "b", "b", "c", "dk", ""),
                    pick(random, "0", "1"),
                    pick(random, "0", "1", ""),
                    pick(random, "p", "q", "p;q", ""),
                    pick(random, "", "12.5", "99", "0.1", "-3", "50")));
        }
        return rows;
    }

    private static String pick(Random random, String... some) {
        return some[random.nextInt(some.length)];
    }

    private Reading read(Survey survey, List<String> rows) throws IOException {
        Path file = folder.resolve("2020.csv");
        Files.write(file, rows);
        return Layouts.read(
                survey, survey.deliveries().get(0), file, "2020.csv", Map.of("wave", "2020"), Bounds.DEFAULT);
    }

    private Tally tally(Survey survey, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(HEADER));
        lines.addAll(rows);
        Reading reading = read(survey, lines);
        assertThat(reading.problems()).isEmpty();
        return reading.tallies().get("2020");
    }

    private static List<Totals> totals(Tally tally) {
        return new Reduction(tally, "2020", Map.of("h0", 40.0, "h1", 900.0)).totals();
    }

    /** Every bit of totals, as text. */
    private static List<String> bits(List<Totals> totals) {
        return totals.stream()
                .map(one -> bits(one, one.breakdown() + "." + one.group()))
                .toList();
    }

    private static String bits(Totals one, String group) {
        return String.join(
                " ",
                one.question(),
                one.item(),
                one.option(),
                group,
                one.parts().toString(),
                Arrays.toString(one.valid()),
                hex(one.total()),
                Arrays.toString(one.n()),
                hex(one.squares()),
                hex(one.covariance()),
                one.dfValid() + " " + one.dfAsked());
    }

    private static String hex(double[] numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toHexString).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {CLUSTERED, WEIGHTED, "{weight: w}", "{}"})
    void orderOfRowsChangesNoBitOfTheTotals(String design) throws IOException {
        Survey survey = survey(design);
        List<String> rows = rows(1, 300);
        List<String> expected = bits(totals(tally(survey, rows)));
        assertThat(expected).hasSizeGreaterThan(20);
        for (long seed = 2; seed < 5; seed++) {
            Collections.shuffle(rows, new Random(seed));
            assertThat(bits(totals(tally(survey, rows)))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLUSTERED, WEIGHTED, "{weight: w}", "{}"})
    void fileSplitInTwoGivesTheSameBits(String design) throws IOException {
        Survey survey = survey(design);
        List<String> rows = rows(6, 300);
        List<String> expected = bits(totals(tally(survey, rows)));
        for (int cut : new int[] {1, 17, 150, 299}) {
            Tally first = tally(survey, rows.subList(cut, rows.size()));
            first.add(tally(survey, rows.subList(0, cut)));
            assertThat(bits(totals(first))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {CLUSTERED, WEIGHTED})
    void groupOfEverybodyHasTheTotalsOfEverybody(String design) throws IOException {
        List<Totals> totals = totals(tally(survey(design), rows(7, 200)));
        List<String> everybody = totals.stream()
                .filter(one -> one.breakdown().equals("total"))
                .map(one -> bits(one, ""))
                .toList();
        assertThat(everybody).isNotEmpty();
        assertThat(totals.stream().filter(one -> one.breakdown().equals("all")).map(one -> bits(one, "")))
                .containsExactlyElementsOf(everybody);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10})
    void weightsOfAnotherScaleChangeNoShareNorMean(double factor) throws IOException {
        Survey survey = survey(CLUSTERED);
        List<String> rows = rows(8, 250);
        Map<String, Double> expected = values(survey, totals(tally(survey, rows)));
        List<String> scaled = rows.stream()
                .map(row -> weighted(row, weight -> Double.toString(Double.parseDouble(weight) * factor)))
                .toList();
        Map<String, Double> found = values(survey, totals(tally(survey, scaled)));
        assertThat(found.keySet()).isEqualTo(expected.keySet());
        expected.forEach((row, value) ->
                assertThat(found.get(row)).as(row).isCloseTo(value, within(1e-12 * Math.max(1, Math.abs(value)))));
    }

    @Test
    void aWeightIsTheSameHoweverItIsWritten() throws IOException {
        Survey survey = survey(CLUSTERED);
        Random random = new Random(10);
        List<String> rows = rows(10, 250).stream()
                .map(row -> weighted(row, weight -> weight.substring(0, 4 + random.nextInt(10)) + "1"))
                .toList();
        List<String> expected = bits(totals(tally(survey, rows)));
        for (String form : List.of(" %s", "\u00a0%s ", "\"%s\"", "%s0000000000000000", "0%s")) {
            List<String> others =
                    rows.stream().map(row -> weighted(row, form::formatted)).toList();
            assertThat(bits(totals(tally(survey, others)))).as(form).isEqualTo(expected);
        }
    }

    private static String weighted(String row, UnaryOperator<String> change) {
        String[] fields = row.split(",", -1);
        fields[4] = change.apply(fields[4]);
        return String.join(",", fields);
    }

    @Test
    void sharesOfASingleChoiceAddUpToAHundred() throws IOException {
        Survey survey = survey(CLUSTERED);
        Map<String, Double> sums = new TreeMap<>();
        values(survey, totals(tally(survey, rows(9, 250)))).forEach((row, value) -> {
            String[] ids = row.split("/");
            if (ids[0].equals("single")) {
                sums.merge(ids[2] + "/" + ids[3], value, Double::sum);
            }
        });
        assertThat(sums).containsOnlyKeys("total/total", "all/yes", "gender/f", "gender/m");
        assertThat(sums.values()).allSatisfy(sum -> assertThat(sum).isCloseTo(100, within(1e-10)));
    }

    /** Published values by question/answer/breakdown/group. */
    private static Map<String, Double> values(Survey survey, List<Totals> totals) {
        var waves = new TreeMap<String, no.barometer.survey.Wave>();
        waves.put("2020", no.barometer.survey.Waves.in("2020", Map.of()).orElseThrow());
        Material material =
                new Material(survey, waves, List.of(), totals, List.of(), Map.of(), Map.of(), List.of(), List.of());
        Map<String, Double> values = new TreeMap<>();
        TrendTables.of(material)
                .forEach(table -> table.estimates().forEach(one -> {
                    Estimate.Row row = one.row();
                    values.put(
                            String.join("/", row.question(), row.answer(), row.breakdown(), row.group()), one.value());
                }));
        return values;
    }

    @Test
    void reportsAWeightBeyondEveryBoundWithItsPlace() throws IOException {
        Survey survey = survey("{weight: w}");
        Reading reading = read(survey, List.of(HEADER, "yes,f,h,k,1e25,a,0,1,p,1", "yes,f,h,k,1,a,0,1,p,1"));
        assertThat(reading.problems()).extracting(Problem::kind).containsExactly(Kind.BAD_WEIGHT);
        assertThat(reading.problems().get(0).at()).hasToString("2020.csv, line 2, column w");
    }

    @Test
    void reportsANumberTooLargeToBeSummed() throws IOException {
        Survey survey = survey("{}");
        Reading reading = read(survey, List.of(HEADER, "yes,f,h,k,1,a,0,1,p,5e15", "yes,f,h,k,1,a,0,1,p,7"));
        assertThat(reading.problems()).extracting(Problem::kind).containsExactly(Kind.BAD_NUMBER);
        assertThat(reading.problems().get(0).at()).hasToString("2020.csv, line 2, column number");
    }
}
