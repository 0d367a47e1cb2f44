package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import no.barometer.publish.Samples.Figure;
import no.barometer.publish.chart.Chart;
import no.barometer.publish.chart.Chart.Form;
import no.barometer.publish.chart.Chart.Point;
import no.barometer.publish.chart.Picture;
import no.barometer.survey.About;
import no.barometer.survey.Break;
import no.barometer.trend.Estimate;
import no.barometer.trend.TrendTable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class ChartsTest {
    private static final TrendTable TRUST = Samples.trust("Tillit til medier", 70);
    private static final Estimate.Row TV = TRUST.rows().get(0);

    @Test
    void severalWavesAreLinesAndOneWaveIsBars() {
        assertThat(chart(table(Figure.of(1), Figure.of(2))).form()).isEqualTo(Form.LINES);
        assertThat(chart(table(Figure.of(1))).form()).isEqualTo(Form.BARS);
    }

    @Test
    void wavesThatABreakPartsAreBarsByWave() {
        Break broken = new Break("2025", List.of(), List.of(), false, About.NOTHING);
        Chart chart = chart(Samples.with(TRUST, Map.of(TV, List.of(Figure.of(1), Figure.of(2))), List.of(broken)));

        assertThat(chart.form()).isEqualTo(Form.BARS);
        assertThat(chart.panels()).extracting(Chart.Panel::title).containsExactly("2024", "2025");
    }

    @Test
    void noLineLeadsOverABreakOrToAWithheldFigure() {
        Break broken = new Break("2022", List.of(), List.of("tv"), false, About.NOTHING);
        Chart chart = chart(Samples.with(
                TRUST,
                Map.of(
                        TV,
                        List.of(
                                Figure.of(1),
                                Figure.of(2),
                                Figure.of(3),
                                Figure.withheld(),
                                Figure.of(5),
                                Figure.of(6).flagged("b"))),
                List.of(broken)));

        List<Point> points = points(chart);
        assertThat(points).extracting(Point::value).containsExactly(1.0, 2.0, 3.0, 5.0, 6.0);
        assertThat(points).extracting(Point::joined).containsExactly(false, true, false, false, false);
        assertThat(chart.panels().get(0).breaks()).containsExactly(2);
    }

    @Test
    void aWaveThatDidNotAskIsPassedOver() {
        List<Point> points = points(chart(
                Samples.with(TRUST, Map.of(TV, Arrays.asList(Figure.of(1), null, Figure.of(3))), List.of())));

        assertThat(points).extracting(Point::joined).containsExactly(false, true);
    }

    @Test
    void unreliableFiguresAndForecastsAreHollowAndIntervalsAreBands() {
        Chart chart = chart(table(
                Figure.sampled(20, 2, null, null),
                Figure.sampled(22, 3, null, null).flagged("u"),
                Figure.of(25).flagged("f")));

        assertThat(points(chart)).extracting(Point::unreliable).containsExactly(false, true, false);
        assertThat(points(chart)).extracting(Point::forecast).containsExactly(false, false, true);
        Document svg = svg(chart);
        assertThat(svg.select("circle.h")).hasSize(2);
        assertThat(svg.select("path[fill-opacity]")).hasSize(1);
        assertThat(svg.select("path[stroke-dasharray]")).hasSize(1);
        assertThat(String.join(" ", chart.notes()))
                .contains("konfidensintervall", "usikkert tall", "prognose", "Kilde: Kulturtilsynet, Mediebarometeret");
    }

    @Test
    void aBatteryIsSmallMultiplesWithTheSameAxis() {
        Map<Estimate.Row, List<Figure>> figures = new LinkedHashMap<>();
        for (int i = 0; i < 7; i++) {
            Estimate.Row row = new Estimate.Row("tillit", "m" + i, "", "total", "total", "top-2", "valid", "percent");
            figures.put(row, List.of(Figure.of(10 + i), Figure.of(20 + i)));
        }
        Chart chart = chart(Samples.with(TRUST, figures, List.of()));

        assertThat(chart.panels()).hasSize(7).allMatch(panel -> panel.series().size() == 1);
        assertThat(chart.panels()).extracting(Chart.Panel::title).startsWith("m0", "m1");
    }

    @Test
    void theAxisOfPercentagesBeginsAtZero() {
        assertThat(texts(chart(table(Figure.of(91), Figure.of(92))))).contains("0\u00a0%", "100\u00a0%");
    }

    @Test
    void anAxisThatLeavesOutZeroSaysSo() {
        Estimate.Row row = new Estimate.Row("tillit", "tv", "", "total", "total", "mean", "valid", "number");
        Chart chart = chart(Samples.with(TRUST, Map.of(row, List.of(Figure.of(3.1), Figure.of(3.4))), List.of()));

        assertThat(new Picture(chart).notes()).contains("Aksen begynner ikke på null.");
        assertThat(texts(chart)).doesNotContain("0");
    }

    @Test
    void theNoteAgreesWithTheAxisDrawnAlsoWhereItsLowestTickIsSmall() {
        Estimate.Row row = new Estimate.Row("tillit", "tv", "", "total", "total", "mean", "valid", "number");
        Chart chart = chart(Samples.with(TRUST, Map.of(row, List.of(Figure.of(0.9), Figure.of(1.7))), List.of()));

        assertThat(texts(chart)).contains("0,8").doesNotContain("0,0");
        assertThat(new Picture(chart).notes()).contains("Aksen begynner ikke på null.");
    }

    @Test
    void aGlimpseHasTheAxisOfThePageItLeadsTo() {
        Map<Estimate.Row, List<Figure>> figures = new LinkedHashMap<>();
        for (int i = 0; i < 7; i++) {
            Estimate.Row row = new Estimate.Row("tillit", "m" + i, "", "total", "total", "top-2", "valid", "percent");
            figures.put(row, List.of(Figure.of(10), Figure.of(i < 6 ? 20 : 90)));
        }
        Picture picture = new Picture(chart(Samples.with(TRUST, figures, List.of())));

        Document small = Parser.xmlParser().parseInput(new String(picture.small(), StandardCharsets.UTF_8), "");
        assertThat(small.select("text").stream().map(Element::wholeText)).contains("100\u00a0%");
    }

    @Test
    void netSharesHaveNegativeBars() {
        Estimate.Row row = new Estimate.Row("tillit", "tv", "", "total", "total", "net", "valid", "points");
        Chart chart = chart(Samples.with(TRUST, Map.of(row, List.of(Figure.of(-31))), List.of()));

        assertThat(texts(chart)).contains("\u221231,0");
    }

    @Test
    void aTableWithoutAFigureHasNoPicture() {
        assertThat(of(table(Figure.withheld(), Figure.withheld()))).isEmpty();
    }

    @Test
    void thePictureTellsItselfInWords() {
        Document svg = svg(chart(table(Figure.of(51), Figure.of(59))));

        assertThat(svg.selectFirst("svg").attr("role")).isEqualTo("img");
        assertThat(svg.selectFirst("title").text()).isEqualTo("Headline");
        assertThat(svg.selectFirst("desc").text()).contains("51,0 (2024), 59,0 (2025)");
    }

    @Test
    void pngIsTheSameEachTimeAndTwiceAsFine() throws Exception {
        Chart chart = chart(table(Figure.sampled(20, 2, null, null), Figure.sampled(30, 2, null, null)));
        byte[] png = new Picture(chart).png();

        assertThat(new Picture(chart).png()).isEqualTo(png);
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(1680);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xffffffff);
    }

    private static Optional<Chart> of(TrendTable table) {
        return Charts.of(Samples.survey("tillit", false), table, "Headline", Words.in("nb"));
    }

    private static Chart chart(TrendTable table) {
        return of(table).orElseThrow();
    }

    private static TrendTable table(Figure... figures) {
        return Samples.with(TRUST, Map.of(TV, Arrays.asList(figures)), List.of());
    }

    private static List<Point> points(Chart chart) {
        return chart.panels().get(0).series().get(0).points();
    }

    private static Document svg(Chart chart) {
        return Parser.xmlParser().parseInput(new String(new Picture(chart).svg(), StandardCharsets.UTF_8), "");
    }

    private static List<String> texts(Chart chart) {
        return svg(chart).select("text").stream().map(Element::wholeText).toList();
    }
}
