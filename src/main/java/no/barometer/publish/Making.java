package no.barometer.publish;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import no.barometer.publish.Manifest.DownloadEntry;
import no.barometer.publish.Manifest.Stamp;
import no.barometer.publish.Manifest.SurveyEntry;
import no.barometer.publish.Manifest.TableEntry;
import no.barometer.survey.Survey;
import no.barometer.survey.Wave;
import no.barometer.trend.TrendTable;
import org.jspecify.annotations.Nullable;

/** One release being filled. */
record Making(Edition edition, Staging staging, @Nullable Manifest before, Stamp now) {
    /** A file that names the release which last changed it. */
    private interface Render {
        byte[] with(Stamp stamp) throws IOException;
    }

    Manifest all() throws IOException {
        return all(surveys -> {});
    }

    /** @param known takes the surveys as soon as all of them are made */
    Manifest all(Consumer<List<SurveyEntry>> known) throws IOException {
        checkSurveys();
        FutureTask<Edition> carrying = new FutureTask<>(() -> {
            for (String id : edition.carried()) {
                staging.carry(id);
            }
            return edition;
        });
        new Thread(carrying, "carrying").start();
        List<SurveyEntry> surveys = new ArrayList<>(carried());
        Stamp index;
        try {
            surveys.addAll(edited());
            surveys.sort(Comparator.comparing(SurveyEntry::id));
            known.accept(surveys);
            staging.put("tables.csv", TablesCsv.of(surveys));
            catalogue(surveys);
            index = pages().index(surveys, before == null || changed(surveys) ? null : before.index());
        } finally {
            // whoever tidies up after a failure must not meet a file still to come
            quietly(carrying);
        }
        made(carrying);
        String previous = before == null ? "" : before.release();
        return new Manifest(now.release(), previous, now.date(), index, surveys, staging.files());
    }

    /** Whether any table changes: then the front page, which tells of it, does as well. */
    private boolean changed(List<SurveyEntry> surveys) {
        return surveys.stream()
                .flatMap(survey -> survey.tables().stream())
                .anyMatch(table -> table.changed().equals(now));
    }

    private List<SurveyEntry> edited() throws IOException {
        Map<String, List<TrendTable>> tables =
                edition.tables().stream().collect(Collectors.groupingBy(TrendTable::survey));
        List<Survey> filled = edition.surveys().stream()
                .filter(survey -> tables.containsKey(survey.id()))
                .toList();
        return AllCores.make(filled.size(), i -> {
            Survey survey = filled.get(i);
            return survey(survey, tables.getOrDefault(survey.id(), List.of()));
        });
    }

    private Pages pages() {
        return new Pages(edition, staging, now);
    }

    /** For data portals; they need an address. */
    private void catalogue(List<SurveyEntry> surveys) throws IOException {
        Address address = Address.of(edition.address());
        if (address.known()) {
            staging.put(Catalogue.TURTLE, Catalogue.turtle(address, surveys));
            staging.put(Catalogue.JSON_LD, Catalogue.jsonLd(address, surveys));
        }
    }

    private void checkSurveys() {
        for (TrendTable table : edition.tables()) {
            if (edition.surveys().stream().noneMatch(survey -> survey.id().equals(table.survey()))) {
                throw new IllegalArgumentException("a table of no survey: " + table.survey() + "/" + table.id());
            }
        }
    }

    private List<SurveyEntry> carried() {
        List<SurveyEntry> entries = new ArrayList<>();
        for (String id : edition.carried()) {
            SurveyEntry entry = before == null ? null : before.survey(id).orElse(null);
            if (entry == null) {
                throw new IllegalArgumentException("not in the newest release: " + id);
            }
            entries.add(entry);
        }
        return entries;
    }

