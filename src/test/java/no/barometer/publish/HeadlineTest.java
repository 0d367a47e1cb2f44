package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.publish.Samples.Figure;
import no.barometer.survey.About;
import no.barometer.survey.Break;
import no.barometer.survey.Definitions;
import no.barometer.survey.Design;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlineTest {
    private static final TrendTable TRUST = Samples.trust("Tillit til medier", 70);
    private static final Estimate.Row TV = TRUST.rows().get(0);
    private static final Estimate.Row SOCIAL = TRUST.rows().get(2);

    @Test
    void saysARiseThatIsSignificant() {
        assertThat(sentences(Figure.sampled(51, 1, null, null), Figure.sampled(59, 1, 8.0, 0.001)))
                .containsExactly(
                        "I 2025 svarte 59,0 prosent «Høy tillit» om «Fjernsyn», 8,0 prosentpoeng mer enn i 2024.",
                        "I 2025 svarte 59,0 prosent «Høy tillit» om «Fjernsyn», 8,0 prosentpoeng meir enn i 2024.",
                        "In 2025, 59.0 per cent answered “High trust” about “Television”, 8.0 percentage points more"
                                + " than in 2024.");
    }

    @Test
    void saysAFallThatIsSignificant() {
        assertThat(nb(Figure.sampled(59, 1, null, null), Figure.sampled(51, 1, -8.0, 0.001)))
                .endsWith("51,0 prosent «Høy tillit» om «Fjernsyn», 8,0 prosentpoeng mindre enn i 2024.");
    }

    @Test
    void claimsNothingOfAChangeThatMayBeChance() {
        assertThat(nb(Figure.sampled(58, 1, null, null), Figure.sampled(59, 1, 1.0, 0.4)))
                .endsWith(", uten klar endring fra 2024.");
        assertThat(nb(
                        Figure.sampled(58, 1, null, null),
                        Figure.sampled(59, 1, 1.0, 0.001).flagged("n")))
                .endsWith(", uten klar endring fra 2024.");
        assertThat(nb(Figure.sampled(58, 1, null, null), Figure.sampled(59, 1, null, null)))
                .endsWith(", uten klar endring fra 2024.");
    }

    @Test
    void claimsNothingWhereTheMarginOfErrorIsNotKnown() {
        assertThat(nb(Figure.of(51), Figure.of(59)))
                .endsWith(", mot 51,0 prosent i 2024. Feilmarginen er ikke oppgitt, så endringen er usikker.");
        assertThat(nb(Figure.of(51), Figure.of(51))).endsWith(", det samme som i 2024.");
        assertThat(sentences(Figure.of(51), Figure.sampled(59, 1, null, null)))
                .satisfiesExactly(
                        nb -> assertThat(nb)
                                .endsWith("Feilmarginen for 2024 er ikke oppgitt, så endringen er usikker."),
                        nn -> assertThat(nn)
                                .endsWith("Feilmarginen for 2024 er ikkje oppgjeven, så endringa er usikker."),
                        en -> assertThat(en)
                                .endsWith("No margin of error is given for 2024, so the change is uncertain."));
        assertThat(nb(Figure.sampled(51, 1, null, null), Figure.of(59))).contains("Feilmarginen for 2025 er ikke");
    }

    @Test
    void claimsNothingOfUnreliableFigures() {
        assertThat(nb(
                        Figure.sampled(31, 9, null, null),
                        Figure.sampled(59, 9, 28.0, 0.01).flagged("u")))
                .endsWith(", uten klar endring fra 2024. Tallet er usikkert.");
    }

    @Test
    void saysAnyChangeWhereEverybodyWasAsked() {
        assertThat(Headline.of(survey(true, false), table(List.of(), Figure.of(51), Figure.of(51.04)), Words.in("nb")))
                .endsWith("51,0 prosent «Høy tillit» om «Fjernsyn», 0,04 prosentpoeng mer enn i 2024.");
        assertThat(Headline.of(survey(true, false), table(List.of(), Figure.of(51), Figure.of(51)), Words.in("nb")))
                .endsWith(", det samme som i 2024.");
    }

    @Test
    void neverComparesOverABreak() {
        Figure before = Figure.sampled(51, 1, null, null);
        Figure now = Figure.sampled(59, 1, 8.0, 0.001);

        assertThat(headline(table(List.of(broken("2025")), before, now)))
                .endsWith("om «Fjernsyn». Tallet kan ikke sammenlignes med tidligere målinger.");
        assertThat(headline(table(List.of(), before, now.flagged("b")))).contains("kan ikke sammenlignes");
        // nothing was asked in 2024, when the break came
        assertThat(headline(table(List.of(broken("2024")), before, null, now))).contains("kan ikke sammenlignes");
        assertThat(headline(table(List.of(broken("2023")), before, now))).contains("mer enn i 2024");
    }

    @Test
    void comparesWithTheWaveThatHasAFigureBefore() {
        assertThat(nb(Figure.sampled(51, 1, null, null), Figure.withheld(), Figure.sampled(59, 1, 8.0, 0.001)))
                .endsWith("mer enn i 2023.");
    }

    @Test
    void passesOverForecasts() {
        assertThat(nb(Figure.of(51), Figure.of(59), Figure.of(80).flagged("f")))
                .startsWith("I 2024 svarte 59,0 prosent");
    }

    @Test
    void aFirstFigureStandsAlone() {
        assertThat(nb(Figure.of(59))).isEqualTo("I 2025 svarte 59,0 prosent «Høy tillit» om «Fjernsyn».");
    }

    @Test
    void theLargestClearChangeGoesBeforeTheLargestFigure() {
        Map<Estimate.Row, List<Figure>> figures = new LinkedHashMap<>();
        figures.put(TV, List.of(Figure.sampled(60, 1, null, null), Figure.sampled(61, 1, 1.0, 0.5)));
        figures.put(SOCIAL, List.of(Figure.sampled(10, 1, null, null), Figure.sampled(20, 1, 10.0, 0.001)));
        assertThat(headline(Samples.with(TRUST, figures, List.of()))).contains("«Sosiale medier, blogger», 10,0");
        figures.put(SOCIAL, List.of(Figure.sampled(10, 1, null, null), Figure.sampled(11, 1, 1.0, 0.5)));
        assertThat(headline(Samples.with(TRUST, figures, List.of()))).contains("«Fjernsyn», uten klar endring");
    }

    @Test
    void saysNothingWhereNothingIsPublished() {
        assertThat(nb(Figure.withheld(), Figure.withheld())).isEmpty();
    }

    @Test
    void saysThatRespondentsAreMadeUp() {
        assertThat(Headline.of(survey(false, true), table(List.of(), Figure.of(59)), Words.in("en")))
                .startsWith("Synthetic data: In 2025, ");
    }

    @Test
    void otherMeasuresHaveTheirOwnSentence() {
        assertThat(measured("top-2", "percent", 59))
                .isEqualTo("In 2025, 59.0 per cent gave one of the 2 highest answers about “Television”.");
        assertThat(measured("net", "points", -1))
                .isEqualTo("In 2025, the net share of “Television” was \u22121.0 percentage points.");
        assertThat(measured("mean", "hours", 2.5)).isEqualTo("In 2025, the mean of “Television” was 2.50 hours.");
        assertThat(measured("value", "number", 1234)).isEqualTo("In 2025, the figure for “Television” was 1234.");
    }

    @Test
    void speaksInTheWordsOfTheDefinition() throws Exception {
        assertThat(defined(TV, "nb"))
                .isEqualTo("I 2025 hadde 59,0 prosent høy tillit til fjernsyn, 8,0 prosentpoeng mer enn i 2024.");
        assertThat(defined(TV, "en"))
                .isEqualTo(
                        "In 2025, 59.0 per cent had high trust in television, 8.0 percentage points more than in 2024.");
        assertThat(defined(SOCIAL, "en")).startsWith("In 2025, 59.0 per cent had high trust in social media, ");
    }

    @Test
    void aNameStaysAsItIsAndAnItemMayHaveASentenceOfItsOwn() throws Exception {
        assertThat(defined(row("facebook"), "nb")).startsWith("I 2025 hadde 59,0 prosent høy tillit til Facebook, ");
        assertThat(defined(row("nrk"), "nb")).startsWith("I 2025 hadde 59,0 prosent høy tillit til NRK-nett, ");
        assertThat(defined(row("any"), "nb")).startsWith("I 2025 stolte 59,0 prosent på minst ett medium, ");
    }

    @Test
    void aSentenceInNoneOfThePagesLanguageSaysWhichOneItIsIn() throws Exception {
        Phrase phrase = Headline.phrase(definition(), rise(TV), Words.in("nn"));

        assertThat(phrase.language()).isEqualTo("nb");
        assertThat(phrase.text())
                .isEqualTo("I 2025 hadde 59,0 prosent høy tillit til fjernsyn, 8,0 prosentpoeng mer enn i 2024.");
    }

    @Test
    void aSentenceThatWouldNotSayWhichItemItMeansIsNotUsed() throws Exception {
        Map<Estimate.Row, List<Figure>> figures = new LinkedHashMap<>();
        figures.put(TV, List.of(Figure.of(59)));
        figures.put(SOCIAL, List.of(Figure.of(12)));
        Survey survey = definition(DEFINITION.replace("hadde {figure} {answer} til {item}", "hadde {figure} {answer}"));

        assertThat(Headline.of(survey, Samples.with(TRUST, figures, List.of()), Words.in("nb")))
                .isEqualTo("I 2025 svarte 59,0 prosent «Høy tillit» om «Fjernsyn».");
    }

    @Test
    void printedFiguresAreShownWithNoMoreDecimalsThanTheirSourceHas() {
        Grid grid = new Grid(TRUST);

        assertThat(grid.shown(grid.at(SOCIAL, Samples.W2023))).isEqualTo("12");
        assertThat(grid.shown(grid.at(SOCIAL, Samples.W2024))).isEqualTo("14.5");
        assertThat(grid.shown(grid.at(TV, Samples.W2023))).isEqualTo("61.3");
        assertThat(grid.shown(Samples.approximate(grid.at(SOCIAL, Samples.W2023))))
                .isEqualTo("12");
        assertThat(grid.shown(grid.at(TRUST.rows().get(4), Samples.W2025))).isEqualTo("70.0");
    }

    private static final String DEFINITION = """
            survey: tillit
            title: {nb: Tillit til medier, en: Trust in media}
            deliveries:
              - {files: "*.csv", layout: long, wave: column year, figure: column percent}
            questions:
              tillit:
                text: {nb: Tillit, en: Trust}
                items:
                  tv: {nb: Fjernsyn, en: Television}
                  sosiale: {nb: "Sosiale medier, blogger", en: "Social media, blogs", headline: {nb: sosiale medier, en: social media}}
                  facebook: Facebook
                  nrk: {nb: NRK-nett, en: Norwegian public broadcasting online}
                  any: {nb: Minst ett, en: Any, headline: {nb: "{when} stolte {figure} på minst ett medium", en: "{when}, {figure} trusted any"}}
                answers: {hoy: {nb: Høy tillit, en: High trust}, lav: {nb: Lav tillit, en: Low trust}}
            tables:
              tillit: {headline: {nb: "{when} hadde {figure} {answer} til {item}", en: "{when}, {figure} had {answer} in {item}"}}
            """;

    @TempDir
    Path jobs;

    private Survey definition() throws IOException {
        return definition(DEFINITION);
    }

    private Survey definition(String yaml) throws IOException {
        return Definitions.readFile(Files.writeString(jobs.resolve("tillit.yaml"), yaml));
    }

    private String defined(Estimate.Row row, String language) throws IOException {
        return Headline.of(definition(), rise(row), Words.in(language));
    }

    private static TrendTable rise(Estimate.Row row) {
        Map<String, Text> labels = new LinkedHashMap<>(TRUST.labels());
        labels.put("item:tillit.facebook", Text.of("nb", "Facebook"));
        labels.put("item:tillit.nrk", Samples.text("NRK-nett", "Norwegian public broadcasting online"));
        List<Figure> figures = List.of(Figure.sampled(51, 1, null, null), Figure.sampled(59, 1, 8.0, 0.001));
        return Samples.with(Samples.withLabels(TRUST, labels), Map.of(row, figures), List.of());
    }

    private static Estimate.Row row(String item) {
        return new Estimate.Row("tillit", item, "hoy", "total", "total", "share", "valid", "percent");
    }

    private static String measured(String measure, String unit, double value) {
        Estimate.Row row = new Estimate.Row("tillit", "tv", "", "total", "total", measure, "valid", unit);
        TrendTable table = Samples.with(TRUST, Map.of(row, List.of(Figure.of(value))), List.of());
        return Headline.of(survey(false, false), table, Words.in("en"));
    }

    private static List<String> sentences(Figure... figures) {
        return Text.LANGUAGES.stream()
                .map(language -> Headline.of(survey(false, false), table(List.of(), figures), Words.in(language)))
                .toList();
    }

    private static String nb(Figure... figures) {
        return headline(table(List.of(), figures));
    }

    private static String headline(TrendTable table) {
        return Headline.of(survey(false, false), table, Words.in("nb"));
    }

    private static TrendTable table(List<Break> breaks, Figure... figures) {
        return Samples.with(TRUST, Map.of(TV, Arrays.asList(figures)), breaks);
    }

    private static Break broken(String wave) {
        return new Break(wave, List.of(), List.of("tv"), false, About.NOTHING);
    }

    private static Survey survey(boolean census, boolean synthetic) {
        Survey plain = Samples.survey("tillit", synthetic);
        Design design = new Design("", "", "", "", true, Map.of(), false, census, 1, "", List.of());
        return new Survey(
                plain.id(),
                plain.title(),
                plain.description(),
                plain.about(),
                synthetic,
                plain.languages(),
                Map.of(),
                "nb",
                1,
                0,
                plain.rules(),
                design,
                List.of(),
                Map.of(),
                Map.of(),
                List.of(),
                Map.of(),
                Path.of("jobs/tillit.yaml"),
                "cc".repeat(32));
    }
}
