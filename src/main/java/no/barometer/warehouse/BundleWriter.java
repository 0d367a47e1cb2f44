package no.barometer.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts bundles in the place of earlier ones, within one turn. */
final class BundleWriter {
    /** Facts first, then what they hang on. */
    private static final List<String> TABLES = List.of(
            "observation_pack",
            "label_pack",
            "delivery_wave",
            "wave_pair",
            "calibration",
            "totals",
            "delivery",
            "bundle");

    private final JdbcTemplate jdbc;
    private final Batch batch;

    BundleWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.batch = new Batch(jdbc);
    }

    void replace(WriteTurn turn, List<BundleLoad> loads, long run) {
        Set<Integer> displaced = new LinkedHashSet<>();
        loads.forEach(load -> displaced.addAll(displacedBy(load)));
        delete(displaced);

        Map<String, List<BundleLoad>> bySurvey =
                loads.stream().collect(Collectors.groupingBy(BundleLoad::survey, TreeMap::new, Collectors.toList()));
        bySurvey.forEach((survey, some) -> {
            SurveyDimensions dimensions = turn.dimensions(survey);
            dimensions.waves.ensure(
                    some.stream().flatMap(load -> load.waves().stream()).toList());
            SurveyDimensions.Named named = new SurveyDimensions.Named();
            some.forEach(load -> named.observations(load.observations()).totals(load.totals()));
            dimensions.ensure(named);
        });
        List<Integer> bundleKeys = batch.insert("insert_bundle", "bundle_key", loads, (row, load) -> {
            row.setInt(1, turn.dimensions(load.survey()).surveyKey);
            row.setString(2, load.bundle());
            row.setString(3, load.fingerprint());
            row.setLong(4, run);
        });
        FactWriter facts = new FactWriter(batch);
        for (int i = 0; i < loads.size(); i++) {
            facts.add(
                    loads.get(i),
                    bundleKeys.get(i),
                    turn.dimensions(loads.get(i).survey()));
        }
        facts.write();
    }

    void remove(Collection<BundleKey> bundles) {
        Set<Integer> keys = new LinkedHashSet<>();
        bundles.forEach(bundle -> keys.addAll(withId(bundle.survey(), bundle.bundle())));
        delete(keys);
    }

    private Set<Integer> displacedBy(BundleLoad load) {
        Set<Integer> displaced = new LinkedHashSet<>(withId(load.survey(), load.bundle()));
        load.absorbed().forEach(bundle -> displaced.addAll(withId(load.survey(), bundle)));
        for (StoredDelivery delivery : load.deliveries()) {
            displaced.addAll(jdbc.queryForList(
                    Sql.of("bundle_keys_by_delivery"),
                    Integer.class,
                    load.survey(),
                    delivery.block(),
                    delivery.path()));
        }
        return displaced;
    }

    private List<Integer> withId(String survey, String bundle) {
        return jdbc.queryForList(Sql.of("bundle_keys_by_id"), Integer.class, survey, bundle);
    }

    private void delete(Collection<Integer> bundles) {
        for (String table : TABLES) {
            batch.run("delete_" + table, new ArrayList<>(bundles), (row, key) -> row.setInt(1, key));
        }
    }
}
