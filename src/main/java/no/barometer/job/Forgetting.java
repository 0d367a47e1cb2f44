package no.barometer.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.ReleaseReader;
import no.barometer.warehouse.BundleKey;
import no.barometer.warehouse.Databases;
import no.barometer.warehouse.Migrations;
import no.barometer.warehouse.StoredDelivery;
import no.barometer.warehouse.Warehouse;

/**
 * Takes a delivery, or all of a survey, out of the warehouse with all that rests on it, and publishes what is left. Files
 * in {@code input/} are never touched, and a delivery whose file lies there would be taken again: it has to go first.
 */
public final class Forgetting {
    private final Settings settings;
    private final String name;

    /** @param name id of a survey, or path of a delivery below {@code input/} */
    public Forgetting(Settings settings, String name) {
        this.settings = settings;
        this.name = name;
    }

    /**
     * What is to be forgotten: paths of deliveries that are in the warehouse or in the newest release.
     *
     * @return none where nothing is called so
     */
    public List<String> deliveries() throws IOException {
        TreeSet<String> paths = new TreeSet<>();
        stored().stream().filter(this::meant).map(StoredDelivery::path).forEach(paths::add);
        ReleaseReader.newest(settings.output())
                .ifPresent(release -> release.manifest()
                        .surveys()
                        .forEach(survey -> survey.deliveries().stream()
                                .filter(this::meant)
                                .forEach(note -> paths.add(note.path()))));
        return List.copyOf(paths);
    }

    /** Those of them whose files still are in {@code input/}. */
    public List<String> stillThere() throws IOException {
        return deliveries().stream()
                .filter(path -> Files.exists(settings.input().resolve(path)))
                .toList();
    }

    /** Does it, as a run that publishes the revision. */
    public Runner.Summary with(Runner runner) throws IOException {
        List<BundleKey> bundles = new ArrayList<>();
        stored().stream().filter(this::meant).forEach(one -> bundles.add(new BundleKey(one.survey(), one.bundle())));
        return runner.run(bundles, this::meant);
    }

    private List<StoredDelivery> stored() {
        if (Databases.isMissing(settings.warehouse())) {
            return List.of();
        }
        try (HikariDataSource database = Runner.open(settings)) {
            Migrations.migrate(database);
            return new Warehouse(database).deliveries();
        }
    }

    private boolean meant(StoredDelivery one) {
        return one.survey().equals(name) || one.path().equals(name);
    }

    private boolean meant(DeliveryNote one) {
        return one.survey().equals(name) || one.path().equals(name);
    }
}
