package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.About;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import no.barometer.trend.TrendTable;

/** The page of a survey: about it, and the totals of each of its tables. */
record SurveyPage(
        Words words,
        String title,
        String description,
        boolean synthetic,
        List<Fact> facts,
        List<TableView> tables,
        Stamp stamp) {

    /** A thing to know about the survey. */
    record Fact(String name, String text) {}

    /** @param entries of the manifest, in the order of the tables */
    static SurveyPage of(Survey survey, List<TrendTable> tables, List<TableEntry> entries, Stamp stamp) {
        Words words = Words.in(survey.language());
        List<TableView> views = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            views.add(TableView.of(tables.get(i), entries.get(i), words));
        }
        return new SurveyPage(
                words,
                words.of(survey.title()),
                words.of(survey.description()),
                survey.synthetic(),
                facts(survey.about(), words),
                views,
                stamp);
    }

    private static List<Fact> facts(About about, Words words) {
        List<Fact> facts = new ArrayList<>();
        add(facts, words, "publisher", about.publisher());
        add(facts, words, "population", about.population());
        add(facts, words, "unit", about.unit());
        add(facts, words, "mode", about.mode());
        add(facts, words, "licence", about.licence());
        add(facts, words, "source", about.source());
        add(facts, words, "note", about.note());
        return facts;
    }

    private static void add(List<Fact> facts, Words words, String name, Text text) {
        if (!words.of(text).isEmpty()) {
            facts.add(new Fact(words.get("about." + name), words.of(text)));
        }
    }
}
