package no.barometer.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * What is new in a table, in one plain sentence. It says that a figure rose or fell only where that is sure: the change is
 * significant after adjustment for many comparisons, or everybody was asked. It never compares over a break.
 */
final class Headline {
    /** A change with a smaller adjusted p-value is clear. */
    private static final double SIGNIFICANT = 0.05;

    private static final String FORECAST = "f";
    static final String UNRELIABLE = "u";

    private final Survey survey;
    private final TrendTable table;
    private final Grid grid;

    private Headline(Survey survey, TrendTable table) {
        this.survey = survey;
        this.table = table;
        grid = new Grid(table);
    }

    /** The sentence; empty where no figure of everybody is published. */
    static String of(Survey survey, TrendTable table, Words words) {
        return phrase(survey, table, words).text();
    }

    /** The sentence, in the definition's first language where it has none in the language of the words. */
    static Phrase phrase(Survey survey, TrendTable table, Words words) {
        return new Headline(survey, table)
                .news()
                .map(news -> Sentence.of(survey, table, words, news))
                .orElse(new Phrase("", null));
    }

    /** A figure with the one that it is compared with, if there is one. */
    record News(Estimate now, @Nullable Estimate before, Verdict verdict) {}

    /** What may be said of a figure and the one before it. */
    enum Verdict {
        FIRST,
        CHANGED,
        SAME,
        UNCLEAR,
        UNKNOWN,
        BROKEN
    }

    /** The largest clear change of the newest wave; else the largest of its answers, or its first item. */
    private Optional<News> news() {
        List<Estimate.Row> rows = rows();
        boolean answers = rows.stream().map(Estimate.Row::answer).distinct().count() > 1;
        return newest(rows)
                .flatMap(wave -> rows.stream()
                        .flatMap(row -> Optional.ofNullable(grid.at(row, wave)).stream())
                        .filter(Headline::isKnown)
                        .map(this::news)
                        .max(Comparator.comparing((News news) -> news.verdict() == Verdict.CHANGED)
                                .thenComparing(news -> news.verdict() == Verdict.CHANGED ? size(news) : 0)
                                .thenComparing(news -> !news.now().obsStatus().contains(UNRELIABLE))
                                .thenComparing(news -> answers ? value(news.now()) : 0)
                                .thenComparing(news -> -rows.indexOf(news.now().row()))));
    }

    /** Everybody, in the table's first measure. */
    private List<Estimate.Row> rows() {
        List<Estimate.Row> total = table.rows().stream()
                .filter(row -> row.breakdown().equals(Breakdown.TOTAL))
                .toList();
        return total.stream()
                .filter(row -> row.measure().equals(total.get(0).measure())
                        && row.baseKind().equals(total.get(0).baseKind()))
                .toList();
    }

    private Optional<Wave> newest(List<Estimate.Row> rows) {
        Set<Estimate.Row> among = Set.copyOf(rows);
        return table.estimates().stream()
                .filter(one -> isKnown(one) && among.contains(one.row()))
                .map(Estimate::wave)
                .max(Comparator.naturalOrder());
    }

    private static boolean isKnown(Estimate one) {
        return one.value() != null && !one.obsStatus().contains(FORECAST);
    }

    private News news(Estimate now) {
        List<Wave> earlier = table.waves().stream()
                .filter(wave -> wave.compareTo(now.wave()) < 0)
                .filter(wave -> Optional.ofNullable(grid.at(now.row(), wave))
                        .filter(Headline::isKnown)
                        .isPresent())
                .toList();
        if (earlier.isEmpty()) {
            boolean broken = now.obsStatus().contains("b");
            return new News(now, null, broken ? Verdict.BROKEN : Verdict.FIRST);
        }
        Estimate before = Objects.requireNonNull(grid.at(now.row(), earlier.get(earlier.size() - 1)));
        return new News(now, before, verdict(before, now));
    }

    private Verdict verdict(Estimate before, Estimate now) {
        if (isBroken(before, now)) {
            return Verdict.BROKEN;
        } else if (isExact(before) && isExact(now)) {
            return value(before) == value(now) ? Verdict.SAME : Verdict.CHANGED;
        } else if (now.changePValue() != null && now.change() != null) {
            boolean clear = now.changePValue() < SIGNIFICANT && !now.obsStatus().contains("n");
            boolean reliable = !(now.obsStatus() + before.obsStatus()).contains(UNRELIABLE);
            return clear && reliable ? Verdict.CHANGED : Verdict.UNCLEAR;
        } else if (now.stdError() != null && before.stdError() != null) {
            return Verdict.UNCLEAR;
        }
        return grid.shown(before).equals(grid.shown(now)) ? Verdict.SAME : Verdict.UNKNOWN;
    }

    private boolean isBroken(Estimate before, Estimate now) {
        boolean declared = table.breaks().stream()
                .filter(one -> one.concerns(now.row().question(), now.row().item()))
                .anyMatch(one -> Breaks.between(table, one, before.wave(), now.wave()));
        boolean marked = table.waves().stream()
                .filter(wave -> wave.compareTo(before.wave()) > 0 && wave.compareTo(now.wave()) <= 0)
                .flatMap(wave -> Optional.ofNullable(grid.at(now.row(), wave)).stream())
                .anyMatch(one -> one.obsStatus().contains("b"));
        return declared || marked;
    }

    /** Whether the figure has no sampling error: everybody was asked, and answered. */
    private boolean isExact(Estimate one) {
        return Credits.of(survey, one).census();
    }

    static double value(Estimate one) {
        return Objects.requireNonNull(one.value());
    }

    private static double size(News news) {
        return Math.abs(value(news.now()) - value(Objects.requireNonNull(news.before())));
    }
}
