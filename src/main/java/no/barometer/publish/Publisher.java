package no.barometer.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.Survey;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/**
 * Makes releases below {@code output/}. A release is put together beside the others, renamed when it is complete, and
 * becomes {@code latest} in one step; if nothing but its date would differ from the newest one, none is made.
 *
 * <p>One at a time: the caller holds the lock of the run.
 */
public final class Publisher {
    private static final String INDEX = "index.html";

    private final Releases releases;

    public Publisher(Path output) {
        this(output, true);
    }

    /** @param links whether the system is held to have symbolic links */
    Publisher(Path output, boolean links) {
        releases = new Releases(output, links);
    }

    /** Completes what a run left that ended before its time: {@code latest} leads to the newest release again. */
    public void recover() throws IOException {
        releases.recover();
    }

    /** @throws IOException if the disk fails; what was published before stays */
    public Published publish(Edition edition) throws IOException {
        Optional<String> newest = releases.recover();
        Manifest before = newest.isPresent()
                ? ManifestFile.read(releases.path(newest.get())).orElse(null)
                : null;
        if (before == null && edition.tables().isEmpty()) {
            return Published.nothing("");
        }
        String name = releases.nextName(edition.period());
        Path folder = releases.staging(name);
        Path folderBefore = before == null ? null : releases.path(before.release());
        Staging staging = new Staging(folder, folderBefore, before);
        Manifest manifest = new Making(
                        edition, staging, before, new Stamp(name, edition.date().toString()))
                .all();
        if (before != null && manifest.sameAs(before) && staging.wholeBefore()) {
            Disk.delete(folder);
            return Published.nothing(before.release());
        }
        Disk.write(folder.resolve(ManifestFile.NAME), ManifestFile.bytes(manifest));
        releases.release(name);
        Path released = releases.path(name);
        List<String> changed = Revisions.changedTables(before, manifest);
        return new Published(name, true, changed, Revisions.between(folderBefore, before, released, manifest));
    }

    /** One release being filled. */
    private record Making(
            Edition edition, Staging staging, @Nullable Manifest before, Stamp now) {
        Manifest all() throws IOException {
            List<SurveyEntry> surveys = new ArrayList<>();
            checkSurveys();
            for (Survey survey : edition.surveys()) {
                List<TrendTable> tables = edition.tables().stream()
                        .filter(table -> table.survey().equals(survey.id()))
                        .toList();
                if (!tables.isEmpty()) {
                    surveys.add(survey(survey, tables));
                }
            }
            for (String id : edition.carried()) {
                surveys.add(carried(id));
            }
            surveys.sort(Comparator.comparing(SurveyEntry::id));
            staging.put("tables.csv", TablesCsv.of(surveys));
            Stamp index = page(INDEX, before == null ? null : before.index(), stamp -> Site.index(surveys, stamp));
            String previous = before == null ? "" : before.release();
            return new Manifest(now.release(), previous, now.date(), index, surveys, staging.files());
        }

        private void checkSurveys() {
            for (TrendTable table : edition.tables()) {
                if (edition.surveys().stream().noneMatch(survey -> survey.id().equals(table.survey()))) {
                    throw new IllegalArgumentException("a table of no survey: " + table.survey() + "/" + table.id());
                }
            }
        }

        private SurveyEntry carried(String id) throws IOException {
            SurveyEntry entry = before == null ? null : before.survey(id).orElse(null);
            if (entry == null) {
                throw new IllegalArgumentException("not in the newest release: " + id);
            }
            staging.carry(id);
            return entry;
        }

        private SurveyEntry survey(Survey survey, List<TrendTable> tables) throws IOException {
            SurveyEntry old = before == null ? null : before.survey(survey.id()).orElse(null);
            List<DeliveryNote> deliveries = edition.deliveries().stream()
                    .filter(note -> note.survey().equals(survey.id()))
                    .sorted()
                    .toList();
            List<TableEntry> entries = new ArrayList<>();
            for (TrendTable table : tables) {
                entries.add(table(
                        survey,
                        table,
                        old == null ? null : old.table(table.id()).orElse(null)));
            }
            Stamp page = page(
                    survey.id() + "/" + INDEX,
                    old == null ? null : old.page(),
                    stamp -> Site.survey(survey, deliveries, tables, entries, stamp));
            return new SurveyEntry(
                    survey.id(),
                    survey.title().byLanguage(),
                    survey.about().publisher().byLanguage(),
                    survey.language(),
                    survey.synthetic(),
                    new Manifest.Definition(survey.file().getFileName().toString(), survey.hash(), edition.method()),
                    deliveries,
                    page,
                    entries);
        }

        private TableEntry table(Survey survey, TrendTable table, @Nullable TableEntry old) throws IOException {
            String path = survey.id() + "/" + table.id();
            Manifest.FileEntry tidy = staging.put(path + ".csv", TidyCsv.of(survey, table));
            Manifest.FileEntry wide = staging.put(path + ".wide.csv", WideCsv.of(survey, table));
            TableEntry entry = new TableEntry(
                    table.id(),
                    table.title().byLanguage(),
                    table.note().byLanguage(),
                    table.rows().size(),
                    table.waves().stream().map(wave -> wave.id()).toList(),
                    table.deliveries(),
                    tidy.path(),
                    tidy.sha256(),
                    wide.path(),
                    wide.sha256(),
                    now);
            return old != null && entry.changedIn(old.changed()).equals(old) ? old : entry;
        }

        /** A page that would be the same with its old stamp keeps it. */
        private Stamp page(String path, @Nullable Stamp old, Function<Stamp, byte[]> render) throws IOException {
            byte[] kept = old == null ? new byte[0] : render.apply(old);
            Stamp stamp = old != null && staging.sameAsBefore(path, kept) ? old : now;
            staging.put(path, stamp.equals(old) ? kept : render.apply(stamp));
            return stamp;
        }
    }
}
