package no.barometer.job;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import no.barometer.layout.Layouts;
import no.barometer.layout.PairReduction;
import no.barometer.layout.Reading;
import no.barometer.layout.Reduction;
import no.barometer.layout.Tally;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.sheet.Bounds;
import no.barometer.survey.Calibration;
import no.barometer.survey.Design;
import no.barometer.survey.Label;
import no.barometer.survey.Observation;
import no.barometer.survey.Pair;
import no.barometer.survey.Totals;
import no.barometer.survey.Wave;
import no.barometer.warehouse.BundleLoad;
import no.barometer.warehouse.StoredDelivery;

/** Reads the files of a bundle and folds them into what the warehouse keeps. */
final class BundleReader {
    private final Path input;
    private final Bounds bounds;

    BundleReader(Path input, Bounds bounds) {
        this.input = input;
        this.bounds = bounds;
    }

    /**
     * What a bundle came to.
     *
     * @param load to be put into the warehouse if {@code rejected} is empty
     * @param rejected paths of its files if it is rejected
     */
    record Outcome(Bundle bundle, BundleLoad load, List<Problem> problems, List<String> rejected) {}

    Outcome read(Bundle bundle) {
        Map<Claim, Reading> readings = new LinkedHashMap<>();
        Calibrated calibrated = Calibrated.of(bundle, input, bounds);
        List<Problem> problems = new ArrayList<>(calibrated.problems());
        for (Claim claim : bundle.claims()) {
            Reading reading = Layouts.read(
                    claim.survey(),
                    claim.block(),
                    input.resolve(claim.path()),
                    claim.path(),
                    claim.captured(),
                    bounds,
                    calibrated.of(claim));
            readings.put(claim, reading);
            problems.addAll(reading.problems());
        }
        if (problems.stream().noneMatch(Problem::isError)) {
            // a file that was changed between the two passes
            problems.addAll(calibrated.others());
        }
        Folding folding = new Folding(bundle, problems);
        boolean rejected = problems.stream().anyMatch(Problem::isError);
        BundleLoad load = rejected ? folding.nothing() : folding.fold(readings, calibrated.calibrations());
        if (problems.stream().anyMatch(Problem::isError)) {
            waiting(readings, problems);
            return new Outcome(
                    bundle,
                    folding.nothing(),
                    problems,
                    bundle.claims().stream().map(Claim::path).toList());
        }
        return new Outcome(bundle, load, problems, List.of());
    }

    /** Files without faults of their own wait for those with faults. */
    private static void waiting(Map<Claim, Reading> readings, List<Problem> problems) {
        String faulty = readings.entrySet().stream()
                .filter(one -> one.getValue().rejected())
                .map(one -> one.getKey().path())
                .findFirst()
                .orElse("");
        readings.forEach((claim, reading) -> {
            if (!reading.rejected() && !faulty.isEmpty()) {
                problems.add(new Problem(
                        Kind.WAVE_INCOMPLETE,
                        Location.of(claim.path()),
                        claim.survey().id(),
                        faulty,
                        "all of its files without faults"));
            }
        });
    }

    /** Folds the readings of one bundle. */
    private record Folding(Bundle bundle, List<Problem> problems) {
        BundleLoad nothing() {
            return new BundleLoad(
                    bundle.survey().id(),
                    bundle.id(),
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Map.of(),
                    List.of());
        }

        BundleLoad fold(Map<Claim, Reading> readings, List<Calibration> calibrations) {
            SortedMap<String, Wave> waves = new TreeMap<>();
            SortedMap<String, Tally> tallies = new TreeMap<>();
            List<StoredDelivery> deliveries = new ArrayList<>();
            Map<String, List<Label>> labels = new HashMap<>();
            readings.forEach((claim, reading) -> {
                waves.putAll(reading.waves());
                reading.tallies().forEach((wave, tally) -> add(tallies, wave, tally));
                labels.put(claim.path(), reading.labels());
                deliveries.add(stored(claim, reading));
            });
            distinct(waves);
            List<Reduction> reductions = new ArrayList<>();
            tallies.forEach((wave, tally) -> reductions.add(reduction(wave, tally)));
            List<Totals> totals = reductions.parallelStream()
                    .map(Reduction::totals)
                    .flatMap(List::stream)
                    .toList();
            return new BundleLoad(
                    bundle.survey().id(),
                    bundle.id(),
                    bundle.fingerprint(),
                    deliveries,
                    List.copyOf(waves.values()),
                    observations(List.copyOf(readings.values())),
                    totals,
                    pairs(tallies, waves),
                    calibrations,
                    labels,
                    List.of());
        }

