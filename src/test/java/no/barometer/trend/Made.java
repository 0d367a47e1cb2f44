package no.barometer.trend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.survey.Definitions;
import no.barometer.survey.Observation;
import no.barometer.survey.Survey;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;
import no.barometer.survey.Waves;

/** Surveys and unweighted respondents made up for tests. */
final class Made {
    private Made() {}

    /** A survey with question q (a to e) by breakdown g, and what else is said in lines of YAML. */
    static Survey survey(Path jobs, String... lines) throws IOException {
        Files.writeString(
                jobs.resolve("s.yaml"),
                "survey: s\ntitle: S\nunit: persons\n" + String.join("\n", lines)
                        + "\ndeliveries: [{files: \"s-{wave}.csv\", layout: microdata}]\n"
                        + "questions: {q: {column: q, answers: {a: A, b: B, c: C, d: D, e: E}}}\n"
                        + "breakdowns: {g: {column: g, groups: [x, y, z]}}\n");
        return Definitions.read(jobs, "s");
    }

    static Material material(Survey survey, List<Totals> totals, Observation... observations) {
        TreeMap<String, Wave> waves = new TreeMap<>();
        Map<String, List<String>> files = new TreeMap<>();
        Map<String, String> blocks = new TreeMap<>();
        for (Totals one : totals) {
            String file = "s-" + one.wave() + ".csv";
            waves.put(one.wave(), Waves.in(one.wave(), Map.of()).orElseThrow());
            files.put(one.wave(), List.of(file));
            blocks.put(file, survey.deliveries().get(0).id());
        }
        for (Observation one : observations) {
            waves.put(one.wave(), Waves.in(one.wave(), Map.of()).orElseThrow());
        }
        return new Material(
                survey, waves, List.of(observations), totals, List.of(), files, blocks, List.of(), List.of());
    }

    /** The answers a, b, … of some respondents, all of the wave's when the group is total; each of them its own PSU. */
    static Totals totals(String wave, String breakdown, String group, long... n) {
        int k = n.length;
        long all = Arrays.stream(n).sum();
        double[] total = Arrays.stream(n).asDoubleStream().toArray();
        double[] covariance = new double[k * (k + 1) / 2];
        int at = 0;
        for (int i = 0; i < k; i++) {
            for (int j = i; j < k; j++) {
                double scatter = (i == j ? total[i] : 0) - total[i] * total[j] / all;
                covariance[at++] = all < 2 ? 0 : scatter * all / (all - 1.0);
            }
        }
        boolean[] valid = new boolean[k];
        Arrays.fill(valid, true);
        List<String> parts = List.of("a", "b", "c", "d", "e").subList(0, k);
        int df = (int) all - 1;
        return new Totals(
                wave, "q", "", "", breakdown, group, false, parts, valid, total, n, total, covariance, df, df, 0, "");
    }

    static Estimate estimate(List<TrendTable> tables, String wave, String group, String answer) {
        return tables.get(0).estimates().stream()
                .filter(one -> one.wave().id().equals(wave)
                        && one.row().group().equals(group)
                        && one.row().answer().equals(answer))
                .findFirst()
                .orElseThrow();
    }

    /** A printed share of everybody. */
    static Observation printed(String wave, double value, Double base) {
        return new Observation(
                wave,
                "q",
                "",
                "a",
                "total",
                "total",
                "share",
                "valid",
                value,
                "percent",
                base,
                null,
                "",
                "",
                new Observation.Source("t.csv", "", 2, 2));
    }
}
