package no.barometer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.survey.Calibration;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Table;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource
class WarehouseTest {
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
    void emptyWarehouseHoldsNothing() {
        assertThat(warehouse.deliveries()).isEmpty();
        assertThat(warehouse.bundles()).isEmpty();
        assertThat(warehouse.seenFiles()).isEmpty();
        assertThat(warehouse.observations("media")).isEmpty();
        assertThat(warehouse.releases()).isEmpty();
    }

    @Test
    void observationsComeBackAsTheyWere() {
        Observation full = new Observation(
                "2024",
                "trust",
                "tv",
                "yes",
                "gender",
                "women",
                "share",
                "asked",
                0.1 + 0.2,
                "percent",
                1e15 + 0.3,
                Double.MIN_NORMAL,
                "bu",
                "C",
                new Observation.Source("a.xlsx", "Ark «1»", 7, 3));
        Observation sparse = new Observation(
                "2024",
                "trust",
                "",
                "",
                "total",
                "total",
                "mean",
                "valid",
                null,
                "points",
                null,
                null,
                "m",
                "",
                new Observation.Source("a.xlsx", "", 1_048_576, 16_384));
        BundleLoad load = Loads.with(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024), List.of(sparse, full));

        warehouse.replace(load, 1);

        assertThat(warehouse.observations("media")).containsExactly(sparse, full);
        assertThat(warehouse.observations("other")).isEmpty();
    }

    @Test
    void figuresKeepTheirGroupsInWhateverOrderSubjectsNameThem() {
        List<Observation> observations = new ArrayList<>();
        int row = 0;
        for (String groups : List.of("x", "xyz", "xyz", "yx", "zxyw", "", "zxyw", "wx", "xw", "wxyz", "zzz")) {
            row++;
            for (int i = 0; i < groups.length(); i++) {
                observations.add(
                        grouped("answer " + row, i % 2 == 0 ? "sex" : "age", groups.substring(i, i + 1), row, i));
            }
        }
        warehouse.replace(Loads.with(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024), observations), 1);

        assertThat(warehouse.observations("media")).isEqualTo(observations);
    }

    private static Observation grouped(String answer, String breakdown, String group, int row, int column) {
        return new Observation(
                "2024",
                "trust",
                "",
                answer,
                breakdown,
                group,
                "share",
                "valid",
                1.0,
                "percent",
                null,
                null,
                "",
                "",
                new Observation.Source("a.xlsx", "S", row, column + 1));
    }

    @Test
    void thousandsOfFiguresOfOneSheetAreOneRowEachToWhoeverAsksInSql() {
        List<Observation> some = new ArrayList<>();
        for (int i = 0; i < 2_345; i++) {
            Double value = i % 7 == 0 ? null : i / 8.0;
            some.add(new Observation(
                    i % 2 == 0 ? "2024" : "2025",
                    "trust",
                    i % 3 == 0 ? "" : "item-" + i % 5,
                    "answer-" + i % 11,
                    "region",
                    "group-" + i % 13,
                    i % 2_000 == 0 ? "mean" : "share",
                    "valid",
                    value,
                    "percent",
                    i % 4 == 0 ? null : (double) i,
                    null,
                    value == null ? "m" : "",
                    "",
                    new Observation.Source("a.xlsx", i < 1_200 ? "Ark 1" : "Ark 2", i + 1, 2)));
        }
        BundleLoad load = Loads.with(
                Loads.bundle("b", "a.xlsx", Loads.WAVE_2024), List.of(Loads.WAVE_2024, Loads.WAVE_2025), some);

        warehouse.replace(load, 1);

        assertThat(warehouse.observations("media")).hasSize(some.size()).containsExactlyInAnyOrderElementsOf(some);
        JdbcTemplate jdbc = new JdbcTemplate(database);
        assertThat(jdbc.queryForObject("SELECT COUNT(*) FROM observation", Integer.class))
                .isEqualTo(some.size());
        assertThat(jdbc.queryForList(
                        "SELECT wave_id || '|' || item_id || '|' || answer_id || '|' || group_id || '|' || measure || '|'"
                                + " || COALESCE(CAST(CAST(figure AS NUMERIC(9, 3)) AS VARCHAR(20)), '') || '|'"
                                + " || COALESCE(CAST(CAST(base AS NUMERIC(9, 3)) AS VARCHAR(20)), '') || '|'"
                                + " || obs_status || '|' || delivery || '|' || sheet || '|' || sheet_row || '|' || sheet_column"
                                + " FROM v_observation",
                        String.class))
                .containsExactlyInAnyOrderElementsOf(some.stream()
                        .map(one -> String.join(
                                "|",
                                one.wave(),
                                one.item(),
                                one.answer(),
                                one.group(),
                                one.measure(),
                                three(one.value()),
                                three(one.base()),
                                one.obsStatus(),
                                one.source().delivery(),
                                one.source().sheet(),
                                one.source().row() + "|" + one.source().column()))
                        .toList());
    }

    @Test
    void labelsComeBackAndAreOneRowEachToWhoeverAsksInSql() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < 1_234; i++) {
            labels.add(new Label(Label.Kind.ANSWER, "question-" + i % 3, "answer-" + i, "Svar “" + i + "”", i));
        }
        labels.add(new Label(Label.Kind.GROUP, "region", "oslo", "Oslo, {\"null\"}\\", 1L << 50));
        BundleLoad load = Loads.labelled(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1), Map.of("a.xlsx", labels));

        warehouse.replace(load, 1);

        assertThat(warehouse.labels("media"))
                .extracting(StoredLabel::label)
                .containsExactlyInAnyOrderElementsOf(labels);
        assertThat(new JdbcTemplate(database)
                        .queryForList(
                                "SELECT kind || parent_id || label_id || label_text || position FROM label",
                                String.class))
                .containsExactlyInAnyOrderElementsOf(labels.stream()
                        .map(one -> one.kind() + one.parent() + one.id() + one.text() + one.position())
                        .toList());
        warehouse.remove(load.key());
        assertThat(warehouse.labels("media")).isEmpty();
    }

    private static String three(@Nullable Double value) {
        return value == null ? "" : BigDecimal.valueOf(value).setScale(3).toPlainString();
    }

    @Test
    void totalsAndCalibrationsComeBackBitForBit() {
        Totals one = Loads.totals("2024", 5);
        Totals number = new Totals(
                "2024",
                "age",
                "",
                "",
                "total",
                "total",
                true,
                List.of(Totals.SUM, Totals.WEIGHT),
                new boolean[] {true, true},
                new double[] {-1e-17, 1e17},
                new long[] {3, 3},
                new double[] {2, 2},
                new double[] {1, 2, 3},
                -1,
                0,
                47.25,
                "");
        Totals option = new Totals(
                "2024",
                "uses",
                "",
                "news",
                "total",
                "total",
                false,
                List.of(Totals.CHOSEN, Totals.NOT_CHOSEN),
                new boolean[] {true, true},
                new double[0],
                new long[0],
                new double[0],
                new double[0],
                1,
                2,
                0,
                Table.BY_SIZE);
        BundleLoad plain = Loads.bundle("b", "a.csv", Loads.WAVE_2024);
        BundleLoad load = new BundleLoad(
                "media",
                "b",
                "f",
                plain.deliveries(),
                plain.waves(),
                List.of(),
                List.of(option, one, number),
                List.of(),
                List.of(new Calibration("2024", List.of("gender", "age"), 7, 3e-8, 1.25, 1.0 / 3, Math.PI)),
                Map.of(),
                List.of());

        warehouse.replace(load, 1);

        assertThat(warehouse.totals("media"))
                .usingRecursiveFieldByFieldElementComparator()
                .containsExactly(number, one, option);
        assertThat(warehouse.calibrations("media")).isEqualTo(load.calibrations());
        assertThat(warehouse.calibrations("other")).isEmpty();
        warehouse.replace(plain, 2);
        assertThat(warehouse.calibrations("media")).isEmpty();
    }

    @Test
    void deliveriesWavesAndLabelsComeBackAsTheyWere() {
        Label group = new Label(Label.Kind.GROUP, "gender", "women", "Kvinner ♀", 1L << 40);
        Label question = new Label(Label.Kind.QUESTION, "", "trust", "Tillit til …", 3);
        StoredDelivery both = Loads.delivery("b/2.xlsx", "b", "2024", "2025");
        StoredDelivery late = Loads.delivery("a/1.xlsx", "b", "2025");
        warehouse.replace(
                new BundleLoad(
                        "media",
                        "b",
                        "f",
                        List.of(late, both),
                        List.of(Loads.WAVE_2025, Loads.WAVE_2024),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of("a/1.xlsx", List.of(question), "b/2.xlsx", List.of(group, question)),
                        List.of()),
                1);

        assertThat(warehouse.deliveries()).containsExactly(late, both);
        assertThat(warehouse.waves("media")).containsExactly(Loads.WAVE_2024, Loads.WAVE_2025);
        assertThat(warehouse.labels("media"))
                .containsExactly(
                        new StoredLabel(question, "b/2.xlsx", LocalDate.of(2024, 1, 1)),
                        new StoredLabel(group, "b/2.xlsx", LocalDate.of(2024, 1, 1)),
                        new StoredLabel(question, "a/1.xlsx", LocalDate.of(2025, 1, 1)));
        assertThat(warehouse.bundles())
                .containsExactly(new StoredBundle(new BundleKey("media", "b"), "f", List.of(late, both)));
    }

    @Test
    void bundlesOfSomeSurveysAreReadAsAmongAll() {
        BundleLoad media = Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1);
        BundleLoad another = Loads.of("other", Loads.bundle("b", "a.xlsx", Loads.WAVE_2025, 1));
        warehouse.replaceAll(List.of(media, another), 1);

        assertThat(warehouse.bundles()).hasSize(2);
        assertThat(warehouse.bundles(Set.of("other", "unheard-of")))
                .hasSize(1)
                .allMatch(bundle -> bundle.key().survey().equals("other"))
                .isSubsetOf(warehouse.bundles());
    }

    private void run(int number, String status, int month) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        jdbc.update("INSERT INTO batch_job_instance VALUES (?, 0, 'run', ?)", number, "key " + number);
        if (!status.isEmpty()) {
            jdbc.update(
                    "INSERT INTO batch_job_execution (job_execution_id, version, job_instance_id, create_time, status)"
                            + " VALUES (?, 0, ?, ?, ?)",
                    number,
                    number,
                    LocalDateTime.of(2026, month, 1, 0, 0),
                    status);
            jdbc.update(
                    "INSERT INTO batch_job_execution_params VALUES (?, 'run', 'java.lang.Long', ?, 'Y')",
                    number,
                    String.valueOf(number + 40));
        }
    }

    @Test
    void theNewestRunIsKnownByItsNumberWhereItEnded() {
        assertThat(warehouse.endedRun()).isEmpty();
        run(1, "COMPLETED", 1);
        assertThat(warehouse.endedRun()).hasValue(41);
        run(2, "FAILED", 2);
        assertThat(warehouse.endedRun()).isEmpty();
        run(3, "ABANDONED", 3);
        assertThat(warehouse.endedRun()).hasValue(43);
        run(4, "", 4);
        assertThat(warehouse.endedRun()).isEmpty();
    }

    @Test
    void oldRunsAreThoseThatBeganBeforeATimeButTheNewest() {
        run(1, "COMPLETED", 1);
        run(2, "", 1);
        run(3, "FAILED", 3);
        run(4, "COMPLETED", 3);
        assertThat(warehouse.runsBefore(LocalDateTime.of(2026, 2, 1, 0, 0))).containsExactlyInAnyOrder(1L, 2L);
        assertThat(warehouse.runsBefore(LocalDateTime.of(2027, 1, 1, 0, 0))).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    void newWavePeriodReplacesTheOldOne() {
        warehouse.replace(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1), 1);
        Wave moved = new Wave("2024", LocalDate.of(2024, 2, 1), LocalDate.of(2024, 3, 31));

        warehouse.replace(Loads.bundle("b", "a.xlsx", moved, 1), 2);

        assertThat(warehouse.waves("media")).containsExactly(moved);
    }

    @Test
    void rememberedFilesAreReplacedByPath() {
        SeenFile first = new SeenFile("a.csv", 1, 2, "aa");
        SeenFile other = new SeenFile("b.csv", 3, 4, "bb");
        SeenFile changed = new SeenFile("a.csv", 5, 6, "cc");

        warehouse.remember(List.of(first, other));
        warehouse.remember(List.of(changed));

        assertThat(warehouse.seenFiles()).containsOnly(Map.entry("a.csv", changed), Map.entry("b.csv", other));
    }

    @Test
    void correctedBundleReplacesItsOldFactsOnly() {
        warehouse.replaceAll(
                List.of(
                        Loads.bundle("2024", "a.xlsx", Loads.WAVE_2024, 1, 2, 3),
                        Loads.bundle("2025", "b.xlsx", Loads.WAVE_2025, 4)),
                1);

        warehouse.replace(Loads.bundle("2024", "a.xlsx", Loads.WAVE_2024, 5), 2);

        assertThat(values()).containsExactly(5.0, 4.0);
        assertThat(warehouse.totals("media")).hasSize(2);
        assertThat(warehouse.totals("media").get(0).n()[0]).isEqualTo(1);
        assertThat(warehouse.labels("media")).hasSize(2);
    }

    @Test
    void bundleThatTakesOverADeliveryReplacesTheOneThatHeldIt() {
        warehouse.replace(Loads.bundle("old", "a.xlsx", Loads.WAVE_2024, 1, 2), 1);

        warehouse.replace(Loads.bundle("new", "a.xlsx", Loads.WAVE_2025, 3), 2);

        assertThat(values()).containsExactly(3.0);
        assertThat(warehouse.bundles()).extracting(StoredBundle::key).containsExactly(new BundleKey("media", "new"));
        assertThat(warehouse.waves("media")).containsExactly(Loads.WAVE_2025);
    }

    @Test
    void absorbedBundlesDisappear() {
        warehouse.replace(Loads.bundle("old", "a.xlsx", Loads.WAVE_2024, 1, 2), 1);

        warehouse.replace(Loads.absorbing(Loads.bundle("new", "b.xlsx", Loads.WAVE_2025, 3), "old", "unheard-of"), 2);

        assertThat(values()).containsExactly(3.0);
        assertThat(warehouse.deliveries()).containsExactly(Loads.delivery("b.xlsx", "new", "2025"));
    }

    @Test
    void removedBundleLeavesNoFacts() {
        warehouse.replace(Loads.bundle("old", "a.xlsx", Loads.WAVE_2024, 1, 2), 1);

        warehouse.remove(new BundleKey("media", "old"), new BundleKey("media", "unheard-of"));

        assertThat(values()).isEmpty();
        assertThat(warehouse.totals("media")).isEmpty();
        assertThat(warehouse.labels("media")).isEmpty();
        assertThat(warehouse.deliveries()).isEmpty();
        assertThat(warehouse.waves("media")).isEmpty();
    }

    @Test
    void failureMidwayLeavesTheOldBundleWhole() {
        warehouse.replace(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1, 2, 3), 1);
        List<Observation> bad = new ArrayList<>(
                Loads.bundle("b", "a.xlsx", Loads.WAVE_2025, new double[5_000]).observations());
        bad.add(Loads.observation("2025", "x".repeat(1_001), 1.0, "a.xlsx", 9));
        BundleLoad tooLong = Loads.with(Loads.bundle("b", "a.xlsx", Loads.WAVE_2025), bad);
        bad.set(5_000, Loads.observation("2025", "new-answer", 1.0, "elsewhere.xlsx", 9));
        BundleLoad stray = Loads.with(Loads.bundle("b", "a.xlsx", Loads.WAVE_2025), List.copyOf(bad));
        bad.set(5_000, longUnit());

        assertThatThrownBy(() -> warehouse.replace(tooLong, 2)).isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() ->
                        warehouse.replaceAll(List.of(Loads.bundle("c", "c.xlsx", Loads.WAVE_2025, 9), stray), 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("elsewhere.xlsx is not among the bundle's deliveries");

        assertThat(values()).containsExactly(1.0, 2.0, 3.0);
        assertThat(warehouse.totals("media")).hasSize(1);
        assertThat(warehouse.waves("media")).containsExactly(Loads.WAVE_2024);
        assertThat(warehouse.deliveries()).containsExactly(Loads.delivery("a.xlsx", "b", "2024"));
    }

    @Test
    void loadingGoesOnAfterAFailure() {
        BundleLoad good = Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1);
        BundleLoad bad = Loads.with(good, List.of(good.observations().get(0), longUnit()));

        assertThatThrownBy(() -> warehouse.replace(bad, 1)).isInstanceOf(DataAccessException.class);
        warehouse.replace(good, 1);

        assertThat(values()).containsExactly(1.0);
    }

    @Test
    void bundleIsVisibleOnReturnAlsoWithinACallersTransaction() {
        TransactionTemplate callers = new TransactionTemplate(new JdbcTransactionManager(database));

        callers.executeWithoutResult(status -> {
            warehouse.replace(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 1), 1);
            status.setRollbackOnly();
        });

        assertThat(values()).containsExactly(1.0);
    }

    @Test
    void observationsComeInOrderHoweverTheyWereLoaded() {
        List<BundleLoad> loads = new ArrayList<>(List.of(
                Loads.bundle("1", "b.xlsx", Loads.WAVE_2024, 1, 2),
                Loads.bundle("2", "B.xlsx", Loads.WAVE_2024, 3, 4),
                Loads.bundle("3", "ø.xlsx", Loads.WAVE_2024, 5),
                Loads.bundle("4", "a.xlsx", Loads.WAVE_2025, 6)));
        warehouse.replaceAll(loads, 1);
        List<Observation> first = warehouse.observations("media");
        Collections.reverse(loads);
        loads.forEach(load -> {
            List<Observation> reversed = new ArrayList<>(load.observations());
            Collections.reverse(reversed);
            warehouse.replace(Loads.with(load, reversed), 2);
        });

        assertThat(values()).containsExactly(3.0, 4.0, 1.0, 2.0, 5.0, 6.0);
        assertThat(warehouse.observations("media")).isEqualTo(first);
    }

    @Test
    void viewsAnswerWithLabels() {
        warehouse.replace(Loads.bundle("b", "a.xlsx", Loads.WAVE_2024, 12.5), 7);
        warehouse.nameDimensions(
                "media",
                List.of(
                        new Label(Label.Kind.QUESTION, "", "trust", "Tillit", 2),
                        new Label(Label.Kind.ITEM, "trust", "tv", "Fjernsyn", 1),
                        new Label(Label.Kind.ANSWER, "trust", "answer-0", "Svært stor", 5),
                        new Label(Label.Kind.BREAKDOWN, "", "gender", "Kjønn", 1),
                        new Label(Label.Kind.GROUP, "gender", "women", "Kvinner", 2),
                        new Label(Label.Kind.ANSWER, "unheard-of", "answer-0", "Nothing", 5)));

        JdbcTemplate jdbc = new JdbcTemplate(database);
        assertThat(jdbc.queryForObject(
                        "SELECT question_label || '|' || answer_label || '|' || item_id || '|' || group_label || '|' || figure"
                                + " FROM v_observation",
                        String.class))
                .isEqualTo("Tillit|Svært stor||total|12.5");
        assertThat(jdbc.queryForObject(
                        "SELECT item_label || '|' || breakdown_label || '|' || group_label || '|' || option_id FROM v_totals",
                        String.class))
                .isEqualTo("Fjernsyn|Kjønn|Kvinner|");
        assertThat(jdbc.queryForObject(
                        "SELECT path || '|' || wave_id || '|' || bundle_id || '|' || run FROM v_delivery",
                        String.class))
                .isEqualTo("a.xlsx|2024|b|7");
    }

    private List<Double> values() {
        return warehouse.observations("media").stream().map(Observation::value).toList();
    }

    private static Observation longUnit() {
        return new Observation(
                "2024",
                "trust",
                "",
                "",
                "total",
                "total",
                "share",
                "valid",
                1.0,
                "u".repeat(201),
                null,
                null,
                "",
                "",
                new Observation.Source("a.xlsx", "", 1, 1));
    }
}
