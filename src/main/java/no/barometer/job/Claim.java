package no.barometer.job;

import java.util.Map;
import no.barometer.survey.Block;
import no.barometer.survey.Survey;
import no.barometer.warehouse.SeenFile;
import no.barometer.warehouse.StoredDelivery;

/**
 * A file that a delivery block claims.
 *
 * @param captured what the block's pattern captures of the path
 * @param wave id of the wave that path or definition says; empty where the content says it
 */
record Claim(Survey survey, Block block, SeenFile file, Map<String, String> captured, String wave) {
    /** Of the path: a record's own would go through the whole definition. */
    @Override
    public int hashCode() {
        return path().hashCode();
    }

    String path() {
        return file.path();
    }

    String part() {
        return captured.getOrDefault("part", "");
    }

    String version() {
        return captured.getOrDefault("version", "");
    }

    /** Whether the file stands where a delivery stood: in its part of its wave, or as the same content or a later version. */
    boolean replaces(StoredDelivery one) {
        return part().equalsIgnoreCase(one.part())
                && (wave.isEmpty()
                        ? file.sha256().equals(one.sha256()) || isLaterThan(one)
                        : one.waves().contains(wave));
    }

    /** The same as far as the path tells, where the wave stands inside the file. */
    boolean mayReplace(StoredDelivery one) {
        return replaces(one) || (wave.isEmpty() && part().equalsIgnoreCase(one.part()));
    }

    /** Whether the file is a later version of that of a delivery. */
    private boolean isLaterThan(StoredDelivery one) {
        return !version().isEmpty()
                && path().compareTo(one.path()) > 0
                && name().equals(block.files().withoutVersion(one.path()));
    }

    /** What all versions of the file are called alike; its path where no version is captured. */
    String name() {
        return version().isEmpty() ? path() : block.files().withoutVersion(path());
    }
}
