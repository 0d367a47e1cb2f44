package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * Figures that move further than their definition lets them without somebody's consent: from what was published, or, of
 * a wave that was not, from the wave before where there is no break between. Percentages and points only.
 */
final class Moves {
    private final Path folderBefore;
    private final Manifest before;
    private final List<String> found = new ArrayList<>();

    private Moves(Path folderBefore, Manifest before) {
        this.folderBefore = folderBefore;
        this.before = before;
    }

    /** One line for each of them; none of a table that was not published before. */
    static List<String> of(Edition edition, @Nullable Path folderBefore, @Nullable Manifest before) throws IOException {
        if (folderBefore == null || before == null) {
            return List.of();
        }
        Moves moves = new Moves(folderBefore, before);
        for (Survey survey : edition.surveys()) {
            for (TrendTable table : edition.tables()) {
                if (table.survey().equals(survey.id()) && survey.largestMove() > 0) {
                    moves.look(table, survey.largestMove());
                }
            }
        }
        return moves.found;
    }

    /** A figure by wave and row, whatever its unit. */
    private record Key(String wave, Estimate.Row row) {}

    private void look(TrendTable table, double bound) throws IOException {
        TableEntry old = before.survey(table.survey())
                .flatMap(survey -> survey.table(table.id()))
                .orElse(null);
        if (old == null) {
            return;
        }
        Map<Key, Double> published = new HashMap<>();
        Set<String> waves = new HashSet<>();
        TidyLine.read(folderBefore.resolve(old.path()), line -> {
            waves.add(line.wave());
            if (!line.value().isEmpty()) {
                published.put(new Key(line.wave(), line.row()), Double.valueOf(line.value()));
            }
        });
        Map<Estimate.Row, Estimate> last = new HashMap<>();
        for (Estimate one : table.estimates()) {
            if (one.value() == null
                    || !(one.row().unit().equals("percent") || one.row().unit().equals("points"))) {
                continue;
            }
            Double was = published.get(new Key(one.wave().id(), one.row()));
            Estimate wave = last.put(one.row(), one);
            if (was != null) {
                compare(table, one, was, "published as", bound);
            } else if (wave != null
                    && wave.value() != null
                    && !waves.contains(one.wave().id())
                    && !one.obsStatus().contains("b")) {
                compare(table, one, wave.value(), "in " + wave.wave().id(), bound);
            }
        }
    }

    private void compare(TrendTable table, Estimate now, double then, String how, double bound) {
        double value = now.value() == null ? then : now.value();
        if (Math.abs(value - then) > bound) {
            List<String> parts = new ArrayList<>(List.of(now.wave().id()));
            Estimate.Row row = now.row();
            for (String part : List.of(row.item(), row.answer(), row.breakdown(), row.group(), row.measure())) {
                if (!part.isEmpty() && !part.equals("total")) {
                    parts.add(part);
                }
            }
            found.add(table.survey() + "/" + table.id() + " " + String.join(", ", parts) + ": " + Figures.plain(value)
                    + ", " + how + " " + Figures.plain(then) + ", which is more than " + Figures.plain(bound)
                    + " points");
        }
    }
}
