package no.barometer.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
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
