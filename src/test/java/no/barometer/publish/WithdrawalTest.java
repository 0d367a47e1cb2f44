package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WithdrawalTest {
    private static final String SITE = "https://tall.example.no";

    @TempDir
    Path output;

    @Test
    void everyPageOfAWithdrawnReleaseSaysSoAndNoFigureIsLeft() throws Exception {
        publish(70);
        publish(71.5);
        withdraw("2026-11.2", false);
        Map<String, String> left = PublisherTest.tree(output.resolve("releases/2026-11.2"));

        assertThat(left.keySet()).contains("index.html", "tillit/index.html", "manifest.json");
        assertThat(left.keySet()).allMatch(path -> path.endsWith(".html") || path.equals("manifest.json"));
        assertThat(Jsoup.parse(left.get("tillit/index.html")).text())
                .contains("Utgave 2026-11.2 er trukket tilbake", "Feil <b>vekter</b>");
        assertThat(String.join("", left.values())).doesNotContain("71.5").doesNotContain("71,5");
        assertThat(output.resolve("withdrawn/2026-11.2/tillit/tillit.csv")).exists();
    }

    @Test
    void aNewReleaseSaysAgainWhatStoodBeforeTheNewest() throws Exception {
        publish(70);
        Map<String, String> first = PublisherTest.tree(output.resolve("latest"));
        publish(71.5);
        Withdrawal.Result result = withdraw("2026-11.2", false);
        Map<String, String> latest = PublisherTest.tree(output.resolve("latest"));

        assertThat(result.replacement()).isEqualTo("2026-11.3");
        assertThat(Files.readSymbolicLink(output.resolve("latest"))).hasToString("releases/2026-11.3");
        assertThat(latest.get("tillit/tillit.csv")).isEqualTo(first.get("tillit/tillit.csv"));
        assertThat(latest.get("revisions.csv")).contains(",71.5,70,withdrawn,Feil <b>vekter</b>");
        assertThat(latest.get("feed.xml")).contains("utgave trukket tilbake: Feil");
    }

    @Test
    void laterReleasesDoNotSayThatAWithdrawnOneChangedNothing() throws Exception {
        publish(70);
        publish(71.5);
        withdraw("2026-11.2", false);
        publish(72);
        Document page = Jsoup.parse(PublisherTest.tree(output.resolve("latest")).get("revisions.html"));

        assertThat(page.getElementById("r-2026-11.2").parent().text())
                .contains("trukket tilbake: Feil")
                .doesNotContain(Words.in("nb").get("revisions.none"));
    }

    @Test
    void whatWasWithdrawnIsNotPublishedAgainUnconfirmed() throws Exception {
        publish(70);
        publish(71.5);
        withdraw("2026-11.2", false);
        Published again = publish(71.5);

        assertThat(again.made()).isFalse();
        assertThat(again.draft().held())
                .singleElement()
                .asString()
                .contains("tillit/tillit is as in release 2026-11.2");
        assertThat(publish(72).made()).isTrue();
    }

    @Test
    void anErasedReleaseLeavesNoFigureAnywhere() throws Exception {
        publish(70);
        publish(71.5);
        publish(72);
        Withdrawal.Result result = withdraw("2026-11.2", true);

        assertThat(result.replacement()).isEmpty();
        assertThat(output.resolve("withdrawn/2026-11.2")).doesNotExist();
        for (Map.Entry<String, String> file : PublisherTest.tree(output).entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).doesNotContain("71.5").doesNotContain("71,5");
        }
        assertThat(Files.readString(output.resolve("releases/2026-11.3/revisions.csv")))
                .contains(",percent,,72,");
        assertThat(whole("2026-11.3")).isTrue();
        assertThat(Files.readString(output.resolve("releases/2026-11/tillit/tillit.csv")))
                .contains(",70,percent");
    }

    @Test
    void theOnlyReleaseLeavesItsPage() throws Exception {
        publish(70);
        Withdrawal.Result result = withdraw("2026-11", true);

        assertThat(result.replacement()).isEmpty();
        assertThat(Files.readString(output.resolve("latest/index.html"))).contains("Release 2026-11 was withdrawn");
        assertThat(publish(71).made()).isFalse();
        assertThat(new Approval(output)
                        .approve(true, java.util.Optional.empty(), java.time.Instant.EPOCH)
                        .release())
                .isEqualTo("2026-11.2");
    }

    @Test
    void otherReleasesWithTheSameFiguresAreNamed() throws Exception {
        publish(70);
        publish(71.5);
        new Publisher(output).publish(Samples.edition(Samples.DATE, List.of(Samples.trust("Tillit til medier", 71.5))));

        assertThat(withdraw("2026-11.2", false).alsoIn()).containsExactly("2026-11.3");
    }

    @Test
    void aReleaseThatIsNotThereOrNoNameIsNotWithdrawn() throws Exception {
        publish(70);
        Withdrawal withdrawal = new Withdrawal(output, SITE, Samples.DATE);

        assertThat(withdrawal.withdraw("2026-12", Samples.PERIOD, "x", false)).isEmpty();
        assertThat(withdrawal.withdraw("../releases/2026-11", Samples.PERIOD, "x", false))
                .isEmpty();
    }

    private boolean whole(String name) throws Exception {
        Path folder = output.resolve("releases").resolve(name);
        for (Manifest.FileEntry file : ManifestFile.read(folder).orElseThrow().files()) {
            if (!Sha256.of(Files.readAllBytes(folder.resolve(file.path()))).equals(file.sha256())) {
                return false;
            }
        }
        return true;
    }

    private Withdrawal.Result withdraw(String name, boolean erase) throws Exception {
        return new Withdrawal(output, SITE, LocalDate.of(2026, 11, 20))
                .withdraw(name, Samples.PERIOD, "Feil <b>vekter</b>", erase)
                .orElseThrow();
    }

    private Published publish(double figure) throws Exception {
        Edition edition = Samples.edition(figure);
        return new Publisher(output)
                .publish(
                        new Edition(
                                edition.period(),
                                edition.date(),
                                edition.surveys(),
                                edition.tables(),
                                edition.deliveries(),
                                "1",
                                List.of(),
                                SITE),
                        Gate.open(java.time.Instant.EPOCH));
    }
}
