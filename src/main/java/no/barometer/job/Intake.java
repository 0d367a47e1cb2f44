package no.barometer.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;
import no.barometer.survey.Block;
import no.barometer.survey.Survey;
import no.barometer.warehouse.SeenFile;

/**
 * From files to bundles: who claims which file, which of several versions counts, and which files hang together.
 *
 * @param rejected paths of files that are not read
 */
record Intake(List<Bundle> bundles, List<Problem> problems, List<String> rejected) {

    static Intake of(List<Survey> surveys, List<SeenFile> files) {
        List<Problem> problems = new ArrayList<>();
        List<String> rejected = new ArrayList<>();
        Claims blocks = new Claims(surveys);
        List<List<Claim>> claimed = files.parallelStream().map(blocks::of).toList();
        IdentityHashMap<Block, List<Claim>> byBlock = new IdentityHashMap<>();
        for (int i = 0; i < claimed.size(); i++) {
            SeenFile file = files.get(i);
            List<Claim> claims = claimed.get(i);
            if (claims.isEmpty()) {
                problems.add(Problem.of(
                        Kind.UNMATCHED_FILE,
                        Location.of(file.path()),
                        "no pattern",
                        "a pattern like \"" + file.path() + '"'));
            } else if (claims.size() > 1) {
                String who = claims.stream()
                        .map(claim -> claim.survey().id() + " ("
                                + claim.block().files().glob() + ")")
                        .collect(Collectors.joining(" and "));
                problems.add(Problem.of(Kind.FILE_CLAIMED_TWICE, Location.of(file.path()), who, "one block"));
                rejected.add(file.path());
            } else {
                Claim claim = claims.get(0);
                byBlock.computeIfAbsent(claim.block(), fresh -> new ArrayList<>())
                        .add(claim);
            }
        }
        List<Bundle> bundles = new ArrayList<>();
        List<OfBlock> ofBlocks = byBlock.values().parallelStream()
                .sorted(Comparator.comparing(claims -> claims.get(0).survey().id() + "\n"
                        + claims.get(0).block().id()))
                .map(OfBlock::of)
                .toList();
        for (OfBlock one : ofBlocks) {
            bundles.addAll(one.bundles());
            problems.addAll(one.problems());
            rejected.addAll(one.rejected());
        }
        return new Intake(bundles, problems, rejected);
    }

