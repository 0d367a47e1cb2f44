package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApprovalTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_600);
    private static final Gate DRAFT = new Gate(true, Optional.empty(), NOW);

    @TempDir
    Path output;

    @Test
    void aDraftHasEverythingButTheLinkAndIsPublishedUnchanged() throws Exception {
        Published drafted = publish(70, DRAFT);
        Map<String, String> draft = PublisherTest.tree(output.resolve("draft"));

        assertThat(drafted.made()).isFalse();
        assertThat(drafted.draft().release()).isEqualTo("2026-11");
        assertThat(output.resolve("latest")).doesNotExist();
        assertThat(approve(false, Optional.empty(), NOW).release()).isEqualTo("2026-11");
        assertThat(PublisherTest.tree(output.resolve("latest"))).isEqualTo(draft);
        assertThat(output.resolve("draft")).doesNotExist();
        assertThat(output.resolve("draft.json")).doesNotExist();
    }

    @Test
    void withoutADraftThereIsNothingToPublish() throws Exception {
        assertThat(approve(false, Optional.empty(), NOW).refusal()).contains("run --draft");
    }

    @Test
    void aDraftThatAnotherReleaseOvertookIsNotPublished() throws Exception {
        publish(70, Gate.open(NOW));
        publish(71, DRAFT);
        Map<String, String> draft = PublisherTest.tree(output.resolve("draft"));
        byte[] note = Files.readAllBytes(output.resolve("draft.json"));
        publish(72, Gate.open(NOW));
        for (var file : draft.keySet()) {
            Path back = output.resolve("draft").resolve(file);
            Files.createDirectories(back.getParent());
            Files.copy(output.resolve("releases/2026-11").resolve(file), back);
        }
        Files.write(output.resolve("draft.json"), note);

        assertThat(approve(false, Optional.empty(), NOW).refusal()).isNotEmpty();
        assertThat(ReleaseReader.names(output)).containsExactly("2026-11", "2026-11.2");
    }

    @Test
    void anEmbargoHoldsBackWhateverComesUntilItsTime() throws Exception {
        publish(70, Gate.open(NOW));
        Published held = publish(71, new Gate(false, Optional.of(LATER), NOW));
        Published renewed = publish(72, Gate.open(NOW));
        Approval approval = new Approval(output);

        assertThat(held.made()).isFalse();
        assertThat(renewed.made()).isFalse();
        assertThat(approval.publishIfDue(NOW).release()).isEmpty();
        assertThat(approval.publishIfDue(LATER).release()).isEqualTo("2026-11.2");
        assertThat(Files.readString(output.resolve("latest/tillit/tillit.csv"))).contains(",72,percent");
    }

    @Test
    void anEmbargoedDraftThatNobodyApprovedDoesNotPublishItself() throws Exception {
        publish(70, new Gate(true, Optional.of(LATER), NOW));

        assertThat(new Approval(output).publishIfDue(LATER).release()).isEmpty();
        assertThat(approve(false, Optional.empty(), NOW).embargo()).isEqualTo(LATER.toString());
        assertThat(new Approval(output).publishIfDue(LATER).release()).isEqualTo("2026-11");
    }

    @Test
    void anEmbargoHoldsWhereNothingIsNewYetAndWhereADraftIsTakenBack() throws Exception {
        publish(70, Gate.open(NOW));
        publish(70, new Gate(false, Optional.of(LATER), NOW));
        assertThat(publish(71, Gate.open(NOW)).made()).isFalse();
        publish(70, Gate.open(NOW));
        assertThat(output.resolve("draft")).doesNotExist();
        assertThat(publish(72, Gate.open(NOW)).made()).isFalse();

        new Withdrawal(output, "", LocalDate.of(2026, 11, 24))
                .withdraw("2026-11", YearMonth.of(2026, 11), "Wrong", false);
        assertThat(Approval.note(output).orElseThrow().embargo()).isEqualTo(LATER.toString());
    }

    @Test
    void anEmbargoWithoutADraftCanBeLifted() throws Exception {
        publish(70, Gate.open(NOW));
        Approval approval = new Approval(output);
        approval.hold(new Gate(false, Optional.of(LATER), NOW));
        assertThat(Approval.note(output)).isPresent();
        approval.hold(new Gate(false, Optional.of(Instant.EPOCH), NOW));
        assertThat(Approval.note(output)).isEmpty();
        assertThat(publish(71, Gate.open(NOW)).made()).isTrue();
    }

    @Test
    void anEmbargoCanBeLifted() throws Exception {
        publish(70, new Gate(false, Optional.of(LATER), NOW));

        assertThat(approve(false, Optional.of(Instant.EPOCH), NOW).release()).isEqualTo("2026-11");
    }

    @Test
    void aFigureThatMovesTooFarWaitsToBeConfirmed() throws Exception {
        publish(70, Gate.open(NOW));
        Published held = publish(45, Gate.open(NOW));

        assertThat(held.made()).isFalse();
        assertThat(held.draft().held())
                .containsExactly(
                        "tillit/tillit 2025, tv, hoy, kjonn, menn, share: 45, published as 70, which is more than"
                                + " 20 points");
        assertThat(publish(45, Gate.open(NOW)).made()).isFalse();
        assertThat(approve(false, Optional.empty(), NOW).refusal()).contains("--confirm");
        assertThat(approve(true, Optional.empty(), NOW).release()).isEqualTo("2026-11.2");
        assertThat(publish(45, Gate.open(NOW)).made()).isFalse();
        assertThat(ReleaseReader.names(output)).containsExactly("2026-11", "2026-11.2");
    }

    @Test
    void aFigureThatMovesLessIsPublished() throws Exception {
        publish(70, Gate.open(NOW));

        assertThat(publish(50.5, Gate.open(NOW)).made()).isTrue();
    }

    @Test
    void aDamagedDraftIsNone() throws Exception {
        publish(70, DRAFT);
        Files.writeString(output.resolve("draft/manifest.json"), "{}");

        assertThat(approve(false, Optional.empty(), NOW).refusal()).contains("There is no draft");
    }

    private Approval.Outcome approve(boolean confirmed, Optional<Instant> embargo, Instant now) throws Exception {
        return new Approval(output).approve(confirmed, embargo, now);
    }

    private Published publish(double figure, Gate gate) throws Exception {
        Edition edition = Samples.edition(figure);
        return new Publisher(output)
                .publish(
                        new Edition(
                                edition.period(),
                                edition.date(),
                                List.of(Samples.survey("tillit", false, 20)),
                                edition.tables(),
                                edition.deliveries(),
                                "1",
                                List.of()),
                        gate);
    }
}
