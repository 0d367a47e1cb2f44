package no.barometer.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.barometer.survey.About;
import no.barometer.survey.Block;
import no.barometer.survey.Item;
import no.barometer.survey.Question;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;

/** The page of a survey: about it, and each of its tables with headline and picture. */
record SurveyPage(
        Frame frame,
        Phrase title,
        Phrase description,
        boolean synthetic,
        List<Fact> facts,
        List<Card> tables,
        List<Offer> downloads,
        boolean feed) {

    /** A thing to know about the survey. */
    record Fact(String name, String text) {}

    /**
     * A table in short.
     *
     * @param headline or the reason why it has no figure
     * @param picture file beside the page; empty where there is none
     */
    record Card(String id, Phrase title, Phrase headline, String page, String picture, String updated) {}

    /** @param deliveries those whose deviations from the survey are told */
    static SurveyPage of(
            Frame frame,
            Survey survey,
            List<DeliveryNote> deliveries,
            List<Card> tables,
            List<Offer> downloads,
            boolean feed) {
        Words words = frame.words();
        return new SurveyPage(
                frame,
                Phrase.of(words, survey.title()),
                Phrase.of(words, survey.description()),
                survey.synthetic(),
                facts(survey, deliveries, words),
                tables,
                downloads,
                feed);
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
