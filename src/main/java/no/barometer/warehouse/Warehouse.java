package no.barometer.warehouse;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import javax.sql.DataSource;
import no.barometer.survey.Calibration;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What was delivered, what it says, and what was published of it. Every change is one transaction of its own, also
 * within a caller's: readers see a bundle whole or not at all. Safe for use by several threads; writers take turns.
 * The schema must be there: see {@link Migrations}. Methods throw Spring's {@code DataAccessException} when the database
 * fails.
 */
public final class Warehouse {
    private final JdbcTemplate jdbc;
    private final WriteTurn turn;
    private final Snapshot snapshot;

    public Warehouse(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        jdbc.setFetchSize(5_000);
        this.turn = new WriteTurn(database, jdbc);
        this.snapshot = new Snapshot(database);
    }

    /** All that was delivered, in no order. */
    public List<StoredBundle> bundles() {
        return snapshot.read(new DeliveryReader(jdbc)::bundles);
    }

    /** What was delivered of some surveys, in no order. */
    public List<StoredBundle> bundles(Collection<String> surveys) {
        return snapshot.read(() -> surveys.stream()
                .flatMap(id -> jdbc.queryForList(Sql.of("survey_key"), Integer.class, id).stream())
                .flatMap(key -> new DeliveryReader(jdbc).bundles(key).stream())
                .toList());
    }

    /** All deliveries, by survey, block and path. */
    public List<StoredDelivery> deliveries() {
        return bundles().stream()
                .flatMap(bundle -> bundle.deliveries().stream())
                .sorted(StoredDelivery.ORDER)
                .toList();
    }

    /** By path. */
    public Map<String, SeenFile> seenFiles() {
        return snapshot.read(new DeliveryReader(jdbc)::seenFiles);
    }

    /** Keeps files' hashes, in place of what was known of the same paths. */
    public void remember(Collection<SeenFile> files) {
        Batch batch = new Batch(jdbc);
        turn.take(writing -> {
            batch.run("delete_seen_file", files, (row, file) -> row.setString(1, file.path()));
            batch.run("insert_seen_file", files, (row, file) -> {
                row.setString(1, file.path());
                row.setLong(2, file.size());
                row.setLong(3, file.modified());
                row.setString(4, file.sha256());
            });
        });
    }

    /**
     * Puts a bundle in the place of the one with its key, of those it absorbs, and of any that holds one of its
     * deliveries (same block and path).
     *
     * @param run number of the run that loads it
     * @throws IllegalArgumentException if a fact names a delivery or wave that the bundle does not list; nothing changes
     */
    public void replace(BundleLoad load, long run) {
        replaceAll(List.of(load), run);
    }

    /** The same for several bundles at once: all of them or none. */
    public void replaceAll(List<BundleLoad> loads, long run) {
        if (!loads.isEmpty()) {
            turn.take(writing -> new BundleWriter(jdbc).replace(writing, loads, run));
        }
    }

    /** Takes bundles out with all their facts; those that are not there are passed over. */
    public void remove(BundleKey... bundles) {
        turn.take(writing -> new BundleWriter(jdbc).remove(List.of(bundles)));
    }

    /** Whether the newest run did not come to its end. */
    public boolean unfinishedRun() {
        return jdbc.queryForList(Sql.of("newest_run_status"), String.class).stream()
                .anyMatch(status -> !isEnd(status));
    }

    /** The number of the newest run, where that came to its end; it may be one of many thousand steps. */
    public OptionalLong endedRun() {
        return jdbc
                .query(
                        Sql.of("newest_run"),
                        (row, number) ->
                                isEnd(row.getString(1)) ? OptionalLong.of(row.getLong(2)) : OptionalLong.empty())
                .stream()
                .findFirst()
                .orElse(OptionalLong.empty());
    }

    private static boolean isEnd(String status) {
        return status.equals("COMPLETED") || status.equals("ABANDONED");
    }

    /** Keys of the runs that began before a time, but the newest. */
    public List<Long> runsBefore(LocalDateTime time) {
        return jdbc.queryForList(Sql.of("old_runs"), Long.class, time);
    }

    /** By wave, delivery's path, sheet, row and column. */
    public List<Observation> observations(String survey) {
        return read(survey, FactReader::observations);
    }

    /** By wave, question, item, option, breakdown and group. */
    public List<Totals> totals(String survey) {
        return read(survey, FactReader::totals);
    }

    /** By the earlier wave, question, item, option, breakdown and group. */
    public List<Pair> pairs(String survey) {
        return read(survey, FactReader::pairs);
    }

    /** By wave. */
    public List<Calibration> calibrations(String survey) {
        return read(survey, FactReader::calibrations);
    }

    /** By the delivery's first wave, its path, and position. */
    public List<StoredLabel> labels(String survey) {
        return read(survey, FactReader::labels);
    }

    /** The waves that deliveries hold, in order of time. */
    public List<Wave> waves(String survey) {
        return read(survey, FactReader::waves);
    }

    /** Writes a survey's title and what holds for all of it, in its first language. */
    public void describe(Survey survey) {
        turn.take(writing -> {
            writing.dimensions(survey.id());
            new DimensionLabels(jdbc).describe(survey);
        });
    }

    /**
     * Gives dimension rows their label and position. Rows without one have their id for a label and position 0; labels of
     * what no fact names are passed over.
     */
    public void nameDimensions(String survey, List<Label> labels) {
        turn.take(writing -> new DimensionLabels(jdbc).name(writing.dimensions(survey).surveyKey, labels));
    }

    /**
     * Records a release with everything it prints, all surveys and tables. Recording the newest release again (same name
     * and output) replaces what was recorded of it.
     *
     * @throws IllegalArgumentException if a value is printed twice; nothing changes
     */
    public void recordRelease(Release release, List<PublishedEstimate> estimates) {
        recordRelease(release, estimates, Set.of());
    }

    /**
     * The same for a release that prints some surveys just as the release before it, which was recorded last.
     *
     * @param estimates of the other surveys
     * @param same ids of those surveys
     */
    public void recordRelease(Release release, List<PublishedEstimate> estimates, Set<String> same) {
        turn.take(writing -> new EstimateHistory(jdbc).record(writing, release, estimates, same));
    }

    /**
     * Says that a release was withdrawn. What no other release printed is out of the views from then on.
     *
     * @param erase whether its figures that no standing release printed are deleted
     */
    public void withdraw(String output, String release, String why, boolean erase) {
        turn.take(writing -> {
            jdbc.update(Sql.of("withdraw_release"), why, release, output);
            if (erase) {
                jdbc.update(Sql.of("delete_withdrawn_estimates"), release, output);
            }
        });
    }

    /** By their keys, which count from 1 in the order of release. */
    public SortedMap<Integer, Release> releases() {
        return snapshot.read(new EstimateHistory(jdbc)::releases);
    }

    /** What a release printed of a survey, in no order. */
    public List<PublishedEstimate> estimates(String survey, int release) {
        return snapshot.read(() -> jdbc.queryForList(Sql.of("survey_key"), Integer.class, survey).stream()
                .flatMap(key -> new EstimateHistory(jdbc).printed(survey, key, release).stream())
                .map(EstimateRow::estimate)
                .toList());
    }

    private <T> List<T> read(String survey, Function<FactReader, List<T>> query) {
        return snapshot.read(() -> jdbc.queryForList(Sql.of("survey_key"), Integer.class, survey).stream()
                .flatMap(key -> query.apply(new FactReader(jdbc, key)).stream())
                .toList());
    }
}
