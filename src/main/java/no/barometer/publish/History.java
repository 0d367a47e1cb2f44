package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.PastRelease.PastSurvey;
import no.barometer.publish.PastRelease.PastTable;
import no.barometer.survey.Text;

/**
 * What tells of the releases before: the list of revisions, and feeds. It follows from the sequence of releases, not from
 * what is published, so that it alone makes no release.
 */
final class History {
    /** How many releases are told of, the release itself included. */
    static final int RELEASES = 20;

    private static final int REVISIONS_SHOWN = 100;

    private final Releases releases;
    private final Address address;

    /** @param releases where lists of revisions are read */
    History(Releases releases, Address address) {
        this.releases = releases;
        this.address = address;
    }

    /** Whether a file of a release tells of its history. */
    static boolean tells(String path) {
        return path.equals(RevisionsCsv.NAME)
                || (path.startsWith(RevisionsPage.NAME + ".") && path.endsWith(".html"))
                || path.equals(Feed.NAME)
                || path.endsWith("/" + Feed.NAME);
    }

    /** One release as history tells of it. */
    record Past(PastRelease release, List<Revision> revisions) {}

    /**
     * The history files of a release by path; surveys that are taken over as they are keep theirs.
     *
     * @param before those before it, the newest first
     * @param folder of the release, with its tables
     */
    Map<String, byte[]> files(
            Manifest manifest, List<Revision> revisions, List<PastRelease> before, List<String> carried, Path folder)
            throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        files.put(RevisionsCsv.NAME, RevisionsCsv.of(manifest.release(), manifest.date(), revisions));
        List<Past> past = new ArrayList<>(List.of(new Past(PastRelease.of(manifest), revisions)));
        for (PastRelease one : before.subList(0, Math.min(before.size(), RELEASES - 1))) {
            past.add(new Past(one, RevisionsCsv.read(releases.path(one.release()))));
        }
        pages(manifest, past, folder, files);
        if (address.known()) {
            files.put(Feed.NAME, all(manifest, past));
            for (SurveyEntry survey : manifest.surveys()) {
                if (!carried.contains(survey.id())) {
                    files.put(survey.id() + "/" + Feed.NAME, one(survey, past));
                }
            }
        }
        return files;
    }

    /** The same, with the releases before it read for this alone. */
    Map<String, byte[]> files(Manifest manifest, List<Revision> revisions, List<String> carried, Path folder)
            throws IOException {
        return files(manifest, revisions, releases.past(manifest.previous(), RELEASES), carried, folder);
    }

    private static void pages(Manifest manifest, List<Past> past, Path folder, Map<String, byte[]> files)
            throws IOException {
        Manifest.Stamp stamp = new Manifest.Stamp(manifest.release(), manifest.date());
        String own = Site.language(manifest.surveys());
        for (String language : Text.LANGUAGES) {
            Frame frame = new Frame(Words.in(language), "", RevisionsPage.NAME, stamp);
            byte[] page = Site.revisions(RevisionsPage.of(frame, manifest, past, folder));
            files.put(frame.page(RevisionsPage.NAME), page);
            if (language.equals(own)) {
                files.put(RevisionsPage.NAME + ".html", page);
            }
        }
    }

    private byte[] all(Manifest manifest, List<Past> past) {
        Words words = Words.in(language(manifest));
        List<Feed.Entry> entries = past.stream()
                .map(one -> entry(one, one.release().surveys(), "", words))
                .toList();
        return Feed.of(
                words.get("site.title"),
                address.url(),
                words.language(),
                address.latest(""),
                address.latest(Feed.NAME),
                entries);
    }

    private byte[] one(SurveyEntry survey, List<Past> past) {
        Words words = Words.in(survey.language());
        List<Feed.Entry> entries = new ArrayList<>();
        for (Past one : past) {
            one.release().survey(survey.id()).ifPresent(then -> {
                Feed.Entry entry = entry(one, List.of(then), survey.id() + "/", words);
                if (!entry.lines().isEmpty()) {
                    entries.add(entry);
                }
            });
        }
        if (entries.isEmpty()) {
            entries.add(entry(past.get(0), List.of(), survey.id() + "/", words));
        }
        String publisher = survey.publisherIn(survey.language());
        return Feed.of(
                survey.titleIn(survey.language()),
                publisher.isEmpty() ? address.url() : publisher,
                survey.language(),
                address.latest(survey.id() + "/index.html"),
                address.latest(survey.id() + "/" + Feed.NAME),
                entries);
    }

    private Feed.Entry entry(Past past, List<PastSurvey> surveys, String folder, Words words) {
        String release = past.release().release();
        List<String> lines = new ArrayList<>();
        for (PastSurvey survey : surveys) {
            for (PastTable table : survey.tables()) {
                if (past.release().changed(table)) {
                    lines.add(words.get(
                            "feed.changed", survey.titleIn(words.language()) + ": " + table.titleIn(words.language())));
                }
            }
        }
        List<String> ids = surveys.stream().map(PastSurvey::id).toList();
        List<Revision> revisions = past.revisions().stream()
                .filter(one -> ids.contains(one.survey()))
                .toList();
        revisions.stream().limit(REVISIONS_SHOWN).forEach(one -> lines.add(line(one, words)));
        if (revisions.size() > REVISIONS_SHOWN) {
            lines.add(words.get("feed.more", revisions.size() - REVISIONS_SHOWN));
        }
        past.release().withdrawal().ifPresent(why -> lines.add(words.get("feed.withdrawn", why)));
        return new Feed.Entry(
                address.release(release, folder + "index.html"),
                words.get("feed.release", release),
                past.release().date(),
                lines);
    }

    private static String line(Revision one, Words words) {
        List<String> row = new ArrayList<>(List.of(one.table(), one.wave()));
        for (String part : List.of(
                one.row().item(),
                one.row().answer(),
                one.row().group(),
                one.row().measure())) {
            if (!part.isEmpty() && !part.equals("total")) {
                row.add(part);
            }
        }
        String none = "\u2013";
        return String.join(", ", row) + ": " + (one.before().isEmpty() ? none : words.figure(one.before())) + " \u2192 "
                + (one.after().isEmpty() ? none : words.figure(one.after())) + " ("
                + words.get("why." + one.why()) + (one.cause().isEmpty() ? "" : ": " + one.cause()) + ")";
    }

    /** The language most of the surveys are in. */
    private static String language(Manifest manifest) {
        Map<String, Integer> counts = new TreeMap<>();
        manifest.surveys().forEach(survey -> counts.merge(survey.language(), 1, Integer::sum));
        return Text.LANGUAGES.stream()
                .reduce((one, other) -> counts.getOrDefault(other, 0) > counts.getOrDefault(one, 0) ? other : one)
                .orElseThrow();
    }
}