    private SurveyEntry survey(Survey survey, List<TrendTable> tables) throws IOException {
        SurveyEntry old = before == null ? null : before.survey(survey.id()).orElse(null);
        List<DeliveryNote> deliveries = edition.deliveries().stream()
                .filter(note -> note.survey().equals(survey.id()))
                .sorted()
                .toList();
        List<TrendTable> shown = new ArrayList<>();
        for (TrendTable table : tables) {
            shown.add(Revised.marked(table, staging.before(), printed(table, old)));
        }
        ForkJoinTask<Stamp> workbook = ForkJoinPool.commonPool()
                .submit(() -> page(
                        Formats.workbookPath(survey),
                        old == null ? null : old.workbook(),
                        stamp -> Formats.workbook(survey, shown, stamp).bytes()));
        List<TableEntry> entries;
        try {
            entries = AllCores.make(tables.size(), i -> {
                TrendTable table = tables.get(i);
                return table(survey, table, shown.get(i), deliveries, printed(table, old));
            });
        } finally {
            // whoever tidies up after a failure must not meet a file still to come
            workbook.quietlyJoin();
        }
        Stamp workbookStamp = made(workbook);
        staging.put(MethodsFile.path(survey), MethodsFile.of(survey, tables));
        List<DownloadEntry> downloads = downloads(survey, entries);
        Stamp page = pages().survey(survey, deliveries, shown, entries, downloads, old == null ? null : old.page());
        return new SurveyEntry(
                survey.id(),
                survey.title().byLanguage(),
                survey.about().publisher().byLanguage(),
                survey.language(),
                survey.synthetic(),
                new Manifest.Definition(survey.file().getFileName().toString(), survey.hash(), edition.method()),
                deliveries,
                page,
                entries,
                about(survey, tables),
                workbookStamp,
                downloads);
    }

    private static Manifest.About about(Survey survey, List<TrendTable> tables) {
        List<Wave> waves = tables.stream()
                .flatMap(table -> table.waves().stream())
                .sorted()
                .toList();
        return new Manifest.About(
                survey.description().byLanguage(),
                survey.about().licence().byLanguage(),
                waves.isEmpty() ? "" : waves.get(0).start().toString(),
                waves.stream()
                        .map(Wave::end)
                        .max(Comparator.naturalOrder())
                        .map(Object::toString)
                        .orElse(""));
    }

    private static @Nullable TableEntry printed(TrendTable table, @Nullable SurveyEntry old) {
        return old == null ? null : old.table(table.id()).orElse(null);
    }

    /** Waits for a task, whatever came of it. */
    private static void quietly(Future<?> task) {
        boolean stopped = false;
        while (!task.isDone()) {
            try {
                task.get();
            } catch (ExecutionException toldByWhoAsksForIt) {
                break;
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
        if (stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static <T> T made(Future<T> task) throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("part of a release could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while a release was made");
        }
    }

    /** Files with all tables of a survey; the archive holds all the others. */
    private List<DownloadEntry> downloads(Survey survey, List<TableEntry> tables) throws IOException {
        DownloadEntry workbook = staging.entry(Formats.workbookPath(survey), Formats.WORKBOOK);
        DownloadEntry description = put(Formats.dataPackage(survey, tables));
        TreeMap<String, byte[]> files = new TreeMap<>();
        List<DownloadEntry> all = new ArrayList<>(List.of(workbook, description));
        tables.forEach(table -> all.addAll(table.downloads()));
        for (DownloadEntry one : all) {
            files.put(one.path(), staging.read(one.path()));
        }
        return List.of(workbook, put(Formats.archive(survey, files)), description);
    }

    private DownloadEntry put(Download download) throws IOException {
        staging.put(download.path(), download.bytes());
        return staging.entry(download.path(), download.format());
    }

    /**
     * A table that would be made from the same as before is not made again.
     *
     * @param shown the same as pages show it
     */
    private TableEntry table(
            Survey survey, TrendTable table, TrendTable shown, List<DeliveryNote> deliveries, @Nullable TableEntry old)
            throws IOException {
        String made = Fingerprint.of(survey, table, edition.method());
        if (old != null && old.made().equals(made) && staging.carry(old.downloads())) {
            return old.with(pages().table(survey, shown, deliveries, made, old.downloads(), old));
        }
        List<DownloadEntry> downloads = new ArrayList<>();
        for (Download download : Formats.of(survey, table)) {
            downloads.add(put(download));
        }
        DownloadEntry tidy = downloads.get(0);
        DownloadEntry wide = downloads.get(1);
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
                now,
                made,
                downloads,
                pages().table(survey, shown, deliveries, made, downloads, old));
        return old != null && entry.like(old).equals(old) ? entry.changedIn(old.changed()) : entry;
    }

    /** A page that would be the same with its old stamp keeps it. */
    private Stamp page(String path, @Nullable Stamp old, Render render) throws IOException {
        byte[] kept = old == null ? new byte[0] : render.with(old);
        Stamp stamp = old != null && staging.sameAsBefore(path, kept) ? old : now;
        staging.put(path, stamp.equals(old) ? kept : render.with(stamp));
        return stamp;
    }
}
