package no.barometer.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real process among files that would have it fetch, read or write something elsewhere: a server that nobody may ask,
 * a secret that nobody may read, and a folder in which nothing else may change.
 */
class NoReachOutsideTest {
    private static final String SECRET = "kanarifugl";
    private static final String SERIES = """
            survey: %s
            title: {nb: Medier}
            deliveries:
              - {files: "%s*", layout: series, wave: row 1, items: column A}
            """;

    @TempDir
    Path folder;

    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private String address = "";

    @BeforeEach
    void aServerThatListensAndASecret() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
        for (String name : List.of("jobs", "input", "secret")) {
            Files.createDirectories(folder.resolve("home").resolve(name));
        }
        Files.createDirectories(folder.resolve("home/work"));
        Files.writeString(folder.resolve("home/secret/secret-2020.csv"), "Medium;2019;2020\n" + SECRET + ";40;41\n");
    }

    @AfterEach
    void stopTheServer() {
        server.stop(0);
    }

    @Test
    void fetchesReadsAndWritesNothingElsewhereWhateverADeliveryHolds() throws Exception {
        Map<String, byte[]> deliveries =
                Reaching.deliveries(address, secret().toUri().toString());
        for (Map.Entry<String, byte[]> delivery : deliveries.entrySet()) {
            String survey = "tabell-" + delivery.getKey().replaceAll("\\..*", "");
            Files.write(folder.resolve("home/input").resolve(delivery.getKey()), delivery.getValue());
            Files.writeString(
                    folder.resolve("home/jobs").resolve(survey + ".yaml"), SERIES.formatted(survey, delivery.getKey()));
        }
        SortedMap<String, String> before = tree();

        int exit = barometer("run", "--period", "2026-11");

        assertThat(exit).as(log()).isIn(0, 3);
        assertThat(asked).isEmpty();
        assertThat(tree()).isEqualTo(before);
        assertThat(written().contains(SECRET)).as("the secret is told").isFalse();
        assertThat(Files.readString(folder.resolve("home/work/output/reports/latest/problems.csv")))
                .contains("dtd.xlsx", "entity.xlsx")
                .doesNotContain("hyperlink.xlsx", "connection.xlsx", "macro.xlsm", "object.xlsx");
        // a formula's cached value counts, whatever it would be today
        Path published = folder.resolve("home/work/output/latest/tabell-webservice/medier.csv");
        assertThat(Files.readString(published)).contains(",fjernsyn,,total,total,share,valid,41,");
        assertThat(URI.create(address).toURL().openConnection().getHeaderField(0))
                .contains("404");
        assertThat(asked).as("the server could be asked").hasSize(1);
    }

    @Test
    void takesNoFileWhoseNameOrLinkLeadsElsewhere() throws Exception {
        assumeThat(java.io.File.separatorChar).isEqualTo('/');
        Files.writeString(folder.resolve("home/jobs/alt.yaml"), SERIES.formatted("alt", "**"));
        Path input = folder.resolve("home/input");
        Files.createSymbolicLink(input.resolve("lenke.csv"), secret());
        Files.createSymbolicLink(input.resolve("mappe"), secret().getParent());
        Files.writeString(input.resolve("x\\..\\..\\secret\\secret-2020.csv"), "Medium;2019;2020\nFjernsyn;40;41\n");
        Files.writeString(input.resolve("a\nerror b.csv"), "Medium;2019;2020\nFjernsyn;40;41\n");
        Files.writeString(input.resolve("\u001b[2J.csv"), "Medium;2019;2020\nFjernsyn;40;41\n");
        Files.writeString(input.resolve("CON.csv"), "Medium;2019;2020\nFjernsyn;40;41\n");
        assertThat(new ProcessBuilder("mkfifo", input.resolve("pipe.csv").toString())
                        .start()
                        .waitFor())
                .isZero();
        String latin = "printf 'Medium;2019;2020\\n' > \"$(printf 'str\\370mming.csv')\"";
        assertThat(new ProcessBuilder("sh", "-c", latin)
                        .directory(input.toFile())
                        .start()
                        .waitFor())
                .isZero();
        SortedMap<String, String> before = tree();

        assertThat(barometer("check", "--annotate")).as(log()).isIn(0, 3);

        assertThat(tree()).isEqualTo(before);
        assertThat(written().contains(SECRET)).as("the secret is told").isFalse();
        assertThat(log())
                .contains(
                        "lenke.csv\n        The file cannot be read: a symbolic link.",
                        "mappe\n        The file cannot be read: a symbolic link.",
                        "x\\..\\..\\secret\\secret-2020.csv\n"
                                + "        The file cannot be read: a control character or backslash",
                        "a[U+000A]error b.csv\n",
                        "[U+001B][2J.csv\n",
                        "pipe.csv\n        The file cannot be read: a device, pipe or socket.",
                        "mming.csv\n        The file cannot be read: its name is not in the system's encoding",
                        "1 delivery checked")
                .doesNotContain("\u001b[2J");
    }

    @Test
    void refusesDefinitionsThatReachOutOrRunAway() throws Exception {
        Path jobs = folder.resolve("home/jobs");
        Map<String, String> definitions = new TreeMap<>();
        definitions.put("tag", "survey: tag\ntitle: !!java.net.URL [\"" + address + "\"]\n");
        definitions.put(
                "loader",
                "survey: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"" + address
                        + "\"]]]]\n");
        definitions.put("include", "survey: include\ntitle: !include ../secret/secret-2020.csv\n");
        definitions.put("margins", design("margins", "rake: {kjønn: ../secret/secret-2020.csv}"));
        definitions.put("population", design("population", "population: " + secret()));
        definitions.put("beside", design("beside", "population: lenke.csv"));
        definitions.put("regex", SERIES.formatted("regex", "regex") + "    strip: /(?=a)b/\n");
        definitions.put(
                "long-regex",
                SERIES.formatted("long-regex", "r").replace("items:", "strip: /" + "(a+)+".repeat(50) + "/, items:"));
        definitions.put("laughs", laughs());
        definitions.put("deep", "survey: " + "[".repeat(500) + "]".repeat(500) + "\n");
        for (Map.Entry<String, String> definition : definitions.entrySet()) {
            Files.writeString(jobs.resolve(definition.getKey() + ".yaml"), definition.getValue());
        }
        Files.createSymbolicLink(jobs.resolve("lenke.csv"), secret());
        Files.writeString(folder.resolve("home/secret/ute.yaml"), SERIES.formatted("ute", SECRET));
        Files.createSymbolicLink(jobs.resolve("ute.yaml"), folder.resolve("home/secret/ute.yaml"));
        SortedMap<String, String> before = tree();

        assertThat(barometer("check")).as(log()).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(tree()).isEqualTo(before);
        assertThat(log()).doesNotContain(SECRET, "Exception");
        for (String name : definitions.keySet()) {
            assertThat(log()).contains("jobs/" + name + ".yaml");
        }
        assertThat(log()).contains("jobs/ute.yaml", "a link that leads out of the folder");
    }

    private static String design(String id, String key) {
        return "survey: " + id + "\ntitle: {nb: X}\ndesign: {weight: w, stratum: s, psu: p, " + key + "}\n"
                + "deliveries:\n  - {files: \"" + id + "-{wave}.csv\", layout: microdata}\n"
                + "questions:\n  q: {column: q, scale: 1-5}\nbreakdowns:\n  kjønn: {column: k, groups: [a, b]}\n";
    }

    /** Aliases of aliases: a thousand million texts in twelve lines. */
    private static String laughs() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [ha, ha, ha, ha, ha, ha, ha, ha]\n");
        for (int i = 1; i < 10; i++) {
            yaml.append("a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(8) + "ha]\n");
        }
        return yaml + "survey: laughs\ntitle: *a9\ndeliveries: *a9\n";
    }

    private Path secret() {
        return folder.resolve("home/secret/secret-2020.csv").toAbsolutePath();
    }

    private int barometer(String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx512m",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                "no.barometer.Barometer"));
        command.addAll(List.of(args));
        Path home = folder.resolve("home");
        command.addAll(List.of("--jobs", home + "/jobs", "--input", home + "/input"));
        command.addAll(List.of("--output", home + "/work/output", "--date", "2026-11-01"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log.txt").toFile());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("log.txt"), StandardCharsets.UTF_8);
    }

    /** Everything below {@code home} that is no output, with what it holds. */
    private SortedMap<String, String> tree() throws IOException {
        SortedMap<String, String> tree = new TreeMap<>();
        Path home = folder.resolve("home");
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                boolean output = path.startsWith(home.resolve("work"));
                if (!output) {
                    tree.put(
                            home.relativize(path).toString(),
                            Files.isRegularFile(path) ? Files.readString(path, StandardCharsets.ISO_8859_1) : "");
                }
            }
        }
        return tree;
    }

    /** All that was printed and written. */
    private String written() throws IOException {
        StringBuilder all = new StringBuilder(log());
        try (Stream<Path> paths = Files.walk(folder.resolve("home/work"))) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                all.append(Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }
}
