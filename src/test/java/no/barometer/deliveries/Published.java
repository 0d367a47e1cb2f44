package no.barometer.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import no.barometer.cli.Commands;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * What a run over one folder of deliveries came to.
 *
 * @param status the run's exit status
 */
record Published(Path output, int status) {
    private static final Path SHARED = Path.of("../shared/data");
    private static final Path DEFINITIONS = Path.of("src/test/resources/deliveries");

    /** The folder of a delivery that others published: there in the deciding run, perhaps not elsewhere. */
    static Path shared(String folder) {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(SHARED).isDirectory();
        }
        assumeTrue(Files.isDirectory(SHARED), "no ../shared/data");
        return SHARED.resolve(folder);
    }

    /** Runs the definitions of a folder over its deliveries. */
    static Published of(String folder, Path temp) {
        return of(folder, shared(folder), temp);
    }

    /** Runs the definitions of a folder over other deliveries. */
    static Published of(String folder, Path input, Path temp) {
        return new Published(temp.resolve("output"), execute("run", folder, input, temp));
    }

    /** Runs a command over a folder's deliveries; its exit status. */
    static int execute(String command, String folder, Path input, Path temp) {
        return Commands.execute(
                command,
                "--jobs",
                DEFINITIONS.resolve(folder).toString(),
                "--input",
                input.toString(),
                "--output",
                temp.resolve("output").toString(),
                "--date",
                "2026-11-01",
                "--period",
                "2026-11",
                "--quiet");
    }

    /** The estimates of a table, each column by its name. */
    List<Map<String, String>> table(String survey, String table) {
        return csv(output.resolve("latest").resolve(survey).resolve(table + ".csv"));
    }

    List<Map<String, String>> problems() {
        return csv(output.resolve("reports/latest/problems.csv"));
    }

    /** The only estimate of a table whose columns hold all the wanted texts, each {@code column=text}. */
    Map<String, String> estimate(String survey, String table, String... wanted) {
        List<Map<String, String>> found = estimates(survey, table, wanted);
        assertThat(found).as("%s/%s %s", survey, table, List.of(wanted)).hasSize(1);
        return found.get(0);
    }

    List<Map<String, String>> estimates(String survey, String table, String... wanted) {
        return table(survey, table).stream()
                .filter(row -> List.of(wanted).stream().allMatch(one -> {
                    int equals = one.indexOf('=');
                    return one.substring(equals + 1).equals(row.get(one.substring(0, equals)));
                }))
                .toList();
    }

    /** The value of the only such estimate. */
    double value(String survey, String table, String... wanted) {
        return Double.parseDouble(estimate(survey, table, wanted).get("value"));
    }

    static List<Map<String, String>> csv(Path file) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = Files.newBufferedReader(file)) {
            return format.parse(reader).stream().map(CSVRecord::toMap).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
