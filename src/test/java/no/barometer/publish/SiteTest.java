package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Text;
import no.barometer.trend.TrendTable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteTest {
    private static final String HOSTILE = "<script>alert(1)</script> \" ' & </title> 😀 \u0007";

    @TempDir
    Path output;

    @Test
    void pagesAreWellFormedAndLoadNothing() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        for (String path : List.of("index.html", "tillit/index.html")) {
            Document page = parse(path);
            assertThat(page.select("script, link, img, iframe, [src], [onclick]"))
                    .isEmpty();
            assertThat(page.html()).doesNotContain("url(", "@import");
            assertThat(page.selectFirst("html").attr("lang")).isEqualTo("nb");
            assertThat(page.select("h1")).hasSize(1);
        }
    }

    @Test
    void linksLeadToFilesOfTheRelease() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        for (String path : List.of("index.html", "tillit/index.html")) {
            Path file = output.resolve("latest").resolve(path);
            for (Element link : parse(path).select("a[href]")) {
                String href = link.attr("href");
                if (href.startsWith("#")) {
                    assertThat(parse(path).getElementById(href.substring(1))).isNotNull();
                } else {
                    assertThat(file.resolveSibling(href)).exists();
                }
            }
        }
    }

    @Test
    void surveyPageShowsTotalsByWaveWithBreaksAndFlags() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        Element table = parse("tillit/index.html").selectFirst("#tillit table");

        assertThat(table.select("thead th").eachText()).containsExactly("2023", "2024", "2025");
        assertThat(table.select("tbody tr").eachText())
                .containsExactly(
                        "Fjernsyn",
                        "Høy tillit 61,3 63,6 66,7",
                        "Lav tillit 38,8 36,5 33,3",
                        "Sosiale medier, blogger",
                        "Høy tillit 12,0 14,5p 9,1",
                        "Lav tillit – 85,5p –");
        assertThat(table.select("td.break").eachText()).containsExactly("66,7", "33,3");
        assertThat(parse("tillit/index.html").select("#tillit .notes li").eachText())
                .containsExactly("Brudd i 2025: Fra papirskjema til nettskjema", "p foreløpig");
    }

    @Test
    void surveyPageSaysWhoMadeTheFigures() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        assertThat(parse("tillit/index.html").select("dl dt, dl dd").eachText())
                .containsExactly(
                        "Utgiver", "Kulturtilsynet",
                        "Populasjon", "Befolkningen 16–79 år",
                        "Enheter", "personer",
                        "Metode", "Nettskjema",
                        "Lisens", "CC BY 4.0",
                        "Kilde", "Mediebarometeret");
    }

    @Test
    void syntheticSurveysSaySoOnEveryPage() throws Exception {
        Edition edition = Samples.edition(70);
        new Publisher(output)
                .publish(new Edition(
                        edition.period(),
                        edition.date(),
                        List.of(Samples.survey("tillit", true)),
                        edition.tables(),
                        List.of(),
                        "1",
                        List.of()));

        assertThat(parse("index.html").select(".badge").eachText()).containsExactly("Syntetiske data");
        assertThat(parse("tillit/index.html").select("h1 .badge").eachText()).containsExactly("Syntetiske data");
        assertThat(parse("tillit/index.html").select(".notice").text()).contains("laget av et program");
        assertThat(Files.readString(output.resolve("latest/tables.csv")))
                .contains("Timer foran skjermen (Syntetiske data)");
    }

    @Test
    void hostileTextsStayText() throws Exception {
        TrendTable table = Samples.trust(HOSTILE, 70);
        Map<String, Text> labels = new LinkedHashMap<>(table.labels());
        labels.replaceAll((id, text) -> Text.of("nb", HOSTILE));
        new Publisher(output).publish(Samples.edition(Samples.DATE, List.of(Samples.withLabels(table, labels))));
        Document page = parse("tillit/index.html");
        String shown = HOSTILE.replace('\u0007', '\ufffd');

        assertThat(page.select("script")).isEmpty();
        assertThat(page.selectFirst("#tillit h2").wholeText()).isEqualTo(shown);
        assertThat(page.selectFirst("#tillit tbody th").wholeText()).isEqualTo(shown);
    }

    @Test
    void frontPageSpeaksTheLanguageOfMostSurveys() {
        Manifest.Stamp stamp = new Manifest.Stamp("2026-11", "2026-11-17");
        String page = new String(
                Site.index(List.of(entry("a", "en"), entry("b", "en"), entry("c", "nb")), stamp),
                StandardCharsets.UTF_8);

        assertThat(page).contains("<html lang=\"en\">", "Last changed in release 2026-11,");
    }

    @Test
    void allLanguagesHaveTheSameWords() throws Exception {
        assertThat(keys("nn")).isEqualTo(keys("nb"));
        assertThat(keys("en")).isEqualTo(keys("nb"));
    }

    private static List<Object> keys(String language) throws Exception {
        java.util.Properties words = new java.util.Properties();
        try (var in = SiteTest.class.getResourceAsStream("/site/words." + language + ".properties")) {
            words.load(in);
        }
        return words.keySet().stream().sorted().toList();
    }

    private static Manifest.SurveyEntry entry(String id, String language) {
        return new Manifest.SurveyEntry(
                id,
                Map.of(language, id),
                Map.of(),
                language,
                false,
                new Manifest.Definition(id + ".yaml", "", "1"),
                List.of(),
                new Manifest.Stamp("2026-11", "2026-11-17"),
                List.of(),
                new Manifest.About(Map.of(), Map.of(), "", ""),
                new Manifest.Stamp("2026-11", "2026-11-17"),
                List.of());
    }

    private Document parse(String path) throws Exception {
        Parser parser = Parser.htmlParser().setTrackErrors(100);
        Document page =
                parser.parseInput(Files.readString(output.resolve("latest").resolve(path)), "");
        assertThat(parser.getErrors()).isEmpty();
        return page;
    }
}
