package no.barometer.layout;

import java.util.List;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.survey.Block;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Label;
import no.barometer.survey.Labels;
import no.barometer.survey.Place;
import no.barometer.survey.Question;
import no.barometer.survey.Slug;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import org.jspecify.annotations.Nullable;

/** What crosstabs, series and long files have in common: from texts to ids, with a fault where there is none. */
final class TableReader {
    private static final List<String> TOTALS = List.of("Total", "Totalt", "I alt", "Alle", "All");

    private final Survey survey;
    private final Block block;
    private final WaveFinder waves;
    private final Codebook codebook;
    private final Faults faults;
    private final TableSink sink;
    private final Figures figures;
    private final TextPattern ignore;
    private final TextPattern ignoredQuestions;
    private final TextPattern ignoredGroups;
    private final TextPattern total;

    TableReader(Survey survey, Block block, WaveFinder waves, Codebook codebook, Faults faults, TableSink sink) {
        this.survey = survey;
        this.block = block;
        this.waves = waves;
        this.codebook = codebook;
        this.faults = faults;
        this.sink = sink;
        this.figures = new Figures(survey, block, faults);
        this.ignore = new TextPattern(block.table().ignore());
        this.ignoredQuestions = new TextPattern(block.table().ignoredQuestions());
        this.ignoredGroups = new TextPattern(block.table().ignoredGroups());
        this.total = new TextPattern(
                block.table().total().isEmpty() ? TOTALS : block.table().total());
    }

    /** A figure of a table, or null after a fault. What merged cells cover, whoever looks at the sheet does not see. */
    Figures.@Nullable Figure figure(Area area, int row, int column, boolean share, Location at) {
        Figures.Cell cell = area.figure(row, column);
        if (!Figures.blank(cell) && area.covered(row, column)) {
            faults.add(
                    Kind.HIDDEN_CONTENT,
                    at,
                    "",
                    '"' + Labels.tidy(cell.text()) + "\" under merged cells",
                    "a figure in the first of merged cells only");
            return null;
        }
        return figures.read(cell, share, at);
    }

    Block block() {
        return block;
    }

    Faults faults() {
        return faults;
    }

    TableSink sink() {
        return sink;
    }

    Figures figures() {
        return figures;
    }

    Codebook codebook() {
        return codebook;
    }

    boolean ignoresAnything() {
        return !ignore.isEmpty() || !ignoredQuestions.isEmpty() || !ignoredGroups.isEmpty();
    }

    boolean ignored(String text) {
        return ignore.matches(text);
    }

    /** Whether a question's text is to be skipped: named under ignore, or like an ignored question and not declared. */
    boolean ignoresQuestion(String text) {
        return ignored(text)
                || (ignoredQuestions.matches(text)
                        && (survey.asDelivered() || codebook.question(text, 0).unknown()));
    }

    /** Whether an undeclared breakdown or group is to be skipped. */
    boolean ignoresGroup(String text) {
        return ignoredGroups.matches(text);
    }

    boolean isTotal(String text) {
        return total.matches(text);
    }

    boolean share() {
        return block.table().figures() != no.barometer.survey.TableLayout.Figures.NUMBER;
    }

    /** The wave of a whole table. */
    @Nullable
    Wave wave(Area area) {
        Location at = Location.cell(sink.at(area.sheet(), 1, 1).delivery(), area.sheet(), "");
        Place place = block.wave();
        return place instanceof Place.Cell || place instanceof Place.Row
                ? waves.inText(area.text(place), at, faults)
                : waves.ofFile(area.sheet(), at, faults);
    }

    /** Takes what a table says of who was asked its question. */
    void universe(Area area, Wave wave, String question) {
        String text = area.text(block.table().universe());
        if (!text.isEmpty()) {
            codebook.universe(
                    question, wave.id(), text, position(area.grid().info().number(), area.sheetRow(1), 1));
        }
    }

    @Nullable
    Wave wave(String text, Location at) {
        return waves.inText(text, at, faults);
    }

    /** A question said by the definition, or the survey's only one. */
    Codebook.QuestionMatch onlyQuestion() {
        if (block.table().question() instanceof Place.Literal literal) {
            return Codebook.QuestionMatch.of(literal.text(), "");
        }
        if (survey.questions().size() == 1) {
            return Codebook.QuestionMatch.of(
                    survey.questions().keySet().iterator().next(), "");
        }
        if (survey.asDelivered()) {
            return codebook.question(survey.title().in(survey.language()), 0).question() == null
                    ? Codebook.QuestionMatch.of(survey.id(), "")
                    : codebook.question(survey.title().in(survey.language()), 0);
        }
        return Codebook.QuestionMatch.of(null, "");
    }

