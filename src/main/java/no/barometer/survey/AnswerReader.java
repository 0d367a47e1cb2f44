package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads the answers of a question: a list of texts, whose ids are made of them, or a map from code to text. Also reads
 * groups of breakdowns, which are written alike.
 */
final class AnswerReader {
    private static final Pattern SCALE = Pattern.compile("(\\d{1,4})\\s*[-–]\\s*(\\d{1,4})");
    private static final int LONGEST_SCALE = 1001;

    private final Texts texts;
    private final Names names = new Names();

    AnswerReader(Texts texts) {
        this.texts = texts;
    }

    /** The answers, in the order written, with their scores: the code if it is a number, else the position. */
    List<Answer> answers(Value value) {
        return read(value, Section.ANSWER);
    }

    /** Answers that are no valid answer and have no score. */
    List<Answer> missing(Value value) {
        return read(value, Section.MISSING_ANSWER);
    }

    List<Breakdown.Group> groups(Value value) {
        return read(value, Section.GROUP).stream()
                .map(group -> new Breakdown.Group(group.id(), group.text(), group.as()))
                .toList();
    }

    /** The answers {@code 1} to {@code 6} of {@code 1-6}. */
    List<Answer> scale(Value value) {
        Matcher scale = SCALE.matcher(value.isText() ? value.text() : "");
        int from = scale.matches() ? Integer.parseInt(scale.group(1)) : 0;
        int to = scale.matches() ? Integer.parseInt(scale.group(2)) : 0;
        if (from >= to || to - from >= LONGEST_SCALE) {
            value.wrong("a scale such as 1-6");
            return List.of();
        }
        return IntStream.rangeClosed(from, to)
                .mapToObj(String::valueOf)
                .peek(point -> names.claim(value, point, point))
                .map(point -> new Answer(
                        point, texts.of(point), List.of(), "", OptionalDouble.of(Double.parseDouble(point)), Text.NONE))
                .toList();
    }

    private List<Answer> read(Value value, Section section) {
        List<Answer> answers = new ArrayList<>();
        if (value.isMap()) {
            for (Value.Entry entry : value.entries()) {
                String code = entry.key().key().strip();
                String id = Names.slug(entry.key(), code);
                if (id.isEmpty() && code.isEmpty()) {
                    entry.key().wrong("a code with a letter or a digit");
                }
                if (!id.isEmpty() && names.claim(entry.key(), id, code)) {
                    add(answers, entry.value(), id, code, section);
                }
            }
        } else {
            for (Value one : value.oneOrMany()) {
                String text =
                        (one.isMap() ? texts.inLanguages(one.fields(section)) : texts.read(one)).in(texts.language());
                if (text.isEmpty() && one.isMap()) {
                    one.wrong("a text by nb, nn or en");
                }
                String id = Names.slug(one, text);
                if (!id.isEmpty() && names.claim(one, id, text)) {
                    add(answers, one, id, "", section);
                }
            }
        }
        return answers;
    }

    /** The code is empty in a list. */
    private void add(List<Answer> answers, Value value, String id, String code, Section section) {
        Text text;
        List<String> as = new ArrayList<>();
        String column = "";
        OptionalDouble score = OptionalDouble.empty();
        Text headline = Text.NONE;
        if (value.isMap()) {
            Fields fields = value.fields(section);
            text = texts.inLanguages(fields);
            as.addAll(fields.texts("as"));
            column = section == Section.GROUP ? "" : fields.text("column");
            score = section == Section.ANSWER
                    ? fields.get("score").map(Value::number).orElse(OptionalDouble.empty())
                    : OptionalDouble.empty();
            headline = section == Section.ANSWER ? HeadlineReader.part(texts, fields) : Text.NONE;
        } else {
            text = texts.read(value);
        }
        if (text.isEmpty()) {
            text = texts.of(code);
        } else if (!code.isEmpty() && !as.contains(code)) {
            as.add(code);
        }
        if (section == Section.ANSWER && score.isEmpty()) {
            score = OptionalDouble.of(Value.number(code.isEmpty() ? text.in(texts.language()) : code)
                    .orElse(answers.size() + 1));
        }
        names.spell(value, id, text, as);
        answers.add(new Answer(id, text, List.copyOf(as), column, score, headline));
    }
}
