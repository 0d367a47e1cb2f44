package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import no.barometer.survey.Survey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithholdingTest {
    @TempDir
    Path jobs;

    private List<TrendTable> tables(String... lines) throws IOException {
        Survey survey = Made.survey(jobs, lines);
        return TrendTables.of(Made.material(
                survey,
                List.of(
                        Made.totals("2020", "total", "total", 150, 115, 75, 16, 22),
                        Made.totals("2020", "g", "x", 40, 30, 20, 2, 0),
                        Made.totals("2020", "g", "y", 60, 50, 30, 6, 9),
                        Made.totals("2020", "g", "z", 50, 35, 25, 8, 13),
                        Made.totals("2021", "total", "total", 150, 115, 75, 21, 22),
                        Made.totals("2021", "g", "x", 40, 30, 20, 7, 6),
                        Made.totals("2021", "g", "y", 60, 50, 30, 6, 9),
                        Made.totals("2021", "g", "z", 50, 35, 25, 8, 7))));
    }

    @Test
    void leavesNothingOfASmallCountButItsStatus() throws IOException {
        Estimate small = Made.estimate(tables("reliability: off"), "2020", "x", "d");
        assertThat(small)
                .usingRecursiveComparison()
                .ignoringFields("row", "wave")
                .isEqualTo(new Estimate(
                        small.row(),
                        small.wave(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "",
                        "C",
                        "weighted",
                        "s-2020.csv"));
    }

    @Test
    void withholdsNeighboursThatWouldGiveItAway() throws IOException {
        List<TrendTable> tables = tables("reliability: off");
        List<String> withheld = tables.get(0).estimates().stream()
                .filter(one -> one.confStatus().equals("C"))
                .map(one -> one.row().group() + one.row().answer())
                .toList();
        assertThat(withheld).hasSize(4).contains("xd");
        assertThat(withheld.stream().map(one -> one.substring(0, 1)).distinct()).hasSize(2);
        assertThat(withheld.stream().map(one -> one.substring(1)).distinct()).hasSize(2);
    }

    @Test
    void tellsNoChangeFromOrToAWithheldFigure() throws IOException {
        List<TrendTable> tables = tables("reliability: off");
        Estimate after = Made.estimate(tables, "2021", "x", "d");
        assertThat(after.value()).isNotNull();
        assertThat(after.change()).isNull();
        assertThat(after.changePValue()).isNull();
        assertThat(Made.estimate(tables, "2021", "total", "d").change()).isNotNull();
    }

    @Test
    void tellsNothingOfAWithheldChangeByThePValuesOfOthers() throws IOException {
        List<Double> few = pValues(2);
        assertThat(few).doesNotContainNull().hasSizeGreaterThan(2);
        assertThat(pValues(4)).isEqualTo(few);
    }

    /** Of what is published, where so many of 100 in one group give an answer that 12 of 100 gave before. */
    private List<Double> pValues(long small) throws IOException {
        Survey survey = Made.survey(jobs, "reliability: off");
        return TrendTables.of(Made.material(
                        survey,
                        List.of(
                                Made.totals("2020", "g", "x", 12, 50, 38),
                                Made.totals("2020", "g", "y", 300, 500, 200),
                                Made.totals("2021", "g", "x", small, 52, 48 - small),
                                Made.totals("2021", "g", "y", 330, 446, 224))))
                .get(0)
                .estimates()
                .stream()
                .filter(one -> one.change() != null)
                .map(Estimate::changePValue)
                .toList();
    }

    @Test
    void publishesZeros() throws IOException {
        assertThat(Made.estimate(tables("reliability: off"), "2021", "total", "a")
                        .value())
                .isNotNull();
        assertThat(Made.estimate(tables("reliability: off"), "2020", "x", "e").value())
                .isZero();
    }

    @Test
    void withholdsNothingWhereTheDefinitionSaysSo() throws IOException {
        assertThat(tables("reliability: off", "disclosure: off").get(0).estimates())
                .allSatisfy(one -> assertThat(one.value()).isNotNull());
    }

    @Test
    void keepsTheBaseOfWhatIsWithheldAsUnreliable() throws IOException {
        Survey survey = Made.survey(jobs, "disclosure: off");
        List<TrendTable> tables =
                TrendTables.of(Made.material(survey, List.of(Made.totals("2020", "total", "total", 20, 9))));
        Estimate few = Made.estimate(tables, "2020", "total", "a");
        assertThat(few.value()).isNull();
        assertThat(few.stdError()).isNull();
        assertThat(few.base()).isEqualTo(29);
        assertThat(few.obsStatus()).isEqualTo("u");
        assertThat(few.confStatus()).isEqualTo("N");
    }
}
