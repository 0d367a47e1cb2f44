package no.barometer.job;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import no.barometer.survey.Block;
import no.barometer.survey.Survey;
import no.barometer.warehouse.BundleKey;

/**
 * Files that hang together, and become visible together: the parts of one wave, or one file of many waves.
 *
 * @param id within the survey: block and wave, or block and what all versions of its file are called
 * @param claims by path; all of one block
 */
record Bundle(Survey survey, Block block, String id, List<Claim> claims) {
    /** Changes whenever the same content would be read differently. */
    static final String READING = "2";

    BundleKey key() {
        return new BundleKey(survey.id(), id);
    }

    /** SHA-256 of what is read and how: the contents and the definition. */
    String fingerprint() {
        StringBuilder read = new StringBuilder(READING).append(' ').append(survey.hash());
        for (Claim claim : claims) {
            read.append('\n').append(claim.file().sha256()).append(' ').append(claim.part());
        }
        return HexFormat.of().formatHex(Inbox.sha256().digest(read.toString().getBytes(StandardCharsets.UTF_8)));
    }

    long size() {
        return claims.stream().mapToLong(claim -> claim.file().size()).sum();
    }
}
