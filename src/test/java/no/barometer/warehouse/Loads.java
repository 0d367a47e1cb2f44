package no.barometer.warehouse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;

/** Bundles as a run would load them. */
final class Loads {
    static final Wave WAVE_2024 = year(2024);
    static final Wave WAVE_2025 = year(2025);

    private Loads() {}

    static Wave year(int year) {
        return new Wave(String.valueOf(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static StoredDelivery delivery(String path, String bundle, String... waves) {
        return new StoredDelivery(
                "media",
                "tables",
                path,
                "ab".repeat(32),
                1234,
                1_700_000_000_123L,
                "north",
                "2",
                List.of(waves),
                bundle,
                40,
                0);
    }

    /** One file of one wave, with figures. */
    static BundleLoad bundle(String bundle, String path, Wave wave, double... figures) {
        List<Observation> observations = new ArrayList<>();
        for (int i = 0; i < figures.length; i++) {
            observations.add(observation(wave.id(), "answer-" + i, figures[i], path, i + 1));
        }
        return new BundleLoad(
                "media",
                bundle,
                "print of " + bundle,
                List.of(delivery(path, bundle, wave.id())),
                List.of(wave),
                observations,
                List.of(totals(wave.id(), figures.length)),
                List.of(),
                List.of(),
                Map.of(path, List.of(new Label(Label.Kind.QUESTION, "", "trust", "Trust in " + path, 1))),
                List.of());
    }

    /** The same of another survey. */
    static BundleLoad of(String survey, BundleLoad load) {
        return copy(load, survey, load.waves(), load.observations(), load.labels(), load.absorbed());
    }

    static BundleLoad absorbing(BundleLoad load, String... absorbed) {
        return copy(load, load.survey(), load.waves(), load.observations(), load.labels(), List.of(absorbed));
    }

    static BundleLoad with(BundleLoad load, List<Observation> observations) {
        return with(load, load.waves(), observations);
    }

    static BundleLoad with(BundleLoad load, List<Wave> waves, List<Observation> observations) {
        return copy(load, load.survey(), waves, observations, load.labels(), load.absorbed());
    }

    static BundleLoad labelled(BundleLoad load, Map<String, List<Label>> labels) {
        return copy(load, load.survey(), load.waves(), load.observations(), labels, load.absorbed());
    }

    private static BundleLoad copy(
            BundleLoad load,
            String survey,
            List<Wave> waves,
            List<Observation> observations,
            Map<String, List<Label>> labels,
            List<String> absorbed) {
        return new BundleLoad(
                survey,
                load.bundle(),
                load.fingerprint(),
                load.deliveries(),
                waves,
                observations,
                load.totals(),
                load.pairs(),
                load.calibrations(),
                labels,
                absorbed);
    }

    static Observation observation(String wave, String answer, Double value, String path, int row) {
        return new Observation(
                wave,
                "trust",
                "",
                answer,
                "total",
                "total",
                "share",
                "valid",
                value,
                "percent",
                1000.0,
                null,
                "",
                "",
                new Observation.Source(path, "Sheet 1", row, 2));
    }

    static Totals totals(String wave, int n) {
        return new Totals(
                wave,
                "trust",
                "tv",
                "",
                "gender",
                "women",
                false,
                List.of("yes", "no", "no-answer"),
                new boolean[] {true, true, false},
                new double[] {Math.PI, 1.0 / 3, Double.MIN_VALUE},
                new long[] {n, Long.MAX_VALUE, 0},
                new double[] {0.1, 0.2, 0.30000000000000004},
                new double[] {1, -2.5, 3e300, 4e-300, 5, 6},
                17,
                19,
                0,
                "");
    }
}