        /** What an observation is of. */
        private record Figure(
                String wave,
                String question,
                String item,
                String answer,
                String breakdown,
                String group,
                String measure) {}

        /** Parts of a wave add up; of cumulative files the last one holds. */
        private void add(SortedMap<String, Tally> tallies, String wave, Tally tally) {
            Tally earlier = tallies.get(wave);
            if (earlier == null || bundle.block().cumulative()) {
                tallies.put(wave, tally);
            } else {
                earlier.add(tally);
            }
        }

        private List<Observation> observations(List<Reading> readings) {
            if (readings.size() == 1) {
                // within a file none stands twice
                return readings.get(0).observations();
            }
            Map<Figure, Observation> observations = new LinkedHashMap<>();
            readings.forEach(reading -> reading.observations().forEach(one -> add(observations, one)));
            return List.copyOf(observations.values());
        }

        private void add(Map<Figure, Observation> observations, Observation one) {
            Figure key = new Figure(
                    one.wave(), one.question(), one.item(), one.answer(), one.breakdown(), one.group(), one.measure());
            Observation earlier = observations.put(key, one);
            if (earlier != null && !bundle.block().cumulative()) {
                problems.add(new Problem(
                        Kind.REPEATED_WAVE,
                        one.source().location(),
                        bundle.survey().id(),
                        earlier.source().location() + ", and here",
                        "each figure in one file"));
            }
        }

        private StoredDelivery stored(Claim claim, Reading reading) {
            return new StoredDelivery(
                    claim.survey().id(),
                    claim.block().id(),
                    claim.path(),
                    claim.file().sha256(),
                    claim.file().size(),
                    claim.file().modified(),
                    claim.part(),
                    claim.version(),
                    reading.waves().values().stream().sorted().map(Wave::id).toList(),
                    bundle.id(),
                    reading.rows(),
                    reading.respondents());
        }

        private void distinct(SortedMap<String, Wave> waves) {
            Map<List<Object>, Wave> periods = new HashMap<>();
            for (Wave wave : waves.values()) {
                Wave other = periods.putIfAbsent(List.of(wave.start(), wave.end()), wave);
                if (other != null) {
                    problems.add(new Problem(
                            Kind.WAVES_OVERLAP,
                            Location.of(bundle.claims().get(0).path()),
                            bundle.survey().id(),
                            other.id() + " and " + wave.id(),
                            "a period for each wave"));
                }
            }
        }

        /** The joint covariance of each two neighbouring waves of a panel. */
        private List<Pair> pairs(SortedMap<String, Tally> tallies, SortedMap<String, Wave> waves) {
            Design design = Layouts.design(bundle.survey(), bundle.block());
            List<Pair> pairs = new ArrayList<>();
            List<Map.Entry<Wave, Tally>> inTime = tallies.entrySet().stream()
                    .map(one -> Map.entry(Objects.requireNonNull(waves.get(one.getKey())), one.getValue()))
                    .sorted(Map.Entry.comparingByKey())
                    .toList();
            for (int i = 1; design.panel() && i < inTime.size(); i++) {
                Map.Entry<Wave, Tally> before = inTime.get(i - 1);
                Map.Entry<Wave, Tally> now = inTime.get(i);
                PairReduction reduction = new PairReduction(
                        before.getValue(),
                        before.getKey().id(),
                        now.getValue(),
                        now.getKey().id(),
                        design.population());
                reduction.contradictions().forEach(this::populationTooSmall);
                pairs.addAll(reduction.pairs());
            }
            return pairs;
        }

        private void populationTooSmall(String found) {
            problems.add(new Problem(
                    Kind.POPULATION_TOO_SMALL,
                    Location.of(bundle.claims().get(0).path()),
                    bundle.survey().id(),
                    found,
                    "a population of at least the sample"));
        }

        private void psuInTwoStrata(String found) {
            problems.add(new Problem(
                    Kind.PSU_IN_TWO_STRATA,
                    Location.of(bundle.claims().get(0).path()),
                    bundle.survey().id(),
                    found,
                    "each label in one stratum"));
        }

        private Reduction reduction(String wave, Tally tally) {
            Design design = Layouts.design(bundle.survey(), bundle.block());
            Reduction reduction = new Reduction(tally, wave, design.population());
            reduction.contradictions().forEach(this::populationTooSmall);
            if (!design.nested()) {
                reduction.crossing().forEach(this::psuInTwoStrata);
            }
            return reduction;
        }
    }
}
