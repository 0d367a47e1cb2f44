package no.barometer.publish;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.barometer.trend.Estimate;

/** Names of places within pages. They follow from ids alone, so that they stay from release to release. */
final class Anchors {
    private static final int DIGITS = 10;

    private Anchors() {}

    /** A row of a table: its ids, as far as they say anything. */
    static String row(Estimate.Row row) {
        String group = row.breakdown().equals(row.group()) ? row.breakdown() : row.breakdown() + "." + row.group();
        return Stream.of(row.question(), row.item(), row.answer(), group, row.measure(), row.baseKind())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("."));
    }

    /** The place a figure comes from: a cell, or the files of a wave's respondents. */
    static String source(Estimate estimate) {
        return source(place(estimate));
    }

    static String source(String place) {
        return "s-" + Sha256.of(place.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    /** Computed figures of a wave come from the same files, whatever their base. */
    static String place(Estimate estimate) {
        int end = estimate.source().indexOf(Sources.STEP);
        boolean printed = estimate.isPrinted() || end < 0;
        return printed ? estimate.source() : estimate.source().substring(0, end);
    }
}