    /**
     * The claims of one block, made into bundles.
     *
     * @param faulty a rejected file of each wave that has one: the wave waits for it
     */
    private record OfBlock(
            List<Bundle> bundles, List<Problem> problems, List<String> rejected, Map<String, String> faulty) {
        static OfBlock of(List<Claim> claims) {
            OfBlock block = new OfBlock(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new TreeMap<>());
            block.add(claims);
            return block;
        }

        private void add(List<Claim> claims) {
            Map<String, List<Claim>> slots = new TreeMap<>();
            for (Claim claim : claims) {
                if (isStranger(claim)) {
                    stranger(claim);
                } else {
                    String slot = claim.wave() + "\n" + claim.part().toLowerCase(Locale.ROOT);
                    slots.computeIfAbsent(slot, fresh -> new ArrayList<>()).add(claim);
                }
            }
            Map<String, List<Claim>> byWave = new LinkedHashMap<>();
            List<Claim> hanging = new ArrayList<>();
            for (List<Claim> slot : slots.values()) {
                boolean named = !slot.get(0).wave().isEmpty();
                List<Claim> live = live(slot);
                if (named && live.size() > 1 && !slot.get(0).block().cumulative()) {
                    conflict(live);
                } else if (named) {
                    byWave.computeIfAbsent(slot.get(0).wave(), fresh -> new ArrayList<>())
                            .addAll(live);
                } else if (together(slot.get(0).block())) {
                    hanging.addAll(live);
                } else {
                    live.forEach(claim -> bundles.add(bundle(claim.name(), List.of(claim))));
                }
            }
            if (!hanging.isEmpty() && !waits("", hanging)) {
                bundles.add(bundle("all", hanging));
            }
            List<Bundle> ofWaves = new ArrayList<>();
            byWave.forEach((wave, parts) -> {
                if (!waits(wave, parts)) {
                    complete(wave, parts).ifPresent(ofWaves::add);
                }
            });
            if (!ofWaves.isEmpty() && panel(claims.get(0).block())) {
                bundles.add(bundle(
                        "all",
                        ofWaves.stream().flatMap(one -> one.claims().stream()).toList()));
            } else {
                bundles.addAll(ofWaves);
            }
        }

        /** Whether the block lists its parts and the file is none of them. */
        private static boolean isStranger(Claim claim) {
            List<String> parts = claim.block().parts();
            return !parts.isEmpty() && parts.stream().noneMatch(claim.part()::equalsIgnoreCase);
        }

        private void stranger(Claim claim) {
            problems.add(new Problem(
                    Kind.UNKNOWN_REFERENCE,
                    Location.of(claim.path()),
                    claim.survey().id(),
                    claim.part(),
                    "one of the block's parts: "
                            + String.join(", ", claim.block().parts())));
            reject(claim);
        }

        private void reject(Claim claim) {
            rejected.add(claim.path());
            faulty.putIfAbsent(claim.wave(), claim.path());
        }

        /** Whether another file of the wave was rejected. */
        private boolean waits(String wave, List<Claim> claims) {
            String other = faulty.get(wave);
            if (other == null) {
                return false;
            }
            for (Claim claim : claims) {
                problems.add(new Problem(
                        Kind.WAVE_INCOMPLETE,
                        Location.of(claim.path()),
                        claim.survey().id(),
                        other,
                        "all of its files without faults"));
                rejected.add(claim.path());
            }
            return true;
        }

        /** Whether neighbouring waves share respondents, so that all waves hang together. */
        private static boolean panel(Block block) {
            return block.layout() == Block.Layout.MICRODATA && block.design().panel();
        }

        /** Whether files whose waves only their content tells may hold the same wave, and so hang together. */
        private static boolean together(Block block) {
            return block.cumulative()
                    || panel(block)
                    || (block.layout() == Block.Layout.MICRODATA
                            && block.files().captures().contains("part"));
        }

        /** Of several versions the highest path, of the same content the first path. */
        private static List<Claim> live(List<Claim> slot) {
            if (slot.size() == 1) {
                return slot;
            }
            List<Claim> sorted =
                    slot.stream().sorted(Comparator.comparing(Claim::path)).toList();
            Map<String, Claim> highest = new LinkedHashMap<>();
            for (Claim claim : sorted) {
                // in a slot whose wave the path says all versions are of one file; else only content tells the slot
                boolean one = !claim.wave().isEmpty() && !claim.version().isEmpty();
                highest.put(one ? "" : claim.name(), claim);
            }
            Map<String, Claim> byContent = new LinkedHashMap<>();
            highest.values().stream()
                    .sorted(Comparator.comparing(Claim::path))
                    .forEach(claim -> byContent.putIfAbsent(claim.file().sha256(), claim));
            return List.copyOf(byContent.values());
        }

        private void conflict(List<Claim> live) {
            String both = live.stream().map(Claim::path).collect(Collectors.joining(" and "));
            for (Claim claim : live) {
                problems.add(new Problem(
                        Kind.SLOT_CONFLICT,
                        Location.of(claim.path()),
                        claim.survey().id(),
                        both,
                        "one file; say {part} or {version} in the pattern if both belong"));
                reject(claim);
            }
        }

        private Optional<Bundle> complete(String wave, List<Claim> claims) {
            Block block = claims.get(0).block();
            if (block.parts().isEmpty()) {
                return Optional.of(bundle(wave, claims));
            }
            List<String> there = claims.stream().map(Claim::part).sorted().toList();
            List<String> absent = block.parts().stream()
                    .filter(part -> there.stream().noneMatch(part::equalsIgnoreCase))
                    .toList();
            if (!absent.isEmpty()) {
                for (Claim claim : claims) {
                    problems.add(new Problem(
                            Kind.MISSING_PART,
                            Location.of(claim.path()),
                            claim.survey().id(),
                            String.join(", ", there),
                            "the parts " + String.join(", ", absent) + " of wave " + wave));
                    rejected.add(claim.path());
                }
                return Optional.empty();
            }
            return Optional.of(bundle(wave, claims));
        }

        private static Bundle bundle(String name, List<Claim> claims) {
            Claim first = claims.get(0);
            List<Claim> sorted =
                    claims.stream().sorted(Comparator.comparing(Claim::path)).toList();
            return new Bundle(first.survey(), first.block(), first.block().id() + ":" + name, sorted);
        }
    }
}
