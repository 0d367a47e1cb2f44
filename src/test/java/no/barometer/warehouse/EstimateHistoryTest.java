package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.JdbcTemplate;

@ParameterizedClass
@EnumSource
class EstimateHistoryTest {
    @Parameter
    TestDatabase kind;

    @TempDir
    Path folder;

    private HikariDataSource database;
    private Warehouse warehouse;

    @BeforeEach
    void open() {
        database = kind.open(folder);
        warehouse = new Warehouse(database);
    }

    @AfterEach
    void close() {
        if (database != null) {
            database.close();
        }
    }

    @Test
    void estimatesAndReleasesComeBackAsTheyWere() {
        PublishedEstimate full = new PublishedEstimate(
                "media",
                "trust",
                "2024",
                LocalDate.of(2024, 1, 1),
                "trust",
                "tv",
                "yes",
                "gender",
                "women",
                "share",
                "valid",
                45.333333,
                "percent",
                1.5,
                42.1,
                48.7,
                1000.0,
                870.25,
                -0.0,
                0.05,
                "b",
                "",
                "weighted",
                "a.csv, 1000 respondents");
        PublishedEstimate empty = new PublishedEstimate(
                "media",
                "trust",
                "2025",
                LocalDate.of(2025, 1, 1),
                "trust",
                "",
                "",
                "total",
                "total",
                "top-2",
                "asked",
                null,
                "percent",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "",
                "C",
                "published",
                "");
        Release release = release("2026-11");

        warehouse.recordRelease(release, List.of(full, empty));

        assertThat(warehouse.releases()).hasSize(1).containsEntry(1, release);
        assertThat(warehouse.estimates("media", 1)).containsExactlyInAnyOrder(full, empty);
        assertThat(warehouse.estimates("media", 2)).isEmpty();
        assertThat(warehouse.estimates("other", 1)).isEmpty();
    }

    @Test
    void surveyThatIsPrintedAsBeforeGoesOnWithoutBeingGivenAgain() {
        warehouse.recordRelease(release("1"), List.of(estimate("yes", 40)));
        warehouse.recordRelease(release("2"), List.of(), Set.of("media"));
        warehouse.recordRelease(release("3"), List.of());

        assertThat(warehouse.estimates("media", 2)).containsExactly(estimate("yes", 40));
        assertThat(warehouse.estimates("media", 3)).isEmpty();
    }

    @Test
    void valueThatChangesAndComesBackHasThreeRowsAndAnUnchangedOneHasOne() {
        PublishedEstimate steady = estimate("no", 60);
        warehouse.recordRelease(release("1"), List.of(estimate("yes", 40), steady));
        warehouse.recordRelease(release("2"), List.of(estimate("yes", 41), steady));
        warehouse.recordRelease(release("3"), List.of(estimate("yes", 40), steady));

        assertThat(history()).containsExactly("no 60 1-3", "yes 40 1-1", "yes 41 2-2", "yes 40 3-3");
        assertThat(warehouse.estimates("media", 2)).containsExactlyInAnyOrder(estimate("yes", 41), steady);
        assertThat(warehouse.estimates("media", 3)).containsExactlyInAnyOrder(estimate("yes", 40), steady);
    }

    @Test
    void droppedValueKeepsItsLastReleaseAndANewOneStartsWithItsFirst() {
        warehouse.recordRelease(release("1"), List.of(estimate("yes", 40)));
        warehouse.recordRelease(release("2"), List.of(estimate("no", 60)));

        assertThat(history()).containsExactly("no 60 2-2", "yes 40 1-1");
        assertThat(new JdbcTemplate(database).queryForList("SELECT answer_id FROM v_estimate", String.class))
                .containsExactly("no");
    }

    @Test
    void surveyThatIsNoLongerPublishedKeepsItsLastRelease() {
        warehouse.recordRelease(release("1"), List.of(estimate("yes", 40)));
        warehouse.recordRelease(release("2"), List.of());
        warehouse.recordRelease(release("3"), List.of(estimate("yes", 40)));

        assertThat(history()).containsExactly("yes 40 1-1", "yes 40 3-3");
    }

    @Test
    void recordingTheNewestReleaseAgainReplacesIt() {
        warehouse.recordRelease(release("1"), List.of(estimate("yes", 40), estimate("no", 60)));
        warehouse.recordRelease(release("2"), List.of(estimate("yes", 41), estimate("no", 60)));
        warehouse.recordRelease(release("2"), List.of(estimate("yes", 40), estimate("no", 59)));

        assertThat(warehouse.releases()).containsOnlyKeys(1, 2);
        assertThat(history()).containsExactly("no 60 1-1", "no 59 2-2", "yes 40 1-2");
    }

    @Test
    void sameNameInAnotherOutputIsAReleaseOfItsOwn() {
        warehouse.recordRelease(release("1"), List.of(estimate("yes", 40)));
        warehouse.recordRelease(
                new Release("1", LocalDate.of(2026, 11, 2), YearMonth.of(2026, 11), "elsewhere"),
                List.of(estimate("yes", 40)));

        assertThat(history()).containsExactly("yes 40 1-2");
    }

    @Test
    void valuePrintedTwiceIsRefusedAndNothingChanges() {
        warehouse.recordRelease(release("1"), List.of(estimate("yes", 40)));

        assertThatThrownBy(() -> warehouse.recordRelease(release("2"), List.of(estimate("yes", 1), estimate("yes", 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("printed twice");

        assertThat(history()).containsExactly("yes 40 1-1");
        assertThat(warehouse.releases()).containsOnlyKeys(1);
    }

    private List<String> history() {
        return new JdbcTemplate(database)
                .query(
                        "SELECT answer_id, figure, release_first, release_last FROM v_estimate_history"
                                + " ORDER BY answer_id, release_first",
                        (row, number) ->
                                row.getString(1) + " " + row.getInt(2) + " " + row.getInt(3) + "-" + row.getInt(4));
    }

    private static Release release(String name) {
        return new Release(name, LocalDate.of(2026, 11, 1), YearMonth.of(2026, 11), "output");
    }

    private static PublishedEstimate estimate(String answer, double value) {
        return new PublishedEstimate(
                "media",
                "trust",
                "2024",
                LocalDate.of(2024, 1, 1),
                "trust",
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
                null,
                1000.0,
                null,
                null,
                null,
                "",
                "",
                "published",
                "a.xlsx, T1, B7");
    }
}
