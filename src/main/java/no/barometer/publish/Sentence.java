package no.barometer.publish;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import no.barometer.publish.Headline.News;
import no.barometer.survey.Answer;
import no.barometer.survey.Item;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Table;
import no.barometer.survey.Text;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;

/** A headline being worded: in the words of the definition where it has some, else in plain ones with names in quotes. */
final class Sentence {
    private static final String FIGURE = "{figure}";
    private static final String ITEM = "{item}";
    private static final String ANSWER = "{answer}";

    private final Survey survey;
    private final TrendTable table;
    private final Words words;
    private final Grid grid;
    private final RowLabels labels;

    private Sentence(Survey survey, TrendTable table, Words words) {
        this.survey = survey;
        this.table = table;
        this.words = words;
        grid = new Grid(table);
        labels = new RowLabels(table, words);
    }

    /** The sentence, in another language where the definition has it in that one alone. */
    static Phrase of(Survey survey, TrendTable table, Words words, News news) {
        Text pattern = pattern(survey, table, news.now().row());
        Map<String, String> byLanguage = pattern.byLanguage();
        boolean own = byLanguage.isEmpty() || byLanguage.containsKey(words.language());
        Words spoken = own ? words : Words.in(byLanguage.keySet().iterator().next());
        String text = new Sentence(survey, table, spoken).say(news, pattern.in(spoken.language()));
        return new Phrase(text, own ? null : spoken.language());
    }

    /** The definition's sentence for a row; none if it would not say which of several items or answers is meant. */
    private static Text pattern(Survey survey, TrendTable table, Estimate.Row row) {
        Optional<Text> own = item(survey, row)
                .map(Item::headline)
                .filter(Sentence::isWhole)
                .or(() -> answer(survey, row).map(Answer::headline).filter(Sentence::isWhole));
        Text pattern = own.or(() ->
                        Optional.ofNullable(survey.tables().get(table.id())).map(Table::headline))
                .orElse(Text.NONE);
        boolean clear = (tells(pattern, ITEM) || own.isPresent() || same(table, row, Estimate.Row::item))
                && (tells(pattern, ANSWER) || own.isPresent() || same(table, row, Estimate.Row::answer));
        return clear ? pattern : Text.NONE;
    }

    private static boolean isWhole(Text text) {
        return !text.isEmpty() && tells(text, FIGURE);
    }

    private static boolean tells(Text pattern, String what) {
        return pattern.byLanguage().values().stream().allMatch(one -> one.contains(what));
    }

    private static boolean same(TrendTable table, Estimate.Row row, Function<Estimate.Row, String> part) {
        return table.rows().stream()
                .filter(other -> other.measure().equals(row.measure()))
                .allMatch(other -> part.apply(other).equals(part.apply(row)));
    }

    private static Optional<Item> item(Survey survey, Estimate.Row row) {
        return Optional.ofNullable(survey.questions().get(row.question()))
                .flatMap(question -> question.item(row.item()));
    }

    private static Optional<Answer> answer(Survey survey, Estimate.Row row) {
        return Optional.ofNullable(survey.questions().get(row.question()))
                .flatMap(question -> question.answer(row.answer()));
    }

    private String say(News news, String pattern) {
        Estimate now = news.now();
        String tail = switch (news.verdict()) {
            case FIRST -> ".";
            case BROKEN -> ". " + words.get("say.break");
            case CHANGED -> change(news);
            case SAME -> words.get("say.same");
            case UNCLEAR -> words.get("say.unclear");
            case UNKNOWN -> unknown(news);
        };
        Estimate before = news.before();
        if (before != null) {
            tail = tail.replace("{before}", lowered(Dates.inWave(words, before.wave())))
                    .replace("{wave}", Dates.wave(words, before.wave()))
                    .replace("{then}", figure(before));
        }
        String sentence = pattern.isEmpty() ? plain(now) : told(pattern, now);
        String doubt = now.obsStatus().contains(Headline.UNRELIABLE) ? " " + words.get("say.unreliable") : "";
        return (survey.synthetic() ? words.get("synthetic") + ": " : "") + sentence + tail + doubt;
    }

    /** Which of the two figures has no margin of error, where the other one has. */
    private String unknown(News news) {
        Estimate before = news.before();
        if (before == null || (before.stdError() == null) == (news.now().stdError() == null)) {
            return words.get("say.unknown");
        }
        Estimate without = before.stdError() == null ? before : news.now();
        return words.get("say.unknown.one").replace("{without}", Dates.wave(words, without.wave()));
    }

    private String told(String pattern, Estimate now) {
        Estimate.Row row = now.row();
        String item =
                called(item(survey, row).map(Item::headline), item(survey, row).map(Item::text), labels.item(row));
        String answer = called(
                answer(survey, row).map(Answer::headline), answer(survey, row).map(Answer::text), labels.answer(row));
        return Units.capital(pattern.strip()
                .replaceFirst("\\.$", "")
                .replace("{when}", Dates.inWave(words, now.wave()))
                .replace(FIGURE, figure(now))
                .replace(ITEM, item)
                .replace(ANSWER, answer));
    }

    /** A name is the same in all languages of the survey; a word begins with a small letter within a sentence. */
    private String called(Optional<Text> headline, Optional<Text> text, String label) {
        String said = headline.map(words::of).orElse("");
        if (!said.isEmpty() && !said.contains(FIGURE)) {
            return said;
        }
        boolean name = survey.languages().size() > 1
                && text.map(Text::byLanguage)
                        .filter(all -> all.values().stream().distinct().count() == 1)
                        .isPresent();
        boolean capitals = label.length() > 1 && Character.isUpperCase(label.charAt(1));
        return name || capitals ? label : lowered(label);
    }

    private String plain(Estimate now) {
        return words.get(key(now.row()))
                .replace("{in}", Dates.inWave(words, now.wave()))
                .replace("{count}", now.row().measure().replaceAll("\\D", ""))
                .replace(FIGURE, figure(now))
                .replace(ANSWER, labels.answer(now.row()))
                .replace("{name}", name(now.row()));
    }

    /** How a figure of this kind is said. */
    private String key(Estimate.Row row) {
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
        Estimate before = java.util.Objects.requireNonNull(news.before());
        double change = Headline.value(now) - Headline.value(before);
        int decimals = Math.max(Math.max(grid.places(now), grid.places(before)), 0);
        String printed = Figures.fixed(Math.abs(change), decimals);
        while (printed.matches("[0.]*") && decimals < 3) {
            decimals++;
            printed = Figures.fixed(Math.abs(change), decimals);
        }
        String unit = now.row().unit().equals("percent") ? "points" : now.row().unit();
        return words.get(change > 0 ? "say.more" : "say.less")
                .replace("{change}", Units.figure(words, words.figure(printed), unit));
    }

    private String figure(Estimate one) {
        return Units.figure(words, words.figure(grid.shown(one)), one.row().unit());
    }

    private static String lowered(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
