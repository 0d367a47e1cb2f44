package no.barometer.job;

import java.util.Map;
import no.barometer.survey.Block;
import no.barometer.survey.Survey;
import no.barometer.warehouse.SeenFile;

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

    /** What all versions of the file are called alike; its path where no version is captured. */
    String name() {
        return version().isEmpty() ? path() : block.files().withoutVersion(path());
    }
}
