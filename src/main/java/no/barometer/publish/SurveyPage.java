package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.About;
import no.barometer.survey.Block;
import no.barometer.survey.Item;
import no.barometer.survey.Question;
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
    static SurveyPage of(
            Survey survey,
            List<DeliveryNote> deliveries,
            List<TrendTable> tables,
            List<TableEntry> entries,
            Stamp stamp) {
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
                facts(survey, deliveries, words),
                views,
                stamp);
    }

    /** What holds for the whole survey, and what holds for some of its deliveries or items only. */
    static List<Fact> facts(Survey survey, List<DeliveryNote> deliveries, Words words) {
        List<Fact> facts = new ArrayList<>();
        add(facts, survey, deliveries, words, "publisher", About::publisher);
        add(facts, survey, deliveries, words, "population", About::population);
        add(facts, survey, deliveries, words, "unit", About::unit);
        add(facts, survey, deliveries, words, "mode", About::mode);
        add(facts, survey, deliveries, words, "licence", About::licence);
        add(facts, survey, deliveries, words, "source", About::source);
        add(facts, survey, deliveries, words, "note", About::note);
        return facts;
    }

    private static void add(
            List<Fact> facts,
            Survey survey,
            List<DeliveryNote> deliveries,
            Words words,
            String name,
            Function<About, Text> which) {
        List<String> texts = new ArrayList<>();
        texts.add(words.of(which.apply(survey.about())));
        for (Block block : survey.deliveries()) {
            List<String> waves = deliveries.stream()
                    .filter(note -> note.block().equals(block.id()))
                    .flatMap(note -> note.waves().stream())
                    .distinct()
                    .sorted()
                    .toList();
            String text = words.of(which.apply(block.about()));
            if (!text.isEmpty() && !waves.isEmpty()) {
                texts.add(text + " (" + String.join(", ", waves) + ")");
            }
        }
        for (Question question : survey.questions().values()) {
            for (Item item : question.items()) {
                String text = words.of(which.apply(item.about()));
                if (!text.isEmpty()) {
                    texts.add(words.of(item.text()) + ": " + text);
                }
            }
        }
        texts.stream()
                .filter(text -> !text.isEmpty())
                .distinct()
                .forEach(text -> facts.add(new Fact(words.get("about." + name), text)));
    }
}
