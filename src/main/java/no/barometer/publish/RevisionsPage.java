package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.barometer.publish.History.Past;
import no.barometer.publish.Manifest.TableEntry;

/** The page that tells, release by release, which tables are new or changed, and which published figures are others. */
record RevisionsPage(Frame frame, List<Section> sections) {
    static final String NAME = "revisions";
    private static final int MOST = 200;
    private static final String NONE = "\u2013";

    /**
     * One release.
     *
     * @param withdrawn why it was taken back; empty if it stands
     * @param more how many figures are not listed
     */
    record Section(
            String release,
            String date,
            String day,
            String withdrawn,
            boolean first,
            List<Table> tables,
            List<Line> figures,
            int more) {
        /** Anchor of the release. */
        String id() {
            return "r-" + release;
        }
    }

    /**
     * A table that is new or changed.
     *
     * @param href empty where the release that has this page lacks the table
     */
    record Table(Phrase title, String href) {}

    /**
     * A published figure that is another one now.
     *
     * @param before with the language's signs; a dash where it may not be printed, as for after
     */
    record Line(Table table, String wave, Phrase row, String before, String after, String why) {}

    /**
     * @param newest the release that has the page
     * @param folder of that, where texts of its tables are looked up
     */
    static RevisionsPage of(Frame frame, Manifest newest, List<Past> past, Path folder) throws IOException {
        Texts texts = new Texts(frame, newest, folder, new HashMap<>());
        List<Section> sections = new ArrayList<>();
        for (Past one : past) {
            sections.add(texts.section(one));
        }
        return new RevisionsPage(frame, sections);
    }

    /** What ids are called in the release that has the page. */
    private record Texts(Frame frame, Manifest newest, Path folder, Map<String, PublishedLabels> labels) {
        Section section(Past past) throws IOException {
            PastRelease release = past.release();
            List<Table> tables = new ArrayList<>();
            for (PastRelease.PastSurvey survey : release.surveys()) {
                for (PastRelease.PastTable table : survey.tables()) {
                    if (release.changed(table)) {
                        tables.add(table(survey.id(), table.id()));
                    }
                }
            }
            List<Line> figures = new ArrayList<>();
            for (Revision one : past.revisions().stream().limit(MOST).toList()) {
                figures.add(line(one));
            }
            return new Section(
                    release.release(),
                    release.date(),
                    Dates.day(frame.words(), release.date()),
                    release.withdrawal().orElse(""),
                    release.previous().isEmpty(),
                    tables,
                    figures,
                    Math.max(past.revisions().size() - MOST, 0));
        }

        private Table table(String survey, String id) {
            Optional<TableEntry> entry = newest.survey(survey).flatMap(one -> one.table(id));
            Phrase title = entry.map(table -> Phrase.of(frame.words(), table.title()))
                    .orElse(new Phrase(survey + "/" + id, null));
            return new Table(title, entry.isPresent() ? survey + "/" + frame.page(Frame.name(id)) : "");
        }

        private Line line(Revision one) throws IOException {
            String path = one.survey() + "/" + one.table();
            PublishedLabels named = labels.get(path);
            if (named == null) {
                named = PublishedLabels.of(folder, one.survey(), one.table());
                labels.put(path, named);
            }
            Words words = frame.words();
            boolean own = named.language().isEmpty() || named.language().equals(words.language());
            String why = words.get("why." + one.why()) + (one.cause().isEmpty() ? "" : ": " + one.cause());
            return new Line(
                    table(one.survey(), one.table()),
                    Dates.wave(words, one.wave()),
                    new Phrase(named.row(one.row()), own ? null : named.language()),
                    figure(one.before(), one.row().unit()),
                    figure(one.after(), one.row().unit()),
                    why);
        }

        private String figure(String printed, String unit) {
            return printed.isEmpty()
                    ? NONE
                    : Units.figure(frame.words(), frame.words().figure(printed), unit);
        }
    }
}
