package no.barometer.publish;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.publish.Manifest.DownloadEntry;
import no.barometer.publish.chart.Picture;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;

/**
 * The page of a table: headline, picture, figures, methods, sources, downloads, citation and embed code.
 *
 * @param headline empty where there is no figure; then there is a reason
 * @param reason why there is no figure; empty where there is one
 * @param wide the picture as SVG; empty where there is none
 * @param narrow the same for a phone
 * @param pictureFile name of the picture files without their ending
 * @param suffix of figures on an axis, such as a percent sign
 * @param universe who was asked; empty where no delivery says it
 * @param views everybody first
 * @param breaks one sentence each
 * @param about what is known of the survey
 * @param methods how the figures came about, a sentence each
 * @param dataset schema.org's description as JSON; empty where the site's address is not known
 * @param flags letters that occur among the figures of everybody, with their meaning
 */
record TablePage(
        Frame frame,
        String survey,
        Phrase surveyTitle,
        Phrase title,
        Phrase question,
        Phrase universe,
        Phrase note,
        boolean synthetic,
        Phrase headline,
        String reason,
        String wide,
        String narrow,
        String pictureFile,
        String suffix,
        List<String> pictureNotes,
        List<TableView> views,
        List<String> breaks,
        Map<String, String> flags,
        List<SurveyPage.Fact> about,
        List<String> methods,
        Sources sources,
        Origin origin,
        List<Offer> downloads,
        Citation citation,
        String dataset) {

    /** What a table was made with. */
    record Origin(String definition, String hash, String method, String release, String trace) {}

    static TablePage of(
            Frame frame,
            Survey survey,
            TrendTable table,
            Pages.Story story,
            List<DeliveryNote> deliveries,
            List<DownloadEntry> downloads,
            String method,
            Address address) {
        Words words = frame.words();
        Optional<Picture> picture = story.chart().map(Picture::new);
        List<TableView> views = TableView.all(table, words);
        Phrase title = Phrase.of(words, table.title());
        Phrase question = table.rows().isEmpty()
                ? new Phrase("", null)
                : new RowLabels(table, words).questionPhrase(table.rows().get(0));
        List<DeliveryNote> own = deliveries.stream()
                .filter(note -> table.deliveries().contains(note.path()))
                .toList();
        return new TablePage(
                frame,
                survey.id(),
                Phrase.of(words, survey.title()),
                title,
                question.text().equals(title.text()) ? new Phrase("", null) : question,
                table.rows().isEmpty()
                        ? new Phrase("", null)
                        : new RowLabels(table, words)
                                .universePhrase(table.rows().get(0)),
                Phrase.of(words, table.note()),
                survey.synthetic(),
                story.headline(),
                NoFigures.reason(table, words),
                picture.map(Picture::wide).orElse(""),
                picture.map(Picture::narrow).orElse(""),
                frame.name() + "." + pictureLanguage(survey, words),
                story.chart().map(one -> one.scale().suffix()).orElse(""),
                picture.map(Picture::notes).orElse(List.of()),
                views,
                table.breaks().stream().map(words::breakNote).toList(),
                views.isEmpty() ? Map.of() : views.get(0).flags(),
                SurveyPage.facts(survey, own, words),
                MethodsFile.sentences(survey, table, words),
                Sources.of(survey, table, own, words),
                new Origin(
                        survey.file().getFileName().toString(),
                        survey.hash(),
                        // without the site's address, which the pages depend on too
                        method.split(" ")[0],
                        frame.stamp().release(),
                        "./barometer trace " + survey.id() + "/" + table.id()),
                Offer.of(downloads, words),
                Citation.of(frame, survey, table, address, picture.isPresent() ? pictureLanguage(survey, words) : ""),
                address.known()
                        ? SchemaOrg.dataset(
                                address,
                                survey,
                                table,
                                downloads,
                                survey.id() + "/" + frame.page(frame.name()),
                                words.language())
                        : "");
    }

    boolean hasPicture() {
        return !wide.isEmpty();
    }

    List<TableView> breakdowns() {
        return views.isEmpty() ? List.of() : views.subList(1, views.size());
    }

    /** The language of the picture files: the page's, if the survey has it. */
    static String pictureLanguage(Survey survey, Words words) {
        return Pages.picturedIn(survey).contains(words.language()) ? words.language() : survey.language();
    }
}
