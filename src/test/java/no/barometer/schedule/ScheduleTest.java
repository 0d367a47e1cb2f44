package no.barometer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import no.barometer.configuration.Configurations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The real process: it finds a file, publishes it, and says so. */
class ScheduleTest {
    private static final String DEFINITION = """
        survey: agencies
        title: {en: Agencies}
        deliveries:
          - files: agencies*.csv
            layout: series
            items: column A
            locale: en
        """;

    @TempDir
    private Path folder;

    @Test
    void takesAFileAndOffersHealthAndMetricsAndNothingElse() throws Exception {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/agencies.yaml"), DEFINITION);
        var configuration = Configurations.read(Map.of(
                "jobs",
                folder.resolve("jobs").toString(),
                "input",
                folder.resolve("input").toString(),
                "output",
                folder.resolve("output").toString(),
                "schedule.port",
                "0",
                "schedule.poll",
                "50ms",
                "schedule.rest",
                "200ms"));
        try (ConfigurableApplicationContext context = Schedule.start(configuration, Clock.systemUTC())) {
            String port = context.getEnvironment().getProperty("local.server.port");
            Files.writeString(folder.resolve("input/agencies.csv"), "item,2012,2013\nuses,63.6,81.2\nplans,12,x\n");
            until(port, "/metrics", "barometer_runs_total{status=\"rejected\"} 1.0");
            Files.writeString(folder.resolve("input/agencies.csv"), "item,2012,2013\nuses,63.6,81.2\n");
            until(port, "/metrics", "barometer_deliveries_total{outcome=\"loaded\"} 1.0");
            assertThat(folder.resolve("output/latest/agencies/agencies.csv")).exists();
            assertThat(get(port, "/metrics"))
                    .contains("barometer_step_seconds_count{step=\"publish\"}", "barometer_rows_total")
                    .contains("barometer_faults_total{severity=\"error\"} 1.0");
            assertThat(get(port, "/health")).contains("\"status\":\"UP\"", "lastSuccess", "ageSeconds", "next");
            for (String other : new String[] {"/", "/env", "/beans", "/actuator", "/index.html", "/shutdown"}) {
                assertThat(status(port, other)).as(other).isEqualTo(404);
            }
            Files.writeString(folder.resolve("jobs/agencies.yaml"), DEFINITION.replace("layout", "layuot"));
            Files.writeString(folder.resolve("input/agencies.csv"), "item,2012,2013\nuses,63.6,82.2\n");
            until(port, "/health", "\"status\":\"DOWN\"");
            assertThat(get(port, "/health")).contains("layuot");
        }
    }

    /** Tells the time that the test says. */
    private static final class SetClock extends Clock {
        private volatile Instant now = Instant.EPOCH;

        void set(String oslo) {
            now = LocalDateTime.parse(oslo).atZone(ZoneId.of("Europe/Oslo")).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @Test
    void monthsPassWithARunThatWasMissedAndOneThatFails() throws Exception {
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/agencies.yaml"), DEFINITION);
        var configuration = Configurations.read(Map.of(
                "jobs",
                folder.resolve("jobs").toString(),
                "input",
                folder.resolve("input").toString(),
                "output",
                folder.resolve("output").toString(),
                "schedule.port",
                "0",
                "schedule.poll",
                "20ms",
                "schedule.watch",
                "false"));
        Path latest = folder.resolve("output/latest");
        SetClock clock = new SetClock();
        clock.set("2026-09-30T12:00:00");
        deliver("item,2012,2013\nuses,63.6,81.2\n");
        try (ConfigurableApplicationContext context = Schedule.start(configuration, clock)) {
            String port = context.getEnvironment().getProperty("local.server.port");
            until(port, "/health", "\"lastSuccess\":\"never\"");
            clock.set("2026-10-01T05:59:59");
            until(port, "/health", "\"next\":\"2026-10-01T04:00:00Z\"");
            assertThat(latest).doesNotExist();
            clock.set("2026-10-01T06:00:00");
            until(port, "/health", "\"lastSuccess\":\"2026-10-01T04:00:00Z\"");
            assertThat(Files.readSymbolicLink(latest)).hasFileName("2026-10");
            // the first weekday of November is in winter time
            until(port, "/health", "\"next\":\"2026-11-02T05:00:00Z\"");
        }
        // switched off over the second of November, and a file came
        deliver("item,2012,2013,2014\nuses,63.6,81.2,84\n");
        clock.set("2026-11-04T09:30:00");
        try (ConfigurableApplicationContext context = Schedule.start(configuration, clock)) {
            String port = context.getEnvironment().getProperty("local.server.port");
            until(port, "/health", "\"lastSuccess\":\"2026-11-04T08:30:00Z\"");
            assertThat(Files.readSymbolicLink(latest)).hasFileName("2026-11");
            until(port, "/metrics", "barometer_runs_total{status=\"done\"} 1.0");
            clock.set("2026-11-30T23:59:00");
            until(port, "/health", "\"ageSeconds\":2298540");
            assertThat(get(port, "/metrics"))
                    .as("caught up once")
                    .contains("barometer_runs_total{status=\"done\"} 1.0");
            Files.writeString(folder.resolve("jobs/agencies.yaml"), DEFINITION.replace("layout", "layuot"));
            clock.set("2026-12-01T06:00:00");
            until(port, "/health", "\"status\":\"DOWN\"");
            assertThat(get(port, "/health")).contains("layuot", "\"lastSuccess\":\"2026-11-04T08:30:00Z\"");
            assertThat(get(port, "/metrics")).contains("barometer_runs_total{status=\"failed\"} 1.0");
            Files.writeString(folder.resolve("jobs/agencies.yaml"), DEFINITION);
            clock.set("2027-01-01T06:00:00");
            until(port, "/health", "\"lastSuccess\":\"2027-01-01T05:00:00Z\"");
            assertThat(get(port, "/health")).contains("\"status\":\"UP\"");
        }
    }

    private void deliver(String text) throws IOException {
        Path file = folder.resolve("input/agencies.csv");
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static void until(String port, String path, String text) throws Exception {
        String last = "";
        for (int i = 0; i < 600; i++) {
            last = get(port, path);
            if (last.contains(text)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(last).contains(text);
    }

    private static String get(String port, String path) throws IOException, InterruptedException {
        return response(port, path).body();
    }

    private static int status(String port, String path) throws IOException, InterruptedException {
        return response(port, path).statusCode();
    }

    private static HttpResponse<String> response(String port, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
