package no.barometer.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import no.barometer.cli.Commands;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attacker has the tidy files of a release and the questionnaire, and wants to know of few people what they said. */
class PublishedAttackTest {
    private static final int THRESHOLD = 5;
    private static final String DEFINITION = """
            survey: people
            title: People
            unit: persons
            reliability: off
            deliveries:
              - {files: "people-{wave}.csv", layout: microdata}
            questions:
              trust:
                items: {tv: {column: tv}, web: {column: web}}
                answers: {1: Low, 2: Middling, 3: High, 4: Very high}
                missing: {9: Do not know}
              channels: {column: channels, multiple: delimited by ";", answers: {post: Post, phone: Phone, chat: Chat}}
              hours: {column: hours, number: hours}
            breakdowns:
              age: {column: age, groups: {a1: Young, a2: Middle, a3: Old, a4: Oldest}}
              region: {column: region, groups: {r1: East, r2: South, r3: West, r4: Middle, r5: North}}
            tables:
              trust: {by: all, base: [valid, asked]}
              high: {question: trust, measure: {top: 2}, by: all}
              net: {question: trust, measure: {net: [[3, 4], [1]]}, by: [age]}
              mean: {question: trust, measure: mean, by: [region]}
              channels: {by: all}
              hours: {by: all}
            """;
    private static final Map<String, List<String>> GROUPS = Map.of(
            "age", List.of("a1", "a2", "a3", "a4"),
            "region", List.of("r1", "r2", "r3", "r4", "r5"),
            "total", List.of("total"));
    private static final List<String> WAVES = List.of("2020", "2021", "2022");
    private static final List<String> OPTIONS = List.of("post", "phone", "chat");

    @TempDir
    static Path folder;

    /** Of one wave. */
    private static final Map<String, List<Map<String, String>>> PEOPLE = new LinkedHashMap<>();

    private static final List<Map<String, String>> LINES = new ArrayList<>();

