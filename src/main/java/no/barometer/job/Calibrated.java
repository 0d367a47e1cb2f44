package no.barometer.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.layout.CrossTable;
import no.barometer.layout.Factors;
import no.barometer.layout.Layouts;
import no.barometer.layout.Weighing;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Block;
import no.barometer.survey.Calibration;

/**
 * The weights of a bundle's respondents raked to population margins, wave by wave, before any answer is counted. Files are
 * read once more for it, where the design says {@code rake}; only the margins' cross-tables are kept in memory.
 *
 * @param factors of weights, by file and wave
 * @param problems of margins; where there is an error there are no factors
 * @param others that folding the files should tell again
 */
record Calibrated(
        Map<Claim, Map<String, Factors>> factors,
        List<Calibration> calibrations,
        List<Problem> problems,
        List<Problem> others) {
    private static final Calibrated NOTHING = new Calibrated(Map.of(), List.of(), List.of(), List.of());

    /** What a wave's files add up to, and the files whose weights it is. */
    private record OfWave(CrossTable table, List<Claim> claims) {}

    static Calibrated of(Bundle bundle, Path input, Bounds bounds) {
        if (bundle.block().layout() != Block.Layout.MICRODATA
                || Layouts.design(bundle.survey(), bundle.block()).rake().isEmpty()) {
            return NOTHING;
        }
        Map<String, OfWave> waves = new TreeMap<>();
        List<Problem> problems = new ArrayList<>();
        List<Problem> others = new ArrayList<>();
        boolean rejected = false;
        for (Claim claim : bundle.claims()) {
            Weighing weighing = Layouts.weigh(
                    claim.survey(), claim.block(), input.resolve(claim.path()), claim.path(), claim.captured(), bounds);
            problems.addAll(weighing.problems());
            others.addAll(weighing.others());
            rejected |= weighing.rejected();
            weighing.tables().forEach((wave, table) -> add(waves, wave, table, claim));
        }
        return rejected ? new Calibrated(Map.of(), List.of(), problems, others) : raked(bundle, waves);
    }

    /** Parts of a wave add up; of cumulative files the last one holds. */
    private static void add(Map<String, OfWave> waves, String wave, CrossTable table, Claim claim) {
        OfWave earlier = waves.get(wave);
        if (earlier == null || claim.block().cumulative()) {
            waves.put(wave, new OfWave(table, new ArrayList<>(List.of(claim))));
        } else {
            earlier.table().add(table);
            earlier.claims().add(claim);
        }
    }

    private static Calibrated raked(Bundle bundle, Map<String, OfWave> waves) {
        Map<Claim, Map<String, Factors>> factors = new LinkedHashMap<>();
        List<Calibration> calibrations = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        waves.forEach((wave, of) -> {
            Location at = Location.of(of.claims().get(0).path());
            List<String> absent = of.table().absent();
            for (String group : absent) {
                problems.add(new Problem(
                        Kind.MARGIN_EMPTY,
                        at,
                        bundle.survey().id(),
                        group + " in " + wave,
                        "somebody in each group of a margin"));
            }
            if (!absent.isEmpty()) {
                return;
            }
            CrossTable.Raked raked = of.table().rake(wave);
            if (!raked.failure().isEmpty()) {
                problems.add(new Problem(
                        Kind.RAKING_DIVERGED,
                        at,
                        bundle.survey().id(),
                        raked.failure() + " in " + wave,
                        "weights that meet all margins within 100 rounds"));
                return;
            }
            calibrations.add(raked.calibration());
            of.claims()
                    .forEach(claim -> factors.computeIfAbsent(claim, fresh -> new HashMap<>())
                            .put(wave, raked.factors()));
        });
        return problems.isEmpty()
                ? new Calibrated(factors, calibrations, problems, List.of())
                : new Calibrated(Map.of(), List.of(), problems, List.of());
    }

    Map<String, Factors> of(Claim claim) {
        return factors.getOrDefault(claim, Map.of());
    }
}
