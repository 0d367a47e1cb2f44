package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    private static final String SITE = "https://tall.example.no/";

    @TempDir
    Path output;

    @Test
    void revisionsSayWhatItWasWhatItIsAndWhichFileCorrectedIt() throws Exception {
        publish(70, Samples.deliveries());
        publish(71.5, corrected());

        assertThat(Files.readAllLines(output.resolve("latest/revisions.csv")))
                .containsExactly(
                        "release,date,survey,table,wave,question,item,answer,breakdown,group,measure,base_kind,unit,"
                                + "before,after,why,cause",
                        "2026-11.2,2026-11-17,tillit,tillit,2025,tillit,tv,hoy,kjonn,menn,share,valid,percent,70,71.5,"
                                + "correction,2025/svar.csv");
        assertThat(RevisionsCsv.read(output.resolve("latest"))).hasSize(1);
        assertThat(Files.readAllLines(output.resolve("releases/2026-11/revisions.csv")))
                .hasSize(1);
    }

    @Test
    void aChangedDefinitionOrMethodIsTold() {
        Manifest.SurveyEntry before = entry("aa", "1");
        Reasons definition = new Reasons(java.util.Optional.of(before), java.util.Optional.of(entry("bb", "1")));
        Reasons method = new Reasons(java.util.Optional.of(before), java.util.Optional.of(entry("aa", "2")));

        assertThat(definition.of("2025", "x", false)).isEqualTo(new Reasons.Reason(Why.DEFINITION, "tillit.yaml"));
        assertThat(method.of("2025", "x", false)).isEqualTo(new Reasons.Reason(Why.METHOD, "1 > 2"));
    }

    @Test
    void aRemovedDeliveryIsNamedAlsoWhereAnotherOneIsCorrected() {
        DeliveryNote old = new DeliveryNote("tillit", "a-2024.csv", "aa", "a", List.of("2024"), 0);
        DeliveryNote corrected = new DeliveryNote("tillit", "a-2024.csv", "bb", "a", List.of("2024"), 0);
        DeliveryNote removed = new DeliveryNote("tillit", "a-2025.csv", "cc", "a", List.of("2025"), 0);
        Reasons reasons = new Reasons(
                java.util.Optional.of(entry("aa", "1", old, removed)),
                java.util.Optional.of(entry("aa", "1", corrected)));

        assertThat(reasons.of("2025", "a-2025.csv > line 2 > B", false))
                .isEqualTo(new Reasons.Reason(Why.REMOVED, "a-2025.csv"));
        assertThat(reasons.of("2024", "a-2024.csv > line 2 > B", false))
                .isEqualTo(new Reasons.Reason(Why.CORRECTION, "a-2024.csv"));
        Reasons all = new Reasons(java.util.Optional.of(entry("aa", "1", removed)), java.util.Optional.empty());
        assertThat(all.of("2025", "a-2025.csv > line 2 > B", false))
                .isEqualTo(new Reasons.Reason(Why.REMOVED, "tillit"));
    }

    @Test
    void whatAWithheldFigureWasIsNotPrintedAgain() throws Exception {
        publish(70, Samples.deliveries());
        new Publisher(output).publish(edition(List.of(withheld(), Samples.hours()), Samples.deliveries()));

        assertThat(Files.readAllLines(output.resolve("latest/revisions.csv")).get(1))
                .endsWith(",percent,,,withheld,")
                .doesNotContain("70");
    }

    @Test
    void historyAloneMakesNoRelease() throws Exception {
        publish(70, Samples.deliveries());
        publish(71, Samples.deliveries());

        assertThat(publish(71, Samples.deliveries()).made()).isFalse();
    }

    @Test
    void feedsHaveAnEntryForEveryReleaseTheNewestFirst() throws Exception {
        publish(70, Samples.deliveries());
        publish(71.5, corrected());
        Document feed = feed("feed.xml");
        Document ofSurvey = feed("tillit/feed.xml");

        assertThat(feed.select("entry > id").eachText())
                .containsExactly(
                        "https://tall.example.no/releases/2026-11.2/index.html",
                        "https://tall.example.no/releases/2026-11/index.html");
        assertThat(feed.select("entry > content").first().wholeText())
                .contains("Nytt eller endret: Tillit til medier: Tillit til medier")
                .contains("tillit, 2025, tv, hoy, menn, share: 70 → 71,5 (retting: 2025/svar.csv)")
                .doesNotContain("Timer");
        assertThat(ofSurvey.select("entry > id").first().text())
                .isEqualTo("https://tall.example.no/releases/2026-11.2/tillit/index.html");
        assertThat(ofSurvey.select("feed > author > name").text()).isEqualTo("Kulturtilsynet");
        assertThat(feed.select("feed > updated").text()).isEqualTo("2026-11-17T00:00:00Z");
    }

    @Test
    void twentyReleasesAreToldOfAndNoneThatCannotBeReadNorTheOnesBeforeIt() throws Exception {
        for (int release = 1; release <= 22; release++) {
            publish(40 + release, Samples.deliveries());
        }
        List<String> told = feed("feed.xml").select("entry > id").eachText();
        Path damaged = output.resolve("releases/2026-11.15/manifest.json");
        String manifest = Files.readString(damaged);
        Files.writeString(damaged, manifest.substring(0, manifest.length() / 2));
        publish(70, Samples.deliveries());

        assertThat(told)
                .hasSize(20)
                .startsWith("https://tall.example.no/releases/2026-11.22/index.html")
                .endsWith("https://tall.example.no/releases/2026-11.3/index.html");
        assertThat(feed("feed.xml").select("entry > id").eachText())
                .hasSize(8)
                .endsWith("https://tall.example.no/releases/2026-11.16/index.html");
    }

    @Test
    void whatIsToldLaterIsReadAsItWasPublished() throws Exception {
        publish(70, Samples.deliveries());
        publish(71.5, corrected());
        Path kept = output.resolve("releases/2026-11.2");
        Path folder = Files.createDirectories(output.resolve("elsewhere"));
        Files.copy(kept.resolve(ManifestFile.NAME), folder.resolve(ManifestFile.NAME));
        PastRelease past = ManifestFile.past(folder).orElseThrow();

        assertThat(past)
                .isEqualTo(PastRelease.of(ManifestFile.read(folder).orElseThrow()))
                .isEqualTo(ManifestFile.past(kept).orElseThrow());
        assertThat(past.surveys().get(0).tables())
                .filteredOn(past::changed)
                .extracting(PastRelease.PastTable::id)
                .containsExactly("tillit");
    }

    @Test
    void theHeadOfAManifestThatWasReplacedIsReadAgain() throws Exception {
        Path folder = Files.createDirectories(output.resolve("releases/2026-10"));
        Path file = folder.resolve(ManifestFile.NAME);
        Files.writeString(file, "{\"release\": \"2026-10\", \"previous\": \"2026-08\"}");
        ManifestFile.Head before = ManifestFile.head(folder).orElseThrow();
        Files.writeString(output.resolve("next"), "{\"release\": \"2026-10\", \"previous\": \"2026-09\"}");
        Files.move(output.resolve("next"), file, StandardCopyOption.REPLACE_EXISTING);

        assertThat(before.previous()).isEqualTo("2026-08");
        assertThat(ManifestFile.head(folder)).contains(new ManifestFile.Head("2026-10", "2026-09"));
    }

    @Test
    void aRevisedFigureIsMarkedInTheWorkbookUntilItsTableChangesAgain() throws Exception {
        publish(70, Samples.deliveries());
        publish(71.5, corrected());
        String marked = workbook();
        new Publisher(output)
                .publish(edition(
                        List.of(Samples.trust("Tillit til medier", 71.5), Samples.hours()), Samples.deliveries()));

        assertThat(marked).contains("2025 [r]").contains("rettet");
        assertThat(workbook()).contains("2025 [r]");
        assertThat(output.resolve("latest/tillit/tillit.csv")).content().doesNotContain(",r,");
    }

    private String workbook() throws Exception {
        return Portable.content(Files.readAllBytes(output.resolve("latest/tillit/tillit.xlsx")));
    }

    @Test
    void withoutAnAddressThereIsNoFeedAndNoCatalogue() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        assertThat(output.resolve("latest/feed.xml")).doesNotExist();
        assertThat(output.resolve("latest/catalog.ttl")).doesNotExist();
        assertThat(output.resolve("latest/revisions.csv")).exists();
    }

    @Test
    void hostileTextsStayTextInFeedAndCatalogue() throws Exception {
        new Publisher(output)
                .publish(edition(
                        List.of(Samples.trust("<b>\u0007\"]]> & \\ æ\u202e🙂", 70), Samples.hours()),
                        Samples.deliveries()));

        assertThat(feed("feed.xml").select("entry > content").text()).contains("<b>\uFFFD\"]]> & \\ æ");
        assertThat(Files.readString(output.resolve("latest/catalog.ttl"))).contains("\"<b>\\u0007\\\"]]> & \\\\ æ");
    }

    private Published publish(double figure, List<DeliveryNote> deliveries) throws Exception {
        return new Publisher(output)
                .publish(edition(List.of(Samples.trust("Tillit til medier", figure), Samples.hours()), deliveries));
    }

    private static Edition edition(List<TrendTable> tables, List<DeliveryNote> deliveries) {
        return new Edition(
                Samples.PERIOD,
                Samples.DATE,
                List.of(Samples.survey("tillit", false)),
                tables,
                deliveries,
                "1",
                List.of(),
                SITE);
    }

    private static List<DeliveryNote> corrected() {
        List<DeliveryNote> notes = new ArrayList<>(Samples.deliveries());
        notes.set(0, new DeliveryNote("tillit", "2025/svar.csv", "dd".repeat(32), "svar", List.of("2025"), 1204));
        return notes;
    }

    private static TrendTable withheld() {
        TrendTable table = Samples.trust("Tillit til medier", 70);
        List<Estimate> estimates = new ArrayList<>(table.estimates());
        Estimate last = estimates.get(estimates.size() - 1);
        estimates.set(
                estimates.size() - 1,
                new Estimate(
                        last.row(),
                        last.wave(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        "",
                        "C",
                        "weighted",
                        last.source()));
        return table.with(table.labels(), estimates);
    }

    private static Manifest.SurveyEntry entry(String hash, String method, DeliveryNote... deliveries) {
        Manifest.Stamp stamp = new Manifest.Stamp("2026-11", "2026-11-17");
        return new Manifest.SurveyEntry(
                "tillit",
                java.util.Map.of("nb", "Tillit"),
                java.util.Map.of(),
                "nb",
                false,
                new Manifest.Definition("tillit.yaml", hash, method),
                List.of(deliveries),
                stamp,
                List.of(),
                new Manifest.About(java.util.Map.of(), java.util.Map.of(), "", ""),
                stamp,
                List.of());
    }

    private Document feed(String path) throws Exception {
        return Jsoup.parse(Files.readString(output.resolve("latest").resolve(path)), "", Parser.xmlParser());
    }
}
