package no.barometer.publish;

import java.util.List;
import no.barometer.publish.Manifest.DownloadEntry;

/**
 * A file that a page offers.
 *
 * @param href from the page
 * @param size as people read it
 */
record Offer(String href, String name, String size) {
    private static final int KILO = 1000;

    /** Files beside a page. */
    static List<Offer> of(List<DownloadEntry> entries, Words words) {
        return entries.stream()
                .map(entry -> new Offer(
                        entry.path().substring(entry.path().lastIndexOf('/') + 1),
                        words.getOr("format." + entry.format(), entry.format()),
                        size(entry.size(), words)))
                .toList();
    }

    private static String size(long bytes, Words words) {
        if (bytes < KILO * KILO) {
            return Math.max(1, (bytes + KILO / 2) / KILO) + "\u00a0kB";
        }
        return words.figure(Figures.fixed(bytes / (double) (KILO * KILO), 1)) + "\u00a0MB";
    }
}
