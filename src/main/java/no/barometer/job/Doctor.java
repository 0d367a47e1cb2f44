package no.barometer.job;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.barometer.publish.Reports;
import no.barometer.publish.RunNote;
import no.barometer.survey.BadDefinition;
import no.barometer.survey.Definitions;
import no.barometer.warehouse.Condition;
import no.barometer.warehouse.Databases;
import no.barometer.warehouse.Migrations;

/** Looks whether an installation can run: folders, rights, disk, clock and zone, database. Changes nothing. */
public final class Doctor {
    private static final long LITTLE_BYTES = 1L << 30;
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * One thing that was looked at.
     *
     * @param advice what to do; empty where all is well
     */
    public record Finding(String what, String found, String advice) {
        public boolean well() {
            return advice.isEmpty();
        }
    }

    private final Settings settings;
    private final Clock clock;
    private final List<Finding> findings = new ArrayList<>();

    public Doctor(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    public List<Finding> findings() throws IOException {
        readable("definitions", settings.jobs(), "--jobs");
        readable("deliveries", settings.input(), "--input");
        definitions();
        output();
        clocks();
        warehouse();
        return List.copyOf(findings);
    }

    private void add(String what, String found, String advice) {
        findings.add(new Finding(what, found, advice));
    }

    private void readable(String what, Path folder, String option) {
        boolean there = Files.isDirectory(folder);
        String advice = there ? "Let this user read it." : "Make it, or name another with " + option + ".";
        add(what, folder + (there ? "" : " is not there"), there && Files.isReadable(folder) ? "" : advice);
    }

    private void definitions() {
        if (!Files.isDirectory(settings.jobs())) {
            return;
        }
        try {
            add("surveys", String.valueOf(Definitions.read(settings.jobs()).size()), "");
        } catch (BadDefinition bad) {
            add("surveys", bad.problems().size() + " faults", "Run \"barometer check\", which lists them.");
        }
    }

    private void output() {
        Path folder = settings.output();
        try {
            Path nearest = folder.toAbsolutePath();
            while (nearest != null && !Files.exists(nearest)) {
                nearest = nearest.getParent();
            }
            Path probe = Files.createTempDirectory(nearest, ".barometer-probe");
            try {
                add("output", folder + " can be written to", "");
                links(probe);
            } finally {
                Files.deleteIfExists(probe.resolve("link"));
                Files.delete(probe);
            }
            long free = Files.getFileStore(nearest).getUsableSpace();
            add(
                    "disk",
                    (free >> 20) + " MiB free",
                    free < LITTLE_BYTES ? "Make room: a run needs at least 1 GiB." : "");
        } catch (IOException failed) {
            add("output", Failure.told(failed), "Let this user write there, or name another folder with --output.");
        }
    }

    private void links(Path probe) {
        try {
            Files.createSymbolicLink(probe.resolve("link"), Path.of("nowhere"));
        } catch (IOException | UnsupportedOperationException none) {
            add("links", "no symbolic links: output/latest will be a folder", "");
        }
    }

    private void clocks() throws IOException {
        Instant now = clock.instant();
        ZoneId zone = settings.configuration().schedule().zone();
        add("clock", now + ", time zone of the schedule " + zone + ", of this machine " + ZoneId.systemDefault(), "");
        List<RunNote> notes = new Reports(settings.output()).notes();
        if (!notes.isEmpty()
                && Instant.parse(notes.get(notes.size() - 1).ended()).isAfter(now)) {
            add(
                    "clock",
                    "the last run ended in the future, at "
                            + notes.get(notes.size() - 1).ended(),
                    "Set the clock, or let the system keep it (NTP).");
        }
    }

    private void warehouse() {
        String url = settings.warehouse();
        if (url.startsWith("jdbc:h2:file:") && !Files.exists(Path.of(file(url) + ".mv.db"))) {
            add("warehouse", Databases.named(url) + " will be made by the first run", "");
            return;
        }
        try {
            Optional<String> holder = RunLock.heldBy(settings);
            if (holder.isPresent()) {
                add("warehouse", "held by " + holder.get(), "");
            } else {
                database(url);
            }
        } catch (RuntimeException failed) {
            add("warehouse", Failure.told(failed), "Start the database, or see warehouse.url, user and password.");
        }
    }

    private void database(String url) {
        try (HikariDataSource database = Runner.open(settings)) {
            Condition condition = Condition.of(database);
            add("warehouse", Databases.named(url) + ", " + condition.product(), "");
            if (!condition.encoding().equals("UTF8")) {
                add(
                        "warehouse",
                        "its texts are " + condition.encoding(),
                        "Make the database anew with ENCODING 'UTF8'.");
            }
            if (condition.skew().abs().compareTo(SKEW) > 0) {
                add("clock", "the database's differs by " + condition.skew(), "Set the clocks of both machines.");
            }
            schema(database);
        }
    }

    private void schema(HikariDataSource database) {
        String version = Migrations.version(database);
        boolean newer = Migrations.isNewer(database);
        add(
                "schema",
                version.isEmpty() ? "none yet" : "version " + version,
                newer ? "The warehouse is from a newer Barometer: install that one." : "");
    }

    private static String file(String url) {
        return url.substring("jdbc:h2:file:".length()).split(";", 2)[0];
    }
}
