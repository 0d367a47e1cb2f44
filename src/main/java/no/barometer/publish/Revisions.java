package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.trend.Estimate;
import org.jspecify.annotations.Nullable;

/** What a release changed of what the one before had published. */
final class Revisions {
    private Revisions() {}

    /** {@code survey/table} of tables that are new, changed or gone. */
    static List<String> changedTables(@Nullable Manifest before, Manifest after) {
        Map<String, TableEntry> old = before == null ? Map.of() : tables(before);
        Map<String, TableEntry> now = tables(after);
        TreeSet<String> changed = new TreeSet<>(old.keySet());
        changed.addAll(now.keySet());
        changed.removeIf(table -> same(old.get(table), now.get(table)));
        return List.copyOf(changed);
    }

    private static boolean same(@Nullable TableEntry old, @Nullable TableEntry now) {
        return old != null && now != null && now.like(old).equals(old);
    }

    /** Published figures that are another, or none, in the later release, in the order of the earlier one. */
    static List<Revision> between(
            @Nullable Path folderBefore, @Nullable Manifest before, Path folderAfter, Manifest after)
            throws IOException {
        if (folderBefore == null || before == null) {
            return List.of();
        }
        List<Revision> revisions = new ArrayList<>();
        Map<String, TableEntry> now = tables(after);
        for (Map.Entry<String, TableEntry> old : tables(before).entrySet()) {
            TableEntry entry = now.get(old.getKey());
            if (entry == null || !entry.sha256().equals(old.getValue().sha256())) {
                Map<Key, Figure> later = entry == null ? Map.of() : figures(folderAfter.resolve(entry.path()));
                Reasons reasons = Reasons.of(before, after, survey(old.getKey()));
                compare(
                        old.getKey(),
                        figures(folderBefore.resolve(old.getValue().path())),
                        later,
                        reasons,
                        revisions);
            }
        }
        return revisions;
    }

    /** What a figure is called by: its wave and its row, whatever the unit. */
    private record Key(String wave, Estimate.Row row) {
        static Key of(TidyLine line) {
            Estimate.Row row = line.row();
            return new Key(
                    line.wave(),
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

    private record Figure(Estimate.Row row, String value, String source, boolean withheld) {}

    private static String survey(String table) {
        return table.substring(0, table.indexOf('/'));
    }

    private static void compare(
            String table, Map<Key, Figure> before, Map<Key, Figure> after, Reasons reasons, List<Revision> revisions) {
        String survey = survey(table);
        String id = table.substring(survey.length() + 1);
        before.forEach((key, old) -> {
            Figure figure = after.get(key);
            String now = figure == null ? "" : figure.value();
            if (!old.value().isEmpty() && !old.value().equals(now)) {
                boolean withheld = figure != null && figure.withheld();
                String sources = old.source() + (figure == null ? "" : " " + figure.source());
                Reasons.Reason reason = reasons.of(key.wave(), sources, withheld);
                revisions.add(new Revision(
                        survey,
                        id,
                        key.wave(),
                        old.row(),
                        withheld ? "" : old.value(),
                        now,
                        reason.why().code(),
                        reason.cause()));
            }
        });
    }

    private static Map<Key, Figure> figures(Path tidy) throws IOException {
        Map<Key, Figure> figures = new LinkedHashMap<>();
        TidyLine.read(
                tidy,
                line -> figures.put(
                        Key.of(line),
                        new Figure(
                                line.row(),
                                line.value(),
                                line.get("source"),
                                !line.get("conf_status").isEmpty())));
        return figures;
    }

    private static Map<String, TableEntry> tables(Manifest manifest) {
        Map<String, TableEntry> tables = new TreeMap<>();
        manifest.surveys()
                .forEach(survey -> survey.tables().forEach(table -> tables.put(survey.id() + "/" + table.id(), table)));
        return tables;
    }
}
