package no.barometer.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days and months pass on a clock of the test's own. */
class DutyTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final String MONTHLY = "0 0 6 1W * *";

    @TempDir
    private Path folder;

    private final List<String> runs = new ArrayList<>();
    private Instant now = Instant.EPOCH;
    private @Nullable String outcome = "";

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(folder.resolve("input"));
    }

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    private Duty duty(String cron, boolean watch) throws IOException {
        return new Duty(
                Timetable.of(cron, OSLO),
                new Arrivals(folder.resolve("input"), Duration.ofSeconds(30)),
                watch,
                folder.resolve("output"),
                clock,
                reason -> {
                    runs.add(now.atZone(OSLO).toLocalDateTime() + " " + reason);
                    return outcome;
                });
    }

    private static Instant oslo(String time) {
        return ZonedDateTime.parse(time + "+00:00[UTC]").withZoneSameLocal(OSLO).toInstant();
    }

    private void live(Duty duty, String from, String to, Duration step) {
        for (now = oslo(from); now.isBefore(oslo(to)); now = now.plus(step)) {
            duty.look();
        }
    }

    @Test
    void runsOnTheFirstWorkingDayOfEachMonthAtSixInOslo() throws IOException {
        now = oslo("2026-10-15T00:00:00");
        live(duty(MONTHLY, false), "2026-10-15T00:00:00", "2027-03-10T00:00:00", Duration.ofMinutes(10));
        assertThat(runs)
                .containsExactly(
                        "2026-11-02T06:00 timetable",
                        "2026-12-01T06:00 timetable",
                        "2027-01-01T06:00 timetable",
                        "2027-02-01T06:00 timetable",
                        "2027-03-01T06:00 timetable");
    }

    @Test
    void runsThatWereMissedAreCaughtUpOnce() throws IOException {
        now = oslo("2026-10-15T00:00:00");
        Duty before = duty(MONTHLY, false);
        live(before, "2026-11-02T05:00:00", "2026-11-02T07:00:00", Duration.ofMinutes(10));
        runs.clear();
        // down over December and January
        now = oslo("2027-01-20T12:00:00");
        live(duty(MONTHLY, false), "2027-01-20T12:00:00", "2027-01-21T12:00:00", Duration.ofMinutes(10));
        assertThat(runs).containsExactly("2027-01-20T12:00 timetable");
    }

    @Test
    void whoNeverRanHasMissedNothing() throws IOException {
        now = oslo("2026-11-20T12:00:00");
        live(duty(MONTHLY, false), "2026-11-20T12:00:00", "2026-11-21T12:00:00", Duration.ofMinutes(10));
        assertThat(runs).isEmpty();
    }

    @Test
    void aDayWithAFileThatComesSlowly() throws IOException {
        now = oslo("2026-11-20T08:00:00");
        Duty duty = duty(MONTHLY, true);
        live(duty, "2026-11-20T08:00:00", "2026-11-20T09:00:00", Duration.ofSeconds(10));
        assertThat(runs).as("what lies there at the start is looked at").containsExactly("2026-11-20T08:00:30 files");
        runs.clear();
        Path file = folder.resolve("input/a.csv");
        for (int i = 0; i < 30; i++) {
            Files.writeString(file, "x".repeat(i + 1));
            now = oslo("2026-11-20T09:00:00").plusSeconds(10L * i);
            duty.look();
        }
        assertThat(runs).as("still being copied").isEmpty();
        live(duty, "2026-11-20T09:05:00", "2026-11-20T18:00:00", Duration.ofSeconds(10));
        assertThat(runs).hasSize(1).allMatch(run -> run.endsWith("files"));
    }

    @Test
    void triesAgainWhereAnotherRunIsUnderWay() throws IOException {
        now = oslo("2026-10-31T00:00:00");
        Duty duty = duty(MONTHLY, false);
        outcome = null;
        live(duty, "2026-11-02T06:00:00", "2026-11-02T06:03:00", Duration.ofMinutes(1));
        outcome = "";
        live(duty, "2026-11-02T06:03:00", "2026-11-02T09:00:00", Duration.ofMinutes(1));
        assertThat(runs)
                .containsExactly(
                        "2026-11-02T06:00 timetable",
                        "2026-11-02T06:01 timetable",
                        "2026-11-02T06:02 timetable",
                        "2026-11-02T06:03 timetable");
    }

    @Test
    void anHourThatComesTwiceCountsOnceAndOneThatNeverComesIsLater() throws IOException {
        now = oslo("2026-03-28T00:00:00");
        Duty duty = duty("0 30 2 * * *", false);
        live(duty, "2026-03-28T00:00:00", "2026-03-31T00:00:00", Duration.ofMinutes(10));
        assertThat(runs)
                .containsExactly(
                        "2026-03-28T02:30 timetable", "2026-03-29T03:30 timetable", "2026-03-30T02:30 timetable");
        runs.clear();
        live(duty, "2026-10-24T00:00:00", "2026-10-27T00:00:00", Duration.ofMinutes(10));
        assertThat(runs.stream().filter(run -> !run.startsWith("2026-10-24T00:00")))
                .as("one for each night; at the start those missed since spring, as one")
                .hasSize(3);
    }

    @Test
    void aClockSetBackDoesNotStopTheTimetable() throws IOException {
        now = oslo("2036-11-01T00:00:00");
        Duty duty = duty(MONTHLY, true);
        live(duty, "2036-11-03T05:00:00", "2036-11-03T07:00:00", Duration.ofMinutes(10));
        runs.clear();
        live(duty, "2026-11-20T00:00:00", "2026-12-02T00:00:00", Duration.ofMinutes(10));
        assertThat(runs).containsExactly("2026-12-01T06:00 timetable");
    }

    @Test
    void remembersWhatFailedOverARestart() throws IOException {
        now = oslo("2026-10-31T00:00:00");
        Duty duty = duty(MONTHLY, false);
        outcome = "The disk is full";
        live(duty, "2026-11-02T06:00:00", "2026-11-02T06:30:00", Duration.ofMinutes(1));
        assertThat(runs)
                .as("a run that failed waits for its next time, or for files")
                .hasSize(1);
        assertThat(duty(MONTHLY, false).standing().failure()).isEqualTo("The disk is full");
        outcome = "";
        live(duty, "2026-12-01T06:00:00", "2026-12-01T06:30:00", Duration.ofMinutes(1));
        assertThat(duty(MONTHLY, false).standing().failure()).isEmpty();
        assertThat(duty.age()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aMissingInputFolderIsNoEndAndACronThatNeverComesIsRefused() throws IOException {
        now = oslo("2026-10-31T00:00:00");
        Duty duty = duty(MONTHLY, true);
        Files.delete(folder.resolve("input"));
        duty.look();
        Files.createDirectories(folder.resolve("input"));
        live(duty, "2026-11-02T06:00:00", "2026-11-02T06:10:00", Duration.ofMinutes(1));
        assertThat(runs).isNotEmpty();
        assertThatThrownBy(() -> duty("0 0 0 31 2 *", false)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> duty("every morning", false)).isInstanceOf(IllegalArgumentException.class);
    }
}
