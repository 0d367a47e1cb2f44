package no.barometer.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.barometer.publish.Manifest.DownloadEntry;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.publish.Manifest.TablePages;
import no.barometer.publish.chart.Chart;
import no.barometer.publish.chart.Picture;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * The pages and pictures of one release. Each page is there in every language as {@code name.nb.html}, and as {@code
 * name.html} in the survey's own.
 */
record Pages(Edition edition, Staging staging, Stamp now) {
    private static final String INDEX = "index";
    private static final String PAGE = "page";
    /** Ending of the file with a small picture. */
    static final String SMALL = ".small.svg";

    /** A page in one language. */
    private interface Render {
        byte[] with(Frame frame);
    }

    /** The front page, and what all pages share. */
    Stamp index(List<SurveyEntry> surveys, @Nullable Stamp old) throws IOException {
        staging.put(Assets.LIBRARY, Assets.library());
        boolean known = Address.of(edition.address()).known();
        return kept("", Site.language(surveys), old, frame -> Site.index(new IndexPage(frame, surveys, known)));
    }

    Stamp survey(
            Survey survey,
            List<DeliveryNote> deliveries,
            List<TrendTable> tables,
            List<TableEntry> entries,
            List<DownloadEntry> downloads,
            @Nullable Stamp old)
            throws IOException {
        return kept(survey.id() + "/", survey.language(), old, frame -> {
            List<SurveyPage.Card> cards = new ArrayList<>();
            for (int i = 0; i < tables.size(); i++) {
                cards.add(card(frame, survey, tables.get(i), entries.get(i)));
            }
            List<Offer> offers = Offer.of(downloads, frame.words());
            boolean known = Address.of(edition.address()).known();
            return Site.survey(SurveyPage.of(frame, survey, deliveries, cards, offers, known));
        });
    }

    /** The pages of a table; those of before where they would be made from the same. */
    TablePages table(
            Survey survey,
            TrendTable table,
            List<DeliveryNote> deliveries,
            String made,
            List<DownloadEntry> downloads,
            @Nullable TableEntry old)
            throws IOException {
        String from = made + deliveries + downloads + edition.address() + Assets.POLICY;
        String fingerprint = Sha256.of(from.getBytes(StandardCharsets.UTF_8));
        TablePages before = old == null ? null : old.pages();
        if (before != null && before.made().equals(fingerprint) && staging.carry(before.files())) {
            return before;
        }
        List<DownloadEntry> files = new ArrayList<>();
        Map<String, String> headlines = new LinkedHashMap<>();
        Map<String, Story> stories = new LinkedHashMap<>();
        for (String language : Text.LANGUAGES) {
            Story story = Story.of(survey, table, Words.in(language));
            stories.put(language, story);
            if (!story.headline().isEmpty() && story.headline().language() == null) {
                headlines.put(language, story.headline().text());
            }
        }
        for (String language : picturedIn(survey)) {
            Optional<Chart> chart =
                    Objects.requireNonNull(stories.get(language)).chart();
            if (chart.isPresent()) {
                pictures(survey.id() + "/" + Frame.name(table.id()) + "." + language, chart.get(), before, files);
            }
        }
        for (Map.Entry<String, Story> story : stories.entrySet()) {
            Frame frame = new Frame(Words.in(story.getKey()), "../", Frame.name(table.id()), now);
            byte[] page = Site.table(TablePage.of(
                    frame,
                    survey,
                    table,
                    story.getValue(),
                    deliveries,
                    downloads,
                    edition.method(),
                    Address.of(edition.address())));
            put(survey.id() + "/", frame, survey.language(), page, files);
        }
        return new TablePages(now, fingerprint, files, headlines);
    }

    /** What a table has to tell in one language. */
    record Story(Phrase headline, Optional<Chart> chart) {
        static Story of(Survey survey, TrendTable table, Words words) {
            Phrase headline = Headline.phrase(survey, table, words);
            return new Story(headline, Charts.of(survey, table, headline.text(), words));
        }
    }

    /** The languages that pictures have: those of the survey. */
    static List<String> picturedIn(Survey survey) {
        return survey.languages().stream().filter(Text.LANGUAGES::contains).toList();
    }

    /** A picture that is as before is not painted again. */
    private void pictures(String path, Chart chart, @Nullable TablePages before, List<DownloadEntry> files)
            throws IOException {
        Picture picture = new Picture(chart);
        byte[] svg = picture.svg();
        boolean same = staging.sameAsBefore(path + ".svg", svg);
        List<DownloadEntry> painted = same && before != null
                ? before.files().stream()
                        .filter(file -> file.path().equals(path + ".png"))
                        .toList()
                : List.of();
        add(path + ".svg", "svg", svg, files);
        add(path + SMALL, "svg", picture.small(), files);
        if (painted.isEmpty() || !staging.carry(painted)) {
            add(path + ".png", "png", picture.png(), files);
        } else {
            files.addAll(painted);
        }
    }

    private static SurveyPage.Card card(Frame frame, Survey survey, TrendTable table, TableEntry entry) {
        Words words = frame.words();
        Phrase headline = Headline.phrase(survey, table, words);
        String picture = Frame.name(table.id()) + "." + TablePage.pictureLanguage(survey, words) + SMALL;
        boolean pictured = entry.pages() != null
                && entry.pages().files().stream().anyMatch(file -> file.path().equals(survey.id() + "/" + picture));
        return new SurveyPage.Card(
                table.id(),
                Phrase.of(words, table.title()),
                headline.isEmpty() ? new Phrase(NoFigures.reason(table, words), null) : headline,
                frame.page(Frame.name(table.id())),
                pictured ? picture : "",
                entry.changed().date());
    }

    /** Pages that would be the same with their old stamp keep it. */
    private Stamp kept(String folder, String language, @Nullable Stamp old, Render render) throws IOException {
        boolean same = old != null;
        for (String one : Text.LANGUAGES) {
            if (same && old != null) {
                Frame frame = frame(folder, one, old);
                same = staging.sameAsBefore(folder + frame.page(INDEX), render.with(frame));
            }
        }
        Stamp stamp = same && old != null ? old : now;
        List<Frame> frames =
                Text.LANGUAGES.stream().map(one -> frame(folder, one, stamp)).toList();
        List<byte[]> pages = AllCores.make(frames.size(), i -> render.with(frames.get(i)));
        for (int i = 0; i < frames.size(); i++) {
            put(folder, frames.get(i), language, pages.get(i), new ArrayList<>());
        }
        return stamp;
    }

    private static Frame frame(String folder, String language, Stamp stamp) {
        return new Frame(Words.in(language), folder.isEmpty() ? "" : "../", INDEX, stamp);
    }

    private void put(String folder, Frame frame, String own, byte[] page, List<DownloadEntry> files)
            throws IOException {
        String language = frame.words().language();
        add(folder + frame.page(frame.name()), PAGE, page, files);
        if (language.equals(Text.LANGUAGES.contains(own) ? own : "en")) {
            String alias = folder + frame.name() + ".html";
            staging.alias(folder + frame.page(frame.name()), alias);
            files.add(staging.entry(alias, PAGE));
        }
    }

    private void add(String path, String format, byte[] bytes, List<DownloadEntry> files) throws IOException {
        staging.put(path, bytes);
        files.add(staging.entry(path, format));
    }
}
