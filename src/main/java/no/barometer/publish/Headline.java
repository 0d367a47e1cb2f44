package no.barometer.publish;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Question;
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
    private static final String UNRELIABLE = "u";

    private final Survey survey;
    private final TrendTable table;
    private final Words words;
    private final Grid grid;
    private final RowLabels labels;

    private Headline(Survey survey, TrendTable table, Words words) {
        this.survey = survey;
        this.table = table;
        this.words = words;
        grid = new Grid(table);
        labels = new RowLabels(table, words);
    }

    /** The sentence; empty where no figure of everybody is published. */
    static String of(Survey survey, TrendTable table, Words words) {
        return new Headline(survey, table, words).sentence();
    }

    /** A figure with the one that it is compared with, if there is one. */
    private record News(Estimate now, @Nullable Estimate before, Verdict verdict) {}

    private enum Verdict {
        FIRST,
        CHANGED,
        UNCLEAR,
        UNKNOWN,
        BROKEN
    }

    private String sentence() {
        Optional<News> found = newest().flatMap(wave -> table.rows().stream()
                .filter(row -> row.breakdown().equals(Breakdown.TOTAL))
                .flatMap(row -> Optional.ofNullable(grid.at(row, wave)).stream())
                .filter(Headline::isKnown)
                .map(this::news)
                // the largest clear change, else the largest figure that is reliable
                .max(Comparator.comparing((News news) -> news.verdict() == Verdict.CHANGED)
                        .thenComparing(news -> news.verdict() == Verdict.CHANGED ? size(news) : 0)
                        .thenComparing(news -> !news.now().obsStatus().contains(UNRELIABLE))
                        .thenComparing(news -> value(news.now()))
                        .thenComparing(news -> -table.rows().indexOf(news.now().row()))));
        return found.map(this::say).orElse("");
    }

    private Optional<Wave> newest() {
        return table.estimates().stream()
                .filter(Headline::isKnown)
                .filter(one -> one.row().breakdown().equals(Breakdown.TOTAL))
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
            return value(before) == value(now) ? Verdict.UNCLEAR : Verdict.CHANGED;
        } else if (now.changePValue() != null && now.change() != null) {
            boolean clear = now.changePValue() < SIGNIFICANT && !now.obsStatus().contains("n");
            boolean reliable = !(now.obsStatus() + before.obsStatus()).contains(UNRELIABLE);
            return clear && reliable ? Verdict.CHANGED : Verdict.UNCLEAR;
        }
        return now.stdError() != null && before.stdError() != null ? Verdict.UNCLEAR : Verdict.UNKNOWN;
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

    private static double value(Estimate one) {
        return Objects.requireNonNull(one.value());
    }

    private static double size(News news) {
        return Math.abs(value(news.now()) - value(Objects.requireNonNull(news.before())));
    }

    private String say(News news) {
        Estimate now = news.now();
        String sentence = words.get(pattern(now.row()))
                .replace("{in}", Dates.inWave(words, now.wave()))
                .replace("{count}", now.row().measure().replaceAll("\\D", ""))
                .replace("{figure}", figure(now.row(), value(now)))
                .replace("{answer}", labels.answer(now.row()))
                .replace("{name}", name(now.row()));
        String tail = switch (news.verdict()) {
            case FIRST -> ".";
            case BROKEN -> ". " + words.get("say.break");
            case CHANGED -> change(news);
            case UNCLEAR -> words.get("say.unclear");
            case UNKNOWN -> words.get("say.unknown");
        };
        Estimate before = news.before();
        if (before != null) {
            tail = tail.replace("{before}", lowered(Dates.inWave(words, before.wave())))
                    .replace("{wave}", Dates.wave(words, before.wave()))
                    .replace("{then}", figure(before.row(), value(before)));
        }
        String doubt = now.obsStatus().contains(UNRELIABLE) ? " " + words.get("say.unreliable") : "";
        return (survey.synthetic() ? words.get("synthetic") + ": " : "") + sentence + tail + doubt;
    }

    /** How a figure of this kind is said. */
    private String pattern(Estimate.Row row) {
        boolean item = !row.item().isEmpty();
        if (row.measure().equals("share") && !row.answer().isEmpty()) {
            boolean chosen = Optional.ofNullable(survey.questions().get(row.question()))
                    .map(Question::type)
                    .filter(Question.Type::isMultiple)
                    .isPresent();
            return (chosen ? "say.chose" : "say.answered") + (item ? ".item" : "");
        } else if (row.measure().startsWith("top-")) {
            return item ? "say.top.item" : "say.top";
        } else if (row.measure().equals("mean")) {
            return "say.mean";
        }
        return row.measure().equals("net") ? "say.net" : "say.figure";
    }

    private String name(Estimate.Row row) {
        String item = labels.item(row);
        String question = labels.question(row);
        return !item.isEmpty() ? item : !question.isEmpty() ? question : words.of(table.title());
    }

    private String change(News news) {
        Estimate now = news.now();
        double change = value(now) - value(Objects.requireNonNull(news.before()));
        Estimate.Row row = now.row();
        int decimals = Math.max(grid.decimals(row), 0);
        String printed = Figures.fixed(Math.abs(change), decimals);
        while (printed.matches("[0.]*") && decimals < 3) {
            decimals++;
            printed = Figures.fixed(Math.abs(change), decimals);
        }
        String unit = row.unit().equals("percent") ? "points" : row.unit();
        return words.get(change > 0 ? "say.more" : "say.less")
                .replace("{change}", Units.figure(words, words.figure(printed), unit));
    }

    private String figure(Estimate.Row row, double value) {
        return Units.figure(words, words.figure(grid.printed(row, value)), row.unit());
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + text.substring(1);
    }
}
