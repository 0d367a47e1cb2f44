package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import no.barometer.survey.Observation;
import no.barometer.survey.Survey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MethodsTest {
    @TempDir
    Path jobs;

    @Test
    void saysDesignIntervalTestAndThresholdsOfRespondents() throws IOException {
        Survey survey = survey("design: {weight: w, stratum: h, psu: c}", "interval: beta", "disclosure: 10");
        assertThat(Methods.of(survey, respondents(survey)))
                .extracting(Methods.Statement::key, Methods.Statement::values)
                .startsWith(tuple("design.strata-psus", List.of("c", "h")), tuple("design.weight", List.of("w")))
                .contains(
                        tuple("interval.beta", List.of()),
                        tuple("change.independent", List.of()),
                        tuple("disclosure", List.of("9")));
    }

    @Test
    void saysNothingOfErrorsInACensus() throws IOException {
        Survey survey = survey("design: {census: yes}");
        assertThat(Methods.of(survey, respondents(survey)))
                .extracting(Methods.Statement::key)
                .containsExactly("design.census", "base.valid", "rounding");
    }

    @Test
    void saysThatPrintedFiguresWithoutABaseHaveNoInterval() throws IOException {
        Survey survey = survey();
        Observation printed = Made.printed("2020", 50, null);
        assertThat(Methods.of(
                        survey,
                        TrendTables.of(Made.material(survey, List.of(), printed))
                                .get(0)))
                .extracting(Methods.Statement::key)
                .containsExactly("published", "rounding");
    }

    @Test
    void saysHowChangesOfPrintedFiguresWithABaseAreTested() throws IOException {
        Survey survey = survey();
        Observation[] printed = {Made.printed("2020", 50, 1000.0), Made.printed("2021", 60, 1000.0)};
        assertThat(Methods.of(
                        survey,
                        TrendTables.of(Made.material(survey, List.of(), printed))
                                .get(0)))
                .extracting(Methods.Statement::key)
                .contains("change.independent", "change.holm");
        assertThat(Methods.of(
                        survey,
                        TrendTables.of(Made.material(survey, List.of(), printed[0]))
                                .get(0)))
                .extracting(Methods.Statement::key)
                .doesNotContain("change.independent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void hasWordsForEveryStatementInEveryLanguage(String language) throws IOException {
        Set<String> said = new TreeSet<>();
        var keys = Pattern.compile("say\\(\\s*\"([a-z.-]+)\"|\"([a-z-]+\\.[a-z-]+)\"")
                .matcher(Files.readString(Path.of("src/main/java/no/barometer/trend/Methods.java")));
        while (keys.find()) {
            said.add("method." + (keys.group(1) == null ? keys.group(2) : keys.group(1)));
        }
        said.removeIf(key -> key.endsWith("."));
        said.addAll(Set.of(
                "method.interval.logit",
                "method.interval.beta",
                "method.base.valid",
                "method.base.asked",
                "method.disclosure",
                "method.reliability.nchs",
                "method.reliability.statistics-canada",
                "method.reliability.off"));
        Properties words = new Properties();
        try (var in = MethodsTest.class.getResourceAsStream("/site/methods." + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        assertThat(said).hasSizeGreaterThan(25);
        assertThat(words.stringPropertyNames()).containsAll(said);
        words.remove("methods.title");
        assertThat(words.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(said);
    }

    private Survey survey(String... lines) throws IOException {
        return Made.survey(jobs, lines);
    }

    private static TrendTable respondents(Survey survey) {
        return TrendTables.of(Made.material(
                        survey,
                        List.of(
                                Made.totals("2020", "total", "total", 40, 60),
                                Made.totals("2021", "total", "total", 50, 50))))
                .get(0);
    }
}
