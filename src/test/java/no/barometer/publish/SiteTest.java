package no.barometer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.barometer.survey.Definitions;
import no.barometer.survey.Survey;
import no.barometer.survey.Text;
import no.barometer.trend.Estimate;
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

    /** As in the program's own jar, whose libraries no thread of a pool finds by itself. */
    @Test
    void templatesAreFoundWhicheverThreadAsksForThemFirst() throws Exception {
        String path = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<URL> urls = new ArrayList<>();
        for (String one : path.split(File.pathSeparator)) {
            urls.add(Path.of(one).toUri().toURL());
        }
        ClassLoader elsewhere = ClassLoader.getPlatformClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader own = thread.getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(urls.toArray(URL[]::new), elsewhere)) {
            thread.setContextClassLoader(elsewhere);
            Method withdrawn = loader.loadClass(Site.class.getName())
                    .getDeclaredMethod("withdrawn", String.class, String.class, String.class, String.class);
            withdrawn.setAccessible(true);

            assertThat(new String(
                            (byte[]) withdrawn.invoke(null, "2026-11", "2026-11-30", "Wrong", "x"),
                            StandardCharsets.UTF_8))
                    .contains("Wrong");
            assertThat(thread.getContextClassLoader()).isSameAs(elsewhere);
        } finally {
            thread.setContextClassLoader(own);
        }
    }

    @Test
    void pagesAreWellFormedAndLoadNothingFromElsewhere() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        for (String path : pages()) {
            Document page = parse(path);
            assertThat(page.select("[onclick], iframe, [style], link:not([rel=alternate], [rel=icon])"))
                    .as(path)
                    .isEmpty();
            assertThat(page.select("link[rel=icon]").attr("href")).as(path).startsWith("data:image/svg+xml,");
            assertThat(page.select("[src]").eachAttr("src")).as(path).allMatch(src -> src.matches("[a-z./]+svg"));
            assertThat(page.selectFirst("style").data()).doesNotContain("url(", "@import");
            assertThat(page.select("h1")).as(path).hasSize(1);
            assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                    .startsWith("default-src 'none'")
                    .contains(hash(page.selectFirst("style")), hash(page.selectFirst("body > script")))
                    .doesNotContain("unsafe");
        }
    }

    @Test
    void linksLeadToFilesAndPlacesOfTheRelease() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        for (String path : pages()) {
            Path file = output.resolve("latest").resolve(path);
            for (Element link : parse(path).select("[href]:not([rel=icon]), [src]")) {
                String href = link.hasAttr("href") ? link.attr("href") : link.attr("src");
                if (href.startsWith("#")) {
                    assertThat(parse(path).getElementById(href.substring(1)))
                            .as(path + " " + href)
                            .isNotNull();
                } else {
                    assertThat(file.resolveSibling(href)).exists();
                }
            }
        }
    }

    @Test
    void everyPageIsThereInThreeLanguagesAndInTheSurveysOwn() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        for (String base : List.of("index", "revisions", "tillit/index", "tillit/tillit", "tillit/timer")) {
            for (String language : Text.LANGUAGES) {
                Document page = parse(base + "." + language + ".html");
                assertThat(page.selectFirst("html").attr("lang")).isEqualTo(language);
                assertThat(page.select(".languages a").eachAttr("lang")).containsExactlyElementsOf(Text.LANGUAGES);
                assertThat(page.select(".languages [aria-current]").attr("lang"))
                        .isEqualTo(language);
            }
            assertThat(output.resolve("latest/" + base + ".html"))
                    .hasSameBinaryContentAs(output.resolve("latest/" + base + ".nb.html"));
        }
    }

    @Test
    void textsOfAnotherLanguageSayWhichOne() throws Exception {
        new Publisher(output).publish(Samples.edition(70));

        Document page = parse("tillit/tillit.en.html");
        assertThat(page.selectFirst("h1 > span").attr("lang")).isEqualTo("nb");
        assertThat(page.selectFirst("#tillit\\.tv\\.hoy\\.total\\.share\\.valid th")
                        .hasAttr("lang"))
                .isFalse();
    }

    @Test
    void tablePageShowsFiguresByWaveWithBreaksAndFlags() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        Document page = parse("tillit/tillit.html");
        Element table = page.selectFirst("table");

        assertThat(table.select("thead th").eachText()).containsExactly("Rad", "2023", "2024", "2025");
        assertThat(table.select("tbody tr").eachText())
                .containsExactly(
                        "Fjernsyn",
                        "Høy tillit 61,3 63,6 66,7",
                        "Lav tillit 38,8 36,5 33,3",
                        "Sosiale medier, blogger",
                        "Høy tillit 12 14,5p 9,1",
                        "Lav tillit · 85,5p ·");
        assertThat(table.select("td.break").eachText()).containsExactly("66,7", "33,3");
        assertThat(page.select("details table tbody tr").eachText()).containsExactly("Menn –m · 70,0");
        assertThat(page.select(".notes li").eachText())
                .containsExactly("Brudd i 2025: Fra papirskjema til nettskjema", "p foreløpig", "m mangler");
        assertThat(page.select("details .notes li").eachText()).containsExactly("m mangler");
    }

    @Test
    void everyFigureOpensFileHashCellOrRespondents() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        Document page = parse("tillit/tillit.html");

        Element printed = page.selectFirst("#tillit\\.tv\\.hoy\\.total\\.share\\.valid td:nth-child(2) a");
        Element place = page.getElementById(printed.attr("href").substring(1));
        assertThat(place.text()).isEqualTo("ark «T1», celle B7");
        assertThat(place.closest(".source").text()).contains("2024/tabeller.xlsx", "aa".repeat(32));
        Element computed = page.selectFirst("#tillit\\.tv\\.hoy\\.total\\.share\\.valid td:nth-child(4) a");
        assertThat(page.getElementById(computed.attr("href").substring(1)).text())
                .contains("2025/svar.csv", "bb".repeat(32), "Respondenter 1204");
        assertThat(page.getElementById("origin").text())
                .contains("tillit.yaml", "cc".repeat(32), "2026-11", "./barometer trace tillit/tillit");
    }

    @Test
    void aPrintedFigureWithABaseOpensItsCellToo() throws Exception {
        TrendTable trust = Samples.trust("Tillit til medier", 70);
        List<Estimate> estimates = trust.estimates().stream()
                .map(one -> one.method().equals("published") ? Samples.approximate(one) : one)
                .toList();
        new Publisher(output)
                .publish(
                        Samples.edition(Samples.DATE, List.of(trust.with(trust.labels(), estimates), Samples.hours())));
        Document page = parse("tillit/tillit.html");

        Element printed = page.selectFirst("#tillit\\.tv\\.hoy\\.total\\.share\\.valid td:nth-child(2) a");
        assertThat(page.getElementById(printed.attr("href").substring(1)).text())
                .isEqualTo("ark «T1», celle B7");
    }

    @Test
    void surveyPageShowsEachTableInShort() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        Element card = parse("tillit/index.html").getElementById("tillit");

        assertThat(card.selectFirst("h2 a").attr("href")).isEqualTo("tillit.nb.html");
        assertThat(card.selectFirst("h2 + p").text()).startsWith("I 2025 ");
        assertThat(card.selectFirst("img").attr("src")).isEqualTo("tillit.nb.small.svg");
    }

    @Test
    void frontPageShowsEachSurveyWithTheHeadlineAndPictureOfItsNewestTable() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        Element card = parse("index.html").getElementById("tillit");

        assertThat(card.selectFirst("h2 a").attr("href")).isEqualTo("tillit/index.nb.html");
        assertThat(card.selectFirst("p a").text()).startsWith("I 2025 ");
        assertThat(card.selectFirst("p a").attr("href")).isEqualTo("tillit/tillit.nb.html");
        assertThat(card.selectFirst("img").attr("src")).isEqualTo("tillit/tillit.nb.small.svg");
        assertThat(card.select(".more a").eachText()).containsExactly("Timer foran skjermen");
        assertThat(card.selectFirst("p.soft").text())
                .isEqualTo("Kulturtilsynet · 2 tabeller · 2023–2025 · Oppdatert 17. november 2026");
    }

    @Test
    void aSurveyTakenOverKeepsItsHeadlineAndPictureOnTheFrontPage() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        String before = parse("index.html").getElementById("tillit").html();
        Edition other = Samples.edition(Samples.DATE, List.of(Samples.of("annen", Samples.hours())));
        new Publisher(output)
                .publish(new Edition(
                        other.period(),
                        other.date(),
                        List.of(Samples.survey("annen", false)),
                        other.tables(),
                        List.of(),
                        "1",
                        List.of("tillit")));

        assertThat(parse("index.html").getElementById("tillit").html()).isEqualTo(before);
        assertThat(parse("index.html").getElementById("annen")).isNotNull();
    }

    @Test
    void revisionsPageListsEachReleaseWithWhatChangedAndWhy() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        assertThat(parse("revisions.html").select("section").text()).contains("Dette er den første utgaven.");
        new Publisher(output).publish(Samples.edition(71.5));
        Document page = parse("revisions.html");

        assertThat(page.select("h2[id]").eachAttr("id")).containsExactly("r-2026-11.2", "r-2026-11");
        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "Tillit til medier 2025 Fjernsyn, Høy tillit, Kjønn: Menn 70 prosent 71,5 prosent ukjent");
        assertThat(page.select("tbody a").attr("href")).isEqualTo("tillit/tillit.nb.html");
        assertThat(page.select("section").first().select(".files li").eachText())
                .containsExactly("Tillit til medier");
    }

    @Test
    void aPageInTheSurveysOwnLanguageIsTheSameFileUnderTwoNames() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        Path latest = output.resolve("latest");

        assertThat(Files.isSameFile(latest.resolve("tillit/timer.html"), latest.resolve("tillit/timer.nb.html")))
                .isTrue();
    }

    @Test
    void aTitleThatIsAQuestionIsFollowedByNoFullStop() throws Exception {
        TrendTable asked = Samples.trust("Stoler du på mediene?", 70);
        new Publisher(output).publish(Samples.edition(Samples.DATE, List.of(asked, Samples.hours())));
        Document page = parse("tillit/tillit.html");

        assertThat(page.selectFirst("caption").text()).isEqualTo("Stoler du på mediene? Prosent");
        assertThat(page.selectFirst(".quote").text())
                .contains("(2026). Stoler du på mediene? Tillit til medier, ")
                .doesNotContain("?.");
    }

    @Test
    void headersOfRevisionsAreNotBrokenWithinWords() throws Exception {
        new Publisher(output).publish(Samples.edition(70));
        new Publisher(output).publish(Samples.edition(71.5));

        assertThat(parse("revisions.html").select("table.texts > thead th")).isNotEmpty();
        try (var style = SiteTest.class.getResourceAsStream("/site/style.css")) {
            assertThat(new String(style.readAllBytes(), StandardCharsets.UTF_8))
                    .contains(".texts thead th { overflow-wrap: normal; }");
        }
    }

    @Test
    void aTableWithoutAFigureIsPublishedWithItsReason() throws Exception {
        TrendTable full = Samples.trust("Tillit", 70);
        Map<Estimate.Row, List<Samples.Figure>> none = Map.of(full.rows().get(0), List.of(Samples.Figure.withheld()));
        new Publisher(output).publish(Samples.edition(Samples.DATE, List.of(Samples.with(full, none, List.of()))));
        Document page = parse("tillit/tillit.html");

        assertThat(page.getElementById("reason").text()).contains("Alle er holdt tilbake");
        assertThat(page.select("svg, #chart")).isEmpty();
        assertThat(parse("tillit/index.html").getElementById("tillit").text()).contains("Alle er holdt tilbake");
    }

    @Test
    void citationAndEmbedCodeNameTheSitesAddress() throws Exception {
        Edition edition = Samples.edition(70);
        new Publisher(output)
                .publish(new Edition(
                        edition.period(),
                        edition.date(),
                        edition.surveys(),
                        edition.tables(),
                        edition.deliveries(),
                        "1",
                        List.of(),
                        "https://example.no/tall/"));

        assertThat(parse("tillit/tillit.html").select("#cite ~ p.quote").text())
                .isEqualTo("Kulturtilsynet (2026). Tillit til medier. Tillit til medier, utgave 2026-11,"
                        + " 17. november 2026. https://example.no/tall/releases/2026-11/tillit/tillit.nb.html");
        assertThat(Citation.of(
                                new Frame(Words.in("nb"), "../", "t", new Manifest.Stamp("2026-11", "2026-11-17")),
                                nobodys(),
                                Samples.hours(),
                                Address.of(""),
                                "")
                        .text())
                .isEqualTo("Timer foran skjermen (2026). Undersøkelsen, utgave 2026-11, 17. november 2026.");
        assertThat(parse("tillit/tillit.html").select("#embed + pre").text())
                .contains("https://example.no/tall/tillit/tillit.nb.svg");
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
        String shown = HOSTILE.replace('\u0007', '\ufffd');

        assertThat(parse("tillit/index.html").selectFirst("#tillit h2").wholeText())
                .contains(shown);
        Document page = parse("tillit/tillit.html");
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.selectFirst("h1 > span").wholeText()).isEqualTo(shown);
        assertThat(page.selectFirst("tbody th").wholeText()).isEqualTo(shown);
        assertThat(page.select("svg script")).isEmpty();
        Document svg =
                Parser.xmlParser().parseInput(Files.readString(output.resolve("latest/tillit/tillit.nb.svg")), "");
        assertThat(svg.select("script")).isEmpty();
        assertThat(svg.selectFirst("title").wholeText()).contains("<script>");

        TrendTable revised = Samples.trust(HOSTILE, 71);
        new Publisher(output).publish(Samples.edition(Samples.DATE, List.of(Samples.withLabels(revised, labels))));
        for (String path : List.of("index.html", "revisions.html")) {
            assertThat(parse(path).select("script")).as(path).hasSize(1);
            assertThat(parse(path).text()).as(path).contains("<script>alert(1)</script>");
        }
    }

    @Test
    void frontPageSpeaksTheLanguageOfMostSurveys() {
        assertThat(Site.language(List.of(entry("a", "en"), entry("b", "en"), entry("c", "nb"))))
                .isEqualTo("en");
        assertThat(Site.language(List.of(entry("a", "en"), entry("b", "nb")))).isEqualTo("nb");
    }

    @Test
    void allLanguagesHaveTheSameWords() throws Exception {
        assertThat(keys("nn")).isEqualTo(keys("nb"));
        assertThat(keys("en")).isEqualTo(keys("nb"));
    }

    /** A survey of which nobody is known to have published it. */
    private Survey nobodys() throws Exception {
        Files.writeString(output.resolve("undersokelse.yaml"), """
                survey: undersokelse
                title: Undersøkelsen
                deliveries:
                  - {files: "*.csv", layout: long, wave: column year, figure: column percent}
                """);
        return Definitions.readFile(output.resolve("undersokelse.yaml"));
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

    private List<String> pages() throws Exception {
        return PublisherTest.tree(output.resolve("latest")).keySet().stream()
                .filter(path -> path.endsWith(".html"))
                .toList();
    }

    private static String hash(Element element) throws Exception {
        byte[] content = element.data().getBytes(StandardCharsets.UTF_8);
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(content);
        return "'sha256-" + Base64.getEncoder().encodeToString(sha) + "'";
    }

    private Document parse(String path) throws Exception {
        Parser parser = Parser.htmlParser().setTrackErrors(100);
        Document page =
                parser.parseInput(Files.readString(output.resolve("latest").resolve(path)), "");
        assertThat(parser.getErrors()).isEmpty();
        return page;
    }
}
