package no.barometer.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import no.barometer.survey.Survey;
import no.barometer.trend.Methods;
import no.barometer.trend.TrendTable;

/** {@code methods.md}: how the figures of each table of a survey came about. */
final class MethodsFile {
    private MethodsFile() {}

    static String path(Survey survey) {
        return survey.id() + "/methods.md";
    }

    static byte[] of(Survey survey, List<TrendTable> tables) {
        Words words = Words.in(survey.language());
        StringBuilder text = new StringBuilder("# ")
                .append(words.get("methods.title", line(words.of(survey.title()))))
                .append('\n');
        for (TrendTable table : tables) {
            text.append("\n## ").append(line(words.of(table.title()))).append("\n\n");
            sentences(survey, table, words)
                    .forEach(
                            sentence -> text.append("- ").append(line(sentence)).append('\n'));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The methods of one table, a sentence or two each. */
    static List<String> sentences(Survey survey, TrendTable table, Words words) {
        return Methods.of(survey, table).stream()
                .map(one -> sentence(one, words))
                .toList();
    }

    private static String sentence(Methods.Statement statement, Words words) {
        String sentence = words.get("method." + statement.key());
        for (int i = 0; i < statement.values().size(); i++) {
            sentence = sentence.replace("{" + i + "}", statement.values().get(i));
        }
        return sentence;
    }

    /** One line, in which nothing is markup. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|])", "\\\\$1");
    }
}
