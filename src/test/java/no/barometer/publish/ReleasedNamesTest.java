package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import no.barometer.survey.Answer;
import no.barometer.survey.Breakdown;
import no.barometer.survey.Definitions;
import no.barometer.survey.Item;
import no.barometer.survey.Survey;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names that others link to or read by: files and anchors of a site, columns, and the ids of the surveys that are
 * shipped. Once released they stay; new ones are added to the list with {@code -Dgolden.update=true}.
 */
class ReleasedNamesTest {
    private static final Path RELEASED = Path.of("src/test/resources/released-names.txt");

    @TempDir
    Path output;

    @Test
    void noReleasedNameDisappears() throws Exception {
        Set<String> names = new TreeSet<>();
        site(names);
        shipped(names);
        if (Boolean.getBoolean("golden.update")) {
            Set<String> all = new TreeSet<>(Files.readAllLines(RELEASED));
            all.addAll(names);
            Files.write(RELEASED, all);
        }

        List<String> released = Files.readAllLines(RELEASED);
        assertThat(names).containsAll(released);
        assertThat(released).as("names that are not in the list yet").containsAll(names);
    }

    private void site(Set<String> names) throws IOException {
        new Publisher(output).publish(Samples.edition(70));
        Path latest = output.resolve("latest");
        for (String path : PublisherTest.tree(latest).keySet()) {
            names.add("file " + path);
            if (path.endsWith(".html")) {
                for (Element named :
                        Jsoup.parse(Files.readString(latest.resolve(path))).select("main [id]")) {
                    names.add("anchor " + path + "#" + named.id());
                }
            } else if (path.endsWith(".csv") && !path.endsWith(".excel.csv") && !path.endsWith(".wide.csv")) {
                String header = Files.readAllLines(latest.resolve(path)).get(0);
                for (String column : header.split(",")) {
                    names.add("column " + path + " " + column);
                }
            }
        }
    }

    private static void shipped(Set<String> names) throws IOException {
        for (Survey survey : Definitions.read(Path.of("jobs"))) {
            String own = "id " + survey.id();
            names.add(own);
            survey.tables().keySet().forEach(table -> names.add(own + "/" + table));
            survey.questions().values().forEach(question -> {
                names.add(own + " question " + question.id());
                question.items().stream()
                        .map(Item::id)
                        .forEach(item -> names.add(own + " item " + question.id() + "." + item));
                question.answers().stream()
                        .map(Answer::id)
                        .forEach(answer -> names.add(own + " answer " + question.id() + "." + answer));
            });
            for (Breakdown breakdown : survey.breakdowns().values()) {
                breakdown.groups().forEach(group -> names.add(own + " group " + breakdown.id() + "." + group.id()));
            }
        }
    }
}