    Codebook.QuestionMatch question(String text, long position, Location at) {
        Codebook.QuestionMatch match = codebook.question(text, position);
        if (match.unknown()) {
            unknown(Kind.UNKNOWN_QUESTION, Label.Kind.QUESTION, "", text, match.known(), at);
        } else if (match.question() == null) {
            faults.add(
                    Kind.UNKNOWN_QUESTION,
                    at,
                    "",
                    text,
                    "an item of one question only, not of " + String.join(" and ", match.several())
                            + " (the block's questions says which it holds)");
        }
        return match;
    }

    @Nullable
    String item(String question, String text, long position, Location at) {
        Codebook.Match match = codebook.item(question, text, position);
        if (match.id() == null) {
            unknown(Kind.UNKNOWN_ITEM, Label.Kind.ITEM, question, text, match.known(), at);
        }
        return match.id();
    }

    @Nullable
    String answer(String question, String item, String text, long position, Location at) {
        Codebook.Match match = codebook.answer(question, item, text, position);
        if (match.id() == null) {
            unknown(Kind.UNKNOWN_ANSWER, Label.Kind.ANSWER, question, text, match.known(), at);
        }
        return match.id();
    }

    @Nullable
    String group(String breakdown, String text, long position, Location at) {
        Codebook.Match match = codebook.group(breakdown, text, position);
        if (match.id() == null) {
            unknown(Kind.UNKNOWN_GROUP, Label.Kind.GROUP, breakdown, text, match.known(), at);
        }
        return match.id();
    }

    /** The one group that a row's texts by breakdown name; everybody where all are blank or a total; null after a fault. */
    Codebook.@Nullable Grouped grouped(Map<String, String> texts, long position, Location at) {
        Codebook.Grouped found = new Codebook.Grouped(Breakdown.TOTAL, Breakdown.TOTAL);
        for (Map.Entry<String, String> one : texts.entrySet()) {
            if (one.getValue().isEmpty() || isTotal(one.getValue())) {
                continue;
            }
            String group = group(one.getKey(), one.getValue(), position, at);
            if (group == null) {
                return null;
            }
            if (!found.breakdown().equals(Breakdown.TOTAL)) {
                faults.add(
                        Kind.UNKNOWN_GROUP, at, "", found.group() + " and " + group, "a group of one breakdown only");
                return null;
            }
            found = new Codebook.Grouped(one.getKey(), group);
        }
        return found;
    }

    /** Whether a group is to be skipped: named under ignore, or like an ignored one and not declared. Blank is everybody. */
    boolean ignoresGroup(String breakdown, String text) {
        return !text.isEmpty()
                && (ignored(text)
                        || (ignoredGroups.matches(text)
                                && !isTotal(text)
                                && codebook.group(breakdown, text, 0).id() == null));
    }

    /** An item or answer that a row does not have although the codebook lists some, which is a fault. */
    void blank(Kind kind, Location at) {
        faults.add(kind, at, "", "", "one at every figure; ignore \"\" skips rows without one");
    }

    /** Whether the codebook lists a question's answers. */
    boolean declaresAnswers(String question) {
        Question declared = survey.questions().get(question);
        return declared != null && !declared.answers().isEmpty();
    }

    /** Whether the codebook lists a question's items. */
    boolean declares(String question) {
        Question declared = survey.questions().get(question);
        return declared != null && !declared.items().isEmpty();
    }

    void unknown(Kind kind, Label.Kind dimension, String parent, String text, List<String> known, Location at) {
        String other = codebook.collision(dimension, parent, text);
        if (other != null) {
            faults.add(
                    Kind.DUPLICATE_ID,
                    at,
                    "",
                    '"' + other + "\" and \"" + text + '"',
                    "different ids; both are \"" + Slug.of(text) + "\": declare them");
        } else {
            String blank = "a text at every figure, where header and the places of questions, items and answers say";
            faults.add(kind, at, "", text, text.isEmpty() ? blank : Labels.expected(text, known));
        }
    }

    /** Where a label first stands, for the order of publication. */
    static long position(int sheet, int row, int column) {
        return ((long) sheet << 44) | ((long) row << 14) | column;
    }
}
