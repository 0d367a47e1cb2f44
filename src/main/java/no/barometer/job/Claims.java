package no.barometer.job;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import no.barometer.survey.Block;
import no.barometer.survey.FilePatterns;
import no.barometer.survey.Place;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.survey.Waves;
import no.barometer.warehouse.SeenFile;

/** Who claims which file. What files' names say of waves is kept: many say the same. Thread-safe. */
final class Claims {
    private final FilePatterns<Claimant> claimants;
    private final Map<String, String> waves = new ConcurrentHashMap<>();

    private record Claimant(Survey survey, Block block) {}

    Claims(List<Survey> surveys) {
        List<Claimant> all = new ArrayList<>();
        surveys.forEach(survey -> survey.deliveries().forEach(block -> all.add(new Claimant(survey, block))));
        claimants = new FilePatterns<>(all, one -> one.block().files());
    }

    /** All claims of a file, in the order of the surveys and their blocks. */
    List<Claim> of(SeenFile file) {
        List<Claim> claims = new ArrayList<>();
        for (Claimant one : claimants.candidates(file.path())) {
            Optional<Map<String, String>> captured = one.block().files().match(file.path());
            if (captured.isPresent()) {
                String wave = wave(one.survey(), one.block(), captured.get());
                if (holds(one.block(), wave)) {
                    claims.add(new Claim(one.survey(), one.block(), file, captured.get(), wave));
                }
            }
        }
        return claims;
    }

    /** A block that lists its waves claims only files whose names say one of them, or none. */
    private static boolean holds(Block block, String wave) {
        return block.waves().isEmpty() || wave.isEmpty() || block.waves().contains(wave);
    }

    private String wave(Survey survey, Block block, Map<String, String> captured) {
        String text = "";
        if (block.wave() instanceof Place.Literal literal) {
            text = literal.text();
        } else if (block.wave() instanceof Place.FileName || captured.containsKey("wave")) {
            text = captured.getOrDefault("wave", "");
        }
        return survey.periods().isEmpty()
                ? waves.computeIfAbsent(text, fresh -> wave(fresh, Map.of()))
                : wave(text, survey.periods());
    }

    private static String wave(String text, Map<String, Wave> periods) {
        return Waves.in(text, periods).map(Wave::id).orElse("");
    }
}