    @BeforeAll
    static void publish() throws IOException {
        Random random = new Random(5);
        Files.createDirectories(folder.resolve("jobs"));
        Files.createDirectories(folder.resolve("input"));
        Files.writeString(folder.resolve("jobs/people.yaml"), DEFINITION);
        for (String wave : WAVES) {
            List<Map<String, String>> people =
                    Stream.generate(() -> person(random)).limit(500).toList();
            List<String> columns = List.of("age", "region", "tv", "web", "channels", "hours");
            StringBuilder csv = new StringBuilder(String.join(",", columns));
            people.forEach(one -> csv.append('\n')
                    .append(String.join(",", columns.stream().map(one::get).toList())));
            Files.writeString(folder.resolve("input/people-" + wave + ".csv"), csv + "\n");
            PEOPLE.put(wave, people);
        }
        int status = Commands.execute(
                "run",
                "--jobs",
                folder.resolve("jobs").toString(),
                "--input",
                folder.resolve("input").toString(),
                "--output",
                folder.resolve("output").toString(),
                "--date",
                "2026-11-01",
                "--period",
                "2026-11",
                "--quiet");
        assertThat(status).isZero();
        for (String table : List.of("trust", "high", "net", "mean", "channels", "hours")) {
            try (Reader reader = Files.newBufferedReader(folder.resolve("output/latest/people/" + table + ".csv"))) {
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader).stream()
                        .map(CSVRecord::toMap)
                        .forEach(LINES::add);
            }
        }
    }

    private static Map<String, String> person(Random random) {
        return Map.of(
                "age", "Young,Middle,Old,Oldest".split(",")[skewed(random, 4)],
                "region", "East,South,West,Middle,North".split(",")[(int) (5 * Math.pow(random.nextDouble(), 8))],
                "tv", List.of("1", "2", "3", "4", "9", "").get(skewed(random, 6)),
                "web", List.of("4", "2", "3", "1", "9").get(skewed(random, 5)),
                "channels",
                        List.of("Post", "Post;Phone", "Phone", "Post;Phone;Chat", "Chat", "")
                                .get(skewed(random, 6)),
                "hours", List.of("0", "2", "3", "1", "8", "").get(skewed(random, 6)));
    }

    private static int skewed(Random random, int bound) {
        double u = random.nextDouble();
        return (int) (u * u * bound);
    }

    @Test
    void aWithheldLineTellsNothing() {
        assertThat(withheld()).isNotEmpty().allSatisfy(line -> {
            for (String column : List.of(
                    "value",
                    "std_error",
                    "ci_low",
                    "ci_high",
                    "base",
                    "effective_base",
                    "change",
                    "change_p_value",
                    "obs_status")) {
                assertThat(line.get(column)).as(column).isEmpty();
            }
            assertThat(line.get("source")).isEqualTo("people-" + line.get("wave") + ".csv");
        });
    }

    @Test
    void mostLinesAreShown() {
        assertThat(withheld().size()).isLessThan(LINES.size() / 2);
    }

    @Test
    void aChangeGivesNoWithheldFigureAway() {
        Map<List<String>, Map<String, String>> byRow = new HashMap<>();
        LINES.forEach(line -> byRow.put(row(line, line.get("wave")), line));
        for (Map<String, String> line : LINES) {
            int before = WAVES.indexOf(line.get("wave")) - 1;
            if (before >= 0 && !line.get("change").isEmpty()) {
                Map<String, String> last = byRow.get(row(line, WAVES.get(before)));
                assertThat(last.get("conf_status")).isEmpty();
                double change = Double.parseDouble(line.get("value")) - Double.parseDouble(last.get("value"));
                assertThat(Double.parseDouble(line.get("change"))).isCloseTo(change, within(1e-5));
            }
        }
    }

    @Test
    void nobodyCanTellThatACountIsSmallFromAllTables() {
        int all = 0;
        for (String wave : WAVES) {
            for (String question : List.of("trust", "channels", "hours")) {
                List<Map<String, String>> lines = LINES.stream()
                        .filter(line -> line.get("wave").equals(wave)
                                && line.get("question").equals(question))
                        .toList();
                Reconstruction reconstruction = new Reconstruction(wave, question);
                Attacker attacker = reconstruction.attacker(lines);
                Set<Linear> secrets = reconstruction.secrets(lines);
                all += secrets.size();
                assertThat(attacker.recomputes(secrets))
                        .as("%s %s", wave, question)
                        .isEmpty();
                assertThat(secrets)
                        .as("%s %s", wave, question)
                        .noneMatch(one -> attacker.narrows(one, THRESHOLD, false));
                assertThat(secrets.stream().limit(3))
                        .as("%s %s", wave, question)
                        .noneMatch(one -> attacker.narrows(one, THRESHOLD, true));
            }
        }
        assertThat(all).isGreaterThan(50);
    }

    private static List<Map<String, String>> withheld() {
        return LINES.stream()
                .filter(line -> line.get("conf_status").equals("C"))
                .toList();
    }

    private static List<String> row(Map<String, String> line, String wave) {
        List<String> row = new ArrayList<>(List.of(wave));
        for (String column :
                List.of("table", "question", "item", "answer", "breakdown", "group", "measure", "base_kind")) {
            row.add(line.get(column));
        }
        return row;
    }

    /** The people of one wave and question, as many unknowns as the questionnaire makes kinds of them. */
    private static final class Reconstruction {
        private final String wave;
        private final String question;
        private final Map<List<String>, Integer> unknowns = new LinkedHashMap<>();
        private final List<Double> truth = new ArrayList<>();
        private final List<Linear> known = new ArrayList<>();

        Reconstruction(String wave, String question) {
            this.wave = wave;
            this.question = question;
            for (String item : items()) {
                GROUPS.forEach((breakdown, groups) -> {
                    for (String group : groups) {
                        parts().forEach(part -> unknown(item, breakdown, group, part));
                    }
                });
                for (String part : parts()) {
                    for (String breakdown : List.of("age", "region")) {
                        Linear rest = of(item, "total", "total", part);
                        for (String group : GROUPS.get(breakdown)) {
                            rest = rest.plus(-1, of(item, breakdown, group, part));
                        }
                        known.add(rest);
                    }
                }
            }
            // everybody was asked everything
            for (String item : items()) {
                GROUPS.forEach((breakdown, groups) -> groups.forEach(group ->
                        known.add(asked(item, breakdown, group).plus(-1, asked(items().get(0), breakdown, group)))));
            }
        }

        private List<String> items() {
            return switch (question) {
                case "trust" -> List.of("tv", "web");
                case "channels" -> OPTIONS;
                default -> List.of("");
            };
        }

        /** For each option of a multiple-response question whether it was chosen. */
        private List<String> parts() {
            return switch (question) {
                case "trust" -> List.of("1", "2", "3", "4", "9", "none");
                case "channels" -> List.of("chosen", "not chosen");
                default -> List.of("answered", "sum", "none");
            };
        }

        private void unknown(String item, String breakdown, String group, String part) {
            double value = 0;
            for (Map<String, String> person : PEOPLE.get(wave)) {
                int at = breakdown.equals("total")
                        ? 0
                        : List.of("Young,Middle,Old,Oldest,East,South,West,Middle,North".split(","))
                                .subList(breakdown.equals("age") ? 0 : 4, breakdown.equals("age") ? 4 : 9)
                                .indexOf(person.get(breakdown));
                if (GROUPS.get(breakdown).get(at).equals(group)) {
                    value += has(person, item, part);
                }
            }
            unknowns.put(List.of(item, breakdown, group, part), truth.size());
            truth.add(value);
        }

        private double has(Map<String, String> person, String item, String part) {
            if (question.equals("channels")) {
                boolean chosen = person.get("channels")
                        .toLowerCase(java.util.Locale.ROOT)
                        .contains(item);
                return chosen == part.equals("chosen") ? 1 : 0;
            }
            String answer = person.get(question.equals("hours") ? "hours" : item);
            if (part.equals("sum")) {
                return answer.isEmpty() ? 0 : Double.parseDouble(answer);
            }
            boolean none = answer.isEmpty();
            return part.equals("none")
                    ? (none ? 1 : 0)
                    : part.equals("answered") ? (none ? 0 : 1) : answer.equals(part) ? 1 : 0;
        }

        private Linear of(String item, String breakdown, String group, String part) {
            return Linear.sum(unknowns.get(List.of(item, breakdown, group, part)));
        }

        private Linear sum(String item, String breakdown, String group, List<String> parts) {
            Linear sum = Linear.NONE;
            for (String part : parts) {
                sum = sum.plus(1, of(item, breakdown, group, part));
            }
            return sum;
        }

        private Linear asked(String item, String breakdown, String group) {
            return sum(
                    item,
                    breakdown,
                    group,
                    parts().stream().filter(one -> !one.equals("sum")).toList());
        }

        private Linear base(Map<String, String> line) {
            List<String> valid = parts().stream()
                    .filter(one -> !List.of("9", "none", "sum").contains(one))
                    .toList();
            return line.get("base_kind").equals("asked")
                    ? asked(item(line), line.get("breakdown"), line.get("group"))
                    : sum(item(line), line.get("breakdown"), line.get("group"), valid);
        }

        private Linear figure(Map<String, String> line) {
            String breakdown = line.get("breakdown");
            String group = line.get("group");
            String item = item(line);
            if (question.equals("trust") && line.get("measure").equals("mean")) {
                Linear sum = Linear.NONE;
                for (int score = 1; score <= 4; score++) {
                    sum = sum.plus(score, of(item, breakdown, group, String.valueOf(score)));
                }
                return sum;
            }
            return switch (line.get("measure")) {
                case "top-2" -> sum(item, breakdown, group, List.of("3", "4"));
                case "net" -> sum(item, breakdown, group, List.of("3", "4")).plus(-1, of(item, breakdown, group, "1"));
                case "mean" -> of(item, breakdown, group, "sum");
                default ->
                    of(item, breakdown, group, question.equals("channels") ? "chosen" : part(line.get("answer")));
            };
        }

        private String item(Map<String, String> line) {
            return question.equals("channels") ? line.get("answer") : line.get("item");
        }

        private static String part(String answer) {
            return answer.equals("no-answer") ? "none" : answer;
        }

        /** Everything that the lines tell, and that the true people say the same. */
        Attacker attacker(List<Map<String, String>> lines) {
            double[] counts = truth.stream().mapToDouble(one -> one).toArray();
            Attacker attacker = new Attacker(counts);
            Map<Linear, Double> told = new LinkedHashMap<>();
            for (Map<String, String> line : lines) {
                if (!line.get("base").isEmpty()) {
                    told.put(base(line), Double.parseDouble(line.get("base")));
                }
                if (!line.get("base").isEmpty() && !line.get("value").isEmpty()) {
                    double unit = line.get("measure").equals("mean") ? 1 : 100;
                    double figure = Double.parseDouble(line.get("value")) * Double.parseDouble(line.get("base")) / unit;
                    assertThat(figure).isCloseTo(Math.rint(figure), within(1e-3));
                    told.put(figure(line), Math.rint(figure));
                }
                int respondents = line.get("source").indexOf(" > ");
                if (respondents >= 0) {
                    String number =
                            line.get("source").substring(respondents + 3).replace(" respondents", "");
                    told.put(asked(item(line), line.get("breakdown"), line.get("group")), Double.parseDouble(number));
                }
            }
            known.forEach(one -> attacker.learns(one, 0));
            told.forEach((function, value) -> {
                assertThat(function.at(counts)).isEqualTo(value);
                attacker.learns(function, value);
            });
            return attacker;
        }

        /** The small counts behind all lines, shown or not. */
        Set<Linear> secrets(List<Map<String, String>> lines) {
            Set<Linear> all = new LinkedHashSet<>();
            for (Map<String, String> line : lines) {
                all.add(base(line));
                if (!Set.of("mean", "net").contains(line.get("measure"))) {
                    all.add(figure(line));
                    all.add(base(line).plus(-1, figure(line)));
                }
            }
            double[] counts = truth.stream().mapToDouble(one -> one).toArray();
            all.removeIf(one -> one.at(counts) == 0 || one.at(counts) >= THRESHOLD);
            return all;
        }
    }
}
