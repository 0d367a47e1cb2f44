package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * Marks the figures of a table that were revised when it last changed, with the status {@code r}. Pages and workbooks show
 * it; the csv files, which follow from the input alone, do not.
 */
final class Revised {
    static final String STATUS = "r";

    private Revised() {}

    private record Key(String wave, Estimate.Row row) {
        static Key of(String wave, Estimate.Row row) {
            return new Key(
                    wave,
                    new Estimate.Row(
                            row.question(),
                            row.item(),
                            row.answer(),
                            row.breakdown(),
                            row.group(),
                            row.measure(),
                            row.baseKind(),
                            ""));
        }
    }

    /**
     * @param before folder of the release before, beside which all others are
     * @param old the table in it; null if it was not there
     */
    static TrendTable marked(TrendTable table, @Nullable Path before, @Nullable TableEntry old) throws IOException {
        if (before == null || old == null) {
            return table;
        }
        Set<Key> revised = since(table, before.resolve(old.path()));
        if (revised.isEmpty()) {
            for (Revision one :
                    RevisionsCsv.read(before.resolveSibling(old.changed().release()))) {
                if (one.survey().equals(table.survey()) && one.table().equals(table.id())) {
                    revised.add(Key.of(one.wave(), one.row()));
                }
            }
        }
        return revised.isEmpty() ? table : with(table, revised);
    }

    private static Set<Key> since(TrendTable table, Path tidy) throws IOException {
        Map<Key, String> printed = new HashMap<>();
        if (!Files.isRegularFile(tidy)) {
            return new HashSet<>();
        }
        TidyLine.read(tidy, line -> printed.put(Key.of(line.wave(), line.row()), line.value()));
        Set<Key> revised = new HashSet<>();
        for (Estimate one : table.estimates()) {
            Key key = Key.of(one.wave().id(), one.row());
            String was = printed.getOrDefault(key, "");
            if (!was.isEmpty() && one.value() != null && !was.equals(Figures.plain(one.value()))) {
                revised.add(key);
            }
        }
        return revised;
    }

    private static TrendTable with(TrendTable table, Set<Key> revised) {
        List<Estimate> estimates = table.estimates().stream()
                .map(one -> revised.contains(Key.of(one.wave().id(), one.row())) ? with(one) : one)
                .toList();
        return table.with(table.labels(), estimates);
    }

    private static Estimate with(Estimate one) {
        return new Estimate(
                one.row(),
                one.wave(),
                one.value(),
                one.stdError(),
                one.ciLow(),
                one.ciHigh(),
                one.base(),
                one.effectiveBase(),
                one.change(),
                one.changePValue(),
                one.obsStatus() + STATUS,
                one.confStatus(),
                one.method(),
                one.source());
    }
}
