package no.barometer.survey;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one question; what refers to other questions ({@code asked when}) is read when all are known. */
final class QuestionReader {
    private static final List<String> CHOSEN = List.of("1", "true", "yes", "ja", "x");
    private static final List<String> NOT_CHOSEN = List.of("0", "false", "no", "nei", "");
    private static final Pattern DELIMITED = Pattern.compile("delimited by (?:\"(.+)\"|'(.+)'|(\\S+))", Pattern.DOTALL);

    private final Texts texts;

    QuestionReader(Texts texts) {
        this.texts = texts;
    }

    Question read(String id, Value value, List<Item> items) {
        if (!value.isMap() && !value.isNothing()) {
            Text text = texts.read(value);
            return new Question(
                    id,
                    text,
                    List.of(),
                    "",
                    Question.Type.SINGLE,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    0,
                    "",
                    Map.of(),
                    About.NOTHING);
        }
        Fields fields = value.fields(Section.QUESTION);
        Question.Type type = type(fields);
        Text text = texts.read(fields, "text");
        AnswerReader reader = new AnswerReader(texts);
        List<Answer> answers = answers(fields, type, reader);
        return new Question(
                id,
                text.isEmpty() ? texts.of(id) : text,
                fields.texts("as"),
                fields.text("column"),
                type,
                items,
                answers,
                fields.get("missing").map(reader::missing).orElse(List.of()),
                fields.has("chosen") ? fields.texts("chosen") : type == Question.Type.DUMMIES ? CHOSEN : List.of(),
                notChosen(fields, type),
                type == Question.Type.DELIMITED ? delimiter(fields) : "",
                center(fields, type),
                fields.text("number"),
                Map.of(),
                texts.about(fields));
    }

    private static Question.Type type(Fields fields) {
        if (fields.has("number")) {
            for (String other : List.of("multiple", "scale", "answers")) {
                fields.misplaced(other, "nothing of the kind in a question with number");
            }
            return Question.Type.NUMBER;
        }
        Question.Type type =
                fields.get("multiple").map(QuestionReader::multiple).orElse(Question.Type.SINGLE);
        if (type == Question.Type.SINGLE && !fields.has("multiple")) {
            fields.misplaced("chosen", "it in questions with multiple only");
            fields.misplaced("not chosen", "it in questions with multiple only");
        }
        return type;
    }

    private static Question.Type multiple(Value value) {
        String text = value.isText() ? value.text() : "";
        if (text.equals("dummies")) {
            return Question.Type.DUMMIES;
        }
        if (text.equals("option text")) {
            return Question.Type.OPTION_TEXT;
        }
        if (!DELIMITED.matcher(text).matches()) {
            value.wrong("dummies, option text, or delimited by \";\"");
        }
        return Question.Type.DELIMITED;
    }

    private static String delimiter(Fields fields) {
        Matcher delimited = DELIMITED.matcher(fields.text("multiple"));
        if (!delimited.matches()) {
            return "";
        }
        String quoted = delimited.group(1) != null ? delimited.group(1) : delimited.group(2);
        return quoted != null ? quoted : delimited.group(3);
    }

    private static List<Answer> answers(Fields fields, Question.Type type, AnswerReader reader) {
        if (type == Question.Type.NUMBER) {
            return List.of();
        }
        if (fields.has("scale") && fields.has("answers")) {
            fields.misplaced("scale", "either scale or answers");
        } else if (fields.has("scale")) {
            return fields.get("scale").map(reader::scale).orElse(List.of());
        }
        return fields.get("answers").map(reader::answers).orElse(List.of());
    }

    private static List<String> notChosen(Fields fields, Question.Type type) {
        if (fields.has("not chosen")) {
            return fields.texts("not chosen");
        }
        if (type == Question.Type.DUMMIES) {
            return NOT_CHOSEN;
        }
        return type.isMultiple() ? List.of("") : List.of();
    }

    private static double center(Fields fields, Question.Type type) {
        if (type != Question.Type.NUMBER) {
            fields.misplaced("center", "it in questions with number only");
        }
        return fields.get("center")
                .map(Value::number)
                .orElse(OptionalDouble.empty())
                .orElse(0);
    }
}
