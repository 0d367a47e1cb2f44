package no.barometer.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.barometer.problem.Kind;
import no.barometer.problem.Location;
import no.barometer.problem.Problem;

/**
 * Texts that lack one of the survey's languages. A plain text of an item, an answer, a group or a publisher is taken for
 * a name that is the same in all of them; questions, breakdowns and tables are sentences, and want each language.
 */
public final class Translations {
    private final Survey survey;
    private final List<Problem> problems = new ArrayList<>();

    private Translations(Survey survey) {
        this.survey = survey;
    }

    /** A warning for every text that lacks a language of the survey's title. */
    public static List<Problem> missing(Survey survey) {
        Translations translations = new Translations(survey);
        if (survey.languages().size() > 1) {
            translations.check();
        }
        return translations.problems;
    }

    private void check() {
        sentence("the description", survey.description());
        about("the survey", survey.about());
        for (Block block : survey.deliveries()) {
            about("the block " + block.id(), block.about());
        }
        survey.questions().forEach((id, question) -> question("the question " + id, question));
        survey.breakdowns().forEach((id, breakdown) -> {
            sentence("the breakdown " + id, breakdown.text());
            breakdown.groups().forEach(group -> name("the group " + id + "." + group.id(), group.text()));
        });
        survey.tables().forEach((id, table) -> {
            Question question = survey.questions().get(table.question());
            if (question == null || !question.text().equals(table.title())) {
                sentence("the title of table " + id, table.title());
            }
            sentence("the note of table " + id, table.note());
            sentence("the headline of table " + id, table.headline());
        });
        survey.breaks().forEach(one -> about("the break of " + one.wave(), one.about()));
    }

    private void question(String what, Question question) {
        sentence(what, question.text());
        about(what, question.about());
        for (Item item : question.items()) {
            name(what + ", item " + item.id(), item.text());
            name(what + ", headline of item " + item.id(), item.headline());
            about(what + ", item " + item.id(), item.about());
        }
        for (Answer answer : question.answers()) {
            name(what + ", answer " + answer.id(), answer.text());
            name(what + ", headline of answer " + answer.id(), answer.headline());
        }
        question.missing().forEach(answer -> name(what + ", answer " + answer.id(), answer.text()));
    }

    private void about(String what, About about) {
        Map<String, Text> names = Map.of(
                "publisher", about.publisher(),
                "population", about.population(),
                "unit", about.unit(),
                "mode", about.mode(),
                "licence", about.licence(),
                "source", about.source());
        names.forEach((key, text) -> name(what + ", " + key, text));
        sentence(what + ", note", about.note());
    }

    private void name(String what, Text text) {
        if (text.byLanguage().size() > 1) {
            sentence(what, text);
        }
    }

    private void sentence(String what, Text text) {
        List<String> absent = survey.languages().stream()
                .filter(language -> !text.byLanguage().containsKey(language))
                .toList();
        if (!text.isEmpty() && !absent.isEmpty()) {
            Location at = Location.of("jobs/" + survey.file().getFileName());
            problems.add(new Problem(Kind.MISSING_TRANSLATION, at, survey.id(), what, String.join(" and ", absent)));
        }
    }
}
