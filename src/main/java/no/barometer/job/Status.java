package no.barometer.job;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.barometer.publish.Approval;
import no.barometer.publish.DeliveryNote;
import no.barometer.publish.Manifest;
import no.barometer.publish.ReleaseReader;
import no.barometer.publish.Reports;
import no.barometer.publish.RunNote;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What there is, as far as releases say it: works while a run holds the warehouse.
 *
 * @param holder who holds the warehouse since when; empty: nobody
 * @param release name of the newest release; empty: none
 * @param draft the release that waits, and for what; empty: none
 * @param site address of the published site; empty: not known
 */
public record Status(
        String holder,
        String release,
        String date,
        List<String> releases,
        List<Delivery> deliveries,
        List<Table> tables,
        List<RunNote> runs,
        String draft,
        String site) {
    private static final int RUNS_SHOWN = 5;

    /** A live delivery. */
    public record Delivery(String survey, String path, String sha256, List<String> waves, long respondents) {}

    /** A published table. */
    public record Table(String survey, String table, int rows, List<String> waves, String changedBy) {}

    public static Status of(Settings settings) throws IOException {
        String holder = RunLock.heldBy(settings).orElse("");
        Optional<Manifest> newest = ReleaseReader.newest(settings.output()).map(ReleaseReader::manifest);
        List<Delivery> deliveries = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        newest.ifPresent(manifest -> manifest.surveys().forEach(survey -> {
            for (DeliveryNote note : survey.deliveries()) {
                deliveries.add(new Delivery(survey.id(), note.path(), note.sha256(), note.waves(), note.respondents()));
            }
            for (Manifest.TableEntry table : survey.tables()) {
                tables.add(new Table(
                        survey.id(),
                        table.id(),
                        table.rows(),
                        table.waves(),
                        table.changed().release()));
            }
        }));
        return new Status(
                holder,
                newest.map(Manifest::release).orElse(""),
                newest.map(Manifest::date).orElse(""),
                ReleaseReader.names(settings.output()),
                deliveries,
                tables,
                new Reports(settings.output()).notes(),
                draft(settings),
                settings.configuration().site().url());
    }

    private static String draft(Settings settings) throws IOException {
        return Approval.note(settings.output())
                .filter(note -> !note.release().isEmpty() || note.embargoed(Instant.now()))
                .map(note -> note.release().isEmpty()
                        ? "none, embargo until " + note.embargo()
                        : note.release()
                                + (note.approved() ? ", approved" : ", not approved yet")
                                + (note.embargo().isEmpty() ? "" : ", embargo until " + note.embargo())
                                + (note.held().isEmpty() || note.confirmed()
                                        ? ""
                                        : ", " + note.held().size() + " to confirm"))
                .orElse("");
    }

    public String json() {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(this)
                + "\n";
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        text.append("warehouse   ")
                .append(holder.isEmpty() ? "free" : "held by " + holder)
                .append('\n');
        text.append("release     ")
                .append(release.isEmpty() ? "none yet" : release + " of " + date + ", " + releases.size() + " in all")
                .append('\n');
        text.append("draft       ").append(draft.isEmpty() ? "none" : draft).append('\n');
        text.append("site        ")
                .append(
                        site.isEmpty()
                                ? "site.url is not set: feeds, catalogue, schema.org and embed codes are left out"
                                : site)
                .append('\n');
        text.append("deliveries  ").append(deliveries.size()).append('\n');
        for (Delivery one : deliveries) {
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "  %-20s %-44s %s%n",
                    one.survey(),
                    one.path(),
                    String.join(" ", one.waves())));
        }
        text.append("tables      ").append(tables.size()).append('\n');
        for (Table one : tables) {
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "  %-44s %5d rows %4d waves  last changed by %s%n",
                    one.survey() + "/" + one.table(),
                    one.rows(),
                    one.waves().size(),
                    one.changedBy()));
        }
        text.append("runs        ").append(runs.size()).append('\n');
        for (RunNote one : runs.subList(Math.max(0, runs.size() - RUNS_SHOWN), runs.size())) {
            text.append(String.format(
                    java.util.Locale.ROOT,
                    "  %-10s %s  %d loaded, %d rejected, %d faults, %d warnings%s%n",
                    one.run(),
                    one.ended(),
                    one.loaded(),
                    one.rejected(),
                    one.faults(),
                    one.warnings(),
                    one.release().isEmpty() ? "" : ", published " + one.release()));
        }
        return text.toString();
    }
}
