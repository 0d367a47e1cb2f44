package no.barometer.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import no.barometer.survey.Survey;
import no.barometer.trend.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    Path output;

    @Test
    void firstReleaseIsNamedByPeriodAndLinked() throws Exception {
        Published published = new Publisher(output).publish(Samples.edition(70));

        assertThat(published.release()).isEqualTo("2026-11");
        assertThat(published.made()).isTrue();
        assertThat(published.changedTables()).containsExactly("tillit/tillit", "tillit/timer");
        assertThat(published.revisions()).isEmpty();
        assertThat(Files.readSymbolicLink(output.resolve("latest"))).hasToString("releases/2026-11");
        assertThat(tree(output.resolve("latest")).keySet().stream()
                        .filter(path -> !path.matches(".*\\.(nb|nn|en)\\.(small\\.)?\\w+")))
                .containsExactly(
                        "echarts-6.0.0.min.js",
                        "index.html",
                        "manifest.json",
                        "revisions.csv",
                        "revisions.html",
                        "tables.csv",
                        "tillit/datapackage.json",
                        "tillit/index.html",
                        "tillit/methods.md",
                        "tillit/tillit.csv",
                        "tillit/tillit.excel.csv",
                        "tillit/tillit.html",
                        "tillit/tillit.jsonstat.json",
                        "tillit/tillit.wide.csv",
                        "tillit/tillit.xlsx",
                        "tillit/tillit.zip",
                        "tillit/timer.csv",
                        "tillit/timer.excel.csv",
                        "tillit/timer.html",
                        "tillit/timer.jsonstat.json",
                        "tillit/timer.wide.csv");
    }

    @Test
    void laterReleasesOfAPeriodAreNumbered() throws Exception {
        Publisher publisher = new Publisher(output);

        assertThat(publisher.publish(Samples.edition(70)).release()).isEqualTo("2026-11");
        assertThat(publisher.publish(Samples.edition(71)).release()).isEqualTo("2026-11.2");
        assertThat(publisher.publish(Samples.edition(72)).release()).isEqualTo("2026-11.3");
        assertThat(publisher.publish(in(YearMonth.of(2026, 12), 73)).release()).isEqualTo("2026-12");
        assertThat(publisher.publish(in(YearMonth.of(2026, 11), 74)).release()).isEqualTo("2026-11.4");
        assertThat(ReleaseReader.newest(output))
                .get()
                .extracting(ReleaseReader::name)
                .isEqualTo("2026-11.4");
        assertThat(ReleaseReader.names(output))
                .containsExactly("2026-11", "2026-11.2", "2026-11.3", "2026-11.4", "2026-12");
    }

    @Test
    void nothingNewIsNoRelease() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        Map<String, String> before = tree(output);

        Published again = publisher.publish(Samples.edition(70));

        assertThat(again).isEqualTo(new Published("2026-11", false, List.of(), List.of()));
        assertThat(tree(output)).isEqualTo(before);
    }

    @Test
    void anotherDateOrPeriodAloneIsNoRelease() throws Exception {
        Publisher publisher = new Publisher(output);
        Edition first = Samples.edition(70);
        publisher.publish(first);

        Edition later = new Edition(
                YearMonth.of(2027, 1),
                Samples.DATE.plusDays(60),
                first.surveys(),
                first.tables(),
                first.deliveries(),
                "1",
                List.of());

        assertThat(publisher.publish(later).made()).isFalse();
        assertThat(ReleaseReader.names(output)).containsExactly("2026-11");
    }

    @Test
    void noTablesAtAllIsNoRelease() throws Exception {
        Published published = new Publisher(output)
                .publish(new Edition(Samples.PERIOD, Samples.DATE, List.of(), List.of(), List.of(), "1", List.of()));

        assertThat(published.release()).isEmpty();
        assertThat(output.resolve("latest")).doesNotExist();
    }

    @Test
    void aChangedDefinitionOrDeliveryIsARelease() throws Exception {
        Publisher publisher = new Publisher(output);
        Edition first = Samples.edition(70);
        publisher.publish(first);

        Published published = publisher.publish(new Edition(
                Samples.PERIOD,
                Samples.DATE,
                first.surveys(),
                first.tables(),
                first.deliveries().subList(0, 1),
                "1",
                List.of()));

        assertThat(published.release()).isEqualTo("2026-11.2");
        assertThat(published.changedTables()).isEmpty();
    }

    @Test
    void onlyWhatChangedGetsANewDate() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        publisher.publish(Samples.edition(
                Samples.DATE.plusDays(13), List.of(Samples.trust("Tillit til medier", 71.5), Samples.hours())));

        assertThat(Files.readAllLines(output.resolve("latest/tables.csv")))
                .containsExactly(
                        "survey,table,title,rows,waves,first_wave,last_wave,updated,path",
                        "tillit,tillit,Tillit til medier,5,3,2023,2025,2026-11-30,tillit/tillit.csv",
                        "tillit,timer,Timer foran skjermen,1,2,2024,2025,2026-11-17,tillit/timer.csv");
    }

    @Test
    void unchangedFilesAreTheSameFilesAndTheReleaseBeforeStays() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        Map<String, String> first = tree(output.resolve("releases/2026-11"));
        publisher.publish(Samples.edition(71));

        assertThat(Files.isSameFile(
                        output.resolve("releases/2026-11/tillit/timer.csv"), output.resolve("latest/tillit/timer.csv")))
                .isTrue();
        assertThat(tree(output.resolve("releases/2026-11"))).isEqualTo(first);
    }

    @Test
    void aPageNamesTheReleaseThatLastChangedIt() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(two(70, 60));
        Edition later = two(70, 61);
        publisher.publish(new Edition(
                later.period(),
                Samples.DATE.plusDays(1),
                later.surveys(),
                later.tables(),
                later.deliveries(),
                "1",
                List.of()));

        assertThat(output.resolve("latest/tillit/index.html")).content().contains("Sist endret i utgave 2026-11,");
        assertThat(output.resolve("latest/andre/index.html")).content().contains("Sist endret i utgave 2026-11.2,");
    }

    @Test
    void revisionsSayWhatWasPublishedBefore() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));

        Published published = publisher.publish(Samples.edition(71.5));

        Estimate.Row row = new Estimate.Row("tillit", "tv", "hoy", "kjonn", "menn", "share", "valid", "percent");
        assertThat(published.changedTables()).containsExactly("tillit/tillit");
        assertThat(published.revisions())
                .containsExactly(new Revision("tillit", "tillit", "2025", row, "70", "71.5", "unknown", ""));
    }

    @Test
    void whatIsKeptOfAManifestIsWhatItsFileSays() throws Exception {
        new Publisher(output).publish(two(1, 2));
        new Publisher(output).publish(two(1, 3));

        Path newest = output.resolve("releases")
                .resolve(ReleaseReader.newest(output).orElseThrow().name());
        Manifest kept = ManifestFile.read(newest).orElseThrow();
        byte[] written = Files.readAllBytes(newest.resolve(ManifestFile.NAME));
        assertThat(kept).isEqualTo(Json.MAPPER.readValue(written, Manifest.class));
        assertThat(ManifestFile.bytes(kept)).isEqualTo(written);
    }

    @Test
    void aTableThatIsGoneRevisesItsFigures() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));

        Published published =
                publisher.publish(Samples.edition(Samples.DATE, List.of(Samples.trust("Tillit til medier", 70))));

        assertThat(published.changedTables()).containsExactly("tillit/timer");
        assertThat(published.revisions())
                .extracting(Revision::wave, Revision::before, Revision::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2024", "2.675", ""),
                        org.assertj.core.groups.Tuple.tuple("2025", "3", ""));
    }

    @Test
    void carriedSurveysStayAsTheyAre() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(two(70, 60));
        Edition carrying = new Edition(
                Samples.PERIOD,
                Samples.DATE,
                List.of(Samples.survey("andre", false)),
                List.of(Samples.of("andre", Samples.trust("Tillit", 65))),
                List.of(),
                "1",
                List.of("tillit"));
        publisher.publish(carrying);
        Map<String, String> carried = tree(output.resolve("releases/2026-11.2"));

        Path whole = output.resolve("whole");
        new Publisher(whole).publish(two(70, 60));
        new Publisher(whole).publish(two(70, 65));

        assertThat(carried).isEqualTo(tree(whole.resolve("releases/2026-11.2")));
    }

    @Test
    void aTableOfNoSurveyIsABug() {
        Edition lost = new Edition(
                Samples.PERIOD, Samples.DATE, List.of(), List.of(Samples.hours()), List.of(), "1", List.of());

        assertThatThrownBy(() -> new Publisher(output).publish(lost)).hasMessageContaining("tillit/timer");
    }

    @Test
    void carryingWhatWasNeverPublishedIsABug() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        Edition carrying = new Edition(
                Samples.PERIOD, Samples.DATE, List.of(), List.of(), List.of(), "1", List.of("tillit", "ukjent"));

        assertThatThrownBy(() -> publisher.publish(carrying)).hasMessageContaining("ukjent");
        assertThat(ReleaseReader.names(output)).containsExactly("2026-11");
    }

    @Test
    void orderOfSurveysAndDeliveriesChangesNoByte() throws Exception {
        Edition edition = two(70, 60);
        new Publisher(output.resolve("a")).publish(edition);
        new Publisher(output.resolve("b"))
                .publish(new Edition(
                        edition.period(),
                        edition.date(),
                        reversed(edition.surveys()),
                        edition.tables(),
                        reversed(edition.deliveries()),
                        "1",
                        List.of()));

        assertThat(tree(output.resolve("a/releases"))).isEqualTo(tree(output.resolve("b/releases")));
    }

    @Test
    void whatAnInterruptedRunStagedIsRemoved() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        Files.createDirectories(output.resolve("releases/.staging-2026-11.2/tillit"));
        Files.writeString(output.resolve("releases/.staging-2026-11.2/tillit/tillit.csv"), "half");

        assertThat(publisher.publish(Samples.edition(71)).release()).isEqualTo("2026-11.2");
        assertThat(tree(output.resolve("releases")).keySet()).noneMatch(path -> path.contains("staging"));
    }

    @Test
    void aRunThatEndsBeforeItsReleaseLeavesTheOneBefore() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));

        assertThatThrownBy(() -> publisher.publish(Samples.edition(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(Files.readSymbolicLink(output.resolve("latest"))).hasToString("releases/2026-11");
        assertThat(publisher.publish(Samples.edition(71)).release()).isEqualTo("2026-11.2");
    }

    @Test
    void aReleaseThatWasNotLinkedYetIsLinkedByTheNextRun() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        publisher.publish(Samples.edition(71));
        link("releases/2026-11");

        Published again = publisher.publish(Samples.edition(71));

        assertThat(again.made()).isFalse();
        assertThat(again.release()).isEqualTo("2026-11.2");
        assertThat(Files.readSymbolicLink(output.resolve("latest"))).hasToString("releases/2026-11.2");
    }

    @Test
    void aLostLinkIsMadeAgain() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        publisher.publish(Samples.edition(71));
        Files.delete(output.resolve("latest"));

        assertThat(publisher.publish(Samples.edition(71)).made()).isFalse();
        assertThat(Files.readSymbolicLink(output.resolve("latest"))).hasToString("releases/2026-11.2");
    }

    @Test
    void aDamagedReleaseIsNotLinkedAndItsNameNotUsedAgain() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        publisher.publish(Samples.edition(71));
        link("releases/2026-11");
        Files.writeString(output.resolve("releases/2026-11.2/tillit/tillit.csv"), "damaged");

        assertThat(publisher.publish(Samples.edition(71)).release()).isEqualTo("2026-11.3");
    }

    @Test
    void aFileLostFromTheNewestReleaseIsARelease() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(70));
        Files.delete(output.resolve("latest/tillit/timer.csv"));

        assertThat(publisher.publish(Samples.edition(70)).release()).isEqualTo("2026-11.2");
        assertThat(output.resolve("latest/tillit/timer.csv")).exists();
    }

    @Test
    void withoutSymbolicLinksLatestIsAFolderThatIsSwapped() throws Exception {
        Publisher publisher = new Publisher(output, false);
        publisher.publish(Samples.edition(70));
        publisher.publish(Samples.edition(71));

        assertThat(output.resolve("latest")).isDirectory();
        assertThat(Files.isSymbolicLink(output.resolve("latest"))).isFalse();
        assertThat(tree(output.resolve("latest"))).isEqualTo(tree(output.resolve("releases/2026-11.2")));
        assertThat(publisher.publish(Samples.edition(71)).made()).isFalse();
        assertThat(output.resolve(".latest-old")).doesNotExist();
    }

    @Test
    void aFolderSwapThatWasInterruptedIsCompleted() throws Exception {
        Publisher publisher = new Publisher(output, false);
        publisher.publish(Samples.edition(70));
        publisher.publish(Samples.edition(71));
        Files.move(output.resolve("latest"), output.resolve(".latest-old"));

        assertThat(publisher.publish(Samples.edition(71)).made()).isFalse();
        assertThat(tree(output.resolve("latest"))).isEqualTo(tree(output.resolve("releases/2026-11.2")));
    }

    @Test
    void readersOfLatestNeverMissARelease() throws Exception {
        Publisher publisher = new Publisher(output);
        publisher.publish(Samples.edition(0));
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread reader = new Thread(() -> {
            try {
                while (!done.get()) {
                    assertThat(ManifestFile.read(output.resolve("latest"))).isPresent();
                    assertThat(Files.size(output.resolve("latest/tillit/tillit.csv")))
                            .isPositive();
                    reads.incrementAndGet();
                }
            } catch (IOException | AssertionError e) {
                failure.set(e);
            }
        });
        reader.start();
        for (int i = 1; i <= 50; i++) {
            assertThat(publisher.publish(Samples.edition(i)).made()).isTrue();
        }
        done.set(true);
        reader.join();

        assertThat(failure.get()).isNull();
        assertThat(reads.get()).isGreaterThan(10);
    }

    private void link(String target) throws IOException {
        Files.delete(output.resolve("latest"));
        Files.createSymbolicLink(output.resolve("latest"), Path.of(target));
    }

    private static Edition in(YearMonth period, double value) {
        Edition edition = Samples.edition(value);
        return new Edition(
                period, edition.date(), edition.surveys(), edition.tables(), edition.deliveries(), "1", List.of());
    }

    private static Edition two(double first, double second) {
        Edition edition = Samples.edition(first);
        List<Survey> surveys = List.of(Samples.survey("tillit", false), Samples.survey("andre", false));
        return new Edition(
                edition.period(),
                edition.date(),
                surveys,
                List.of(
                        edition.tables().get(0),
                        edition.tables().get(1),
                        Samples.of("andre", Samples.trust("Tillit", second))),
                edition.deliveries(),
                "1",
                List.of());
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> copy = new java.util.ArrayList<>(list);
        java.util.Collections.reverse(copy);
        return copy;
    }

    /** Files below a folder, links followed only at its root, as path to content. */
    static Map<String, String> tree(Path root) throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path real = root.toRealPath();
        try (var paths = Files.walk(real)) {
            for (Path path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                String name = real.relativize(path).toString().replace('\\', '/');
                byte[] bytes = Files.readAllBytes(path);
                files.put(name, Portable.archive(name) ? Portable.content(bytes) : new String(bytes, UTF_8));
            }
        }
        return files;
    }
}
