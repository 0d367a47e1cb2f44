package no.barometer.survey;

import java.util.Map;

/**
 * What is known of the population by one breakdown, for weights to be raked to.
 *
 * @param byWave population (or share) of each group by its id, by wave id; {@code ""} for every other wave
 */
public record Margin(String breakdown, Map<String, Map<String, Double>> byWave) {
    /** Population of each group in a wave; empty where nothing is known. */
    public Map<String, Double> in(String wave) {
        Map<String, Double> groups = byWave.get(wave);
        return groups != null ? groups : byWave.getOrDefault("", Map.of());
    }
}
