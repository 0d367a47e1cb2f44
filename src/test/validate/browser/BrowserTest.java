import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A release as it is seen, heard, printed and used by keyboard. */
class BrowserTest {
    private static final String TABLE = "latest/trust-barometer/high-trust.nb.html";
    /** Texts of a picture that reach over its edge, or over each other, as the browser sets them. */
    private static final String COLLISIONS =
            """
            () => [...document.querySelectorAll("svg.chart")].filter((svg) => svg.clientWidth).flatMap((svg) => {
              const edge = svg.viewBox.baseVal;
              const texts = [...svg.querySelectorAll("text")].map((text) => ({ says: text.textContent, box: text.getBBox() }));
              const outside = texts.filter(({ box }) => box.x < -1 || box.x + box.width > edge.width + 1
                || box.y < -3 || box.y + box.height > edge.height + 6).map(({ says }) => says + " is cut off");
              const over = texts.flatMap((a, i) => texts.slice(i + 1).filter((b) =>
                Math.min(a.box.x + a.box.width, b.box.x + b.box.width) - Math.max(a.box.x, b.box.x) > 1
                && Math.min(a.box.y + a.box.height, b.box.y + b.box.height) - Math.max(a.box.y, b.box.y) > 5)
                .map((b) => a.says + " over " + b.says));
              return [...outside, ...over];
            })""";

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader();
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    static List<String> pages() {
        return Reader.pages("nb");
    }

    static Stream<String> everyKind() {
        return Stream.concat(Reader.pages("nb").stream(), Stream.of(Reader.withdrawn()));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void nobodyIsShutOut(String path) {
        for (Reader.Manner manner : List.of(
                Reader.at(Reader.DESKTOP), new Reader.Manner(Reader.PHONE, ColorScheme.DARK, true))) {
            try (Page page = reader.open(path, manner)) {
                // one breakdown stands for all: each has hundreds of figures that are alike
                page.evaluate("document.querySelectorAll('details').forEach((one, at) => (one.open = at === 0))");
                assertThat(violations(page)).as(path + " " + manner).isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(manner.width());
            }
        }
        assertThat(reader.complaints()).isEmpty();
    }

    @Test
    void pagesInNynorskAndEnglishShutNobodyOutEither() {
        for (String language : List.of("nn", "en")) {
            for (String path : List.of("index", "revisions", "enterprises/index", "enterprises/use")) {
                try (Page page = reader.open("latest/" + path + "." + language + ".html", Reader.at(Reader.DESKTOP))) {
                    assertThat(violations(page)).as(path + " " + language).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pictureTextsAreWholeAndApart(String path) {
        for (String language : List.of("nb", "en")) {
            for (int width : List.of(Reader.DESKTOP, Reader.PHONE)) {
                try (Page page = reader.open(path.replace(".nb.", "." + language + "."), Reader.at(width))) {
                    assertThat((List<?>) page.evaluate(COLLISIONS)).as(path + " " + width).isEmpty();
                }
            }
        }
    }

    @Test
    void everyLinkLeadsSomewhere() {
        Map<String, TreeSet<String>> wanted = new TreeMap<>();
        Map<String, List<?>> anchors = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        for (String language : List.of("nb", "nn", "en")) {
            for (String path : Reader.pages(language)) {
                try (Page page = reader.open(path, Reader.at(Reader.DESKTOP))) {
                    anchors.put(page.url(), (List<?>) page.evaluate("[...document.querySelectorAll('[id]')].map((one) => one.id)"));
                    for (Object link : (List<?>) page.evaluate("[...document.querySelectorAll('a[href]')].map((one) => one.href)")) {
                        wanted.computeIfAbsent(link.toString(), fresh -> new TreeSet<>()).add(path);
                    }
                }
            }
        }
        try (Page page = reader.open(pages().get(0), Reader.at(Reader.DESKTOP))) {
            wanted.forEach((link, from) -> {
                String target = link.replaceFirst("#.*", "");
                if (!anchors.containsKey(target)
                        && page.request().get(target).status() != 200) {
                    missing.add(from.first() + " to " + link);
                } else if (link.contains("#")
                        && anchors.containsKey(target)
                        && !anchors.get(target).contains(link.substring(link.indexOf('#') + 1))) {
                    missing.add(from.first() + " to " + link);
                }
            });
        }
        assertThat(wanted).hasSizeGreaterThan(100);
        assertThat(missing).isEmpty();
    }

    @Test
    void languageIsChosenByKeyboard() {
        try (Page page = reader.open(TABLE, Reader.at(Reader.DESKTOP))) {
            page.keyboard().press("Tab");
            assertThat(focused(page)).isEqualTo("#content");
            tabTo(page, "high-trust.en.html");
            page.keyboard().press("Enter");
            page.waitForURL("**/high-trust.en.html");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        }
    }

    @Test
    void aFigureOpensItsSourceByKeyboardAndGivesTheFocusBack() {
        try (Page page = reader.open(TABLE, Reader.at(Reader.DESKTOP))) {
            Locator figure = page.locator("a.fig").first();
            figure.focus();
            page.keyboard().press("Enter");
            Locator dialog = page.locator("dialog[open]");
            assertThat(dialog.innerText()).contains("tillit-2012.csv", "SHA-256", "trust-barometer.yaml");
            assertThat(page.evaluate("document.activeElement.closest('dialog') !== null")).isEqualTo(true);
            assertThat(violations(page)).isEmpty();
            page.keyboard().press("Escape");
            assertThat(dialog.count()).isZero();
            assertThat(page.evaluate("document.activeElement === document.querySelector('a.fig')")).isEqualTo(true);
        }
    }

    @Test
    void theChartIsExploredByKeyboard() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (Page page = reader.open(TABLE, new Reader.Manner(Reader.DESKTOP, scheme, true))) {
                page.locator("#explore button").focus();
                page.keyboard().press("Enter");
                page.waitForSelector(".canvas canvas, .canvas svg");
                assertThat(page.locator(".picture").isVisible()).isFalse();
                page.locator(".controls select").first().focus();
                page.keyboard().press("ArrowDown");
                assertThat(page.locator(".controls select").count()).isEqualTo(2);
                assertThat(violations(page)).isEmpty();
                page.locator("#explore button").focus();
                page.keyboard().press("Enter");
                assertThat(page.locator(".picture").isVisible()).isTrue();
            }
        }
        assertThat(reader.complaints()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingIsLackingWithoutScript(String path) {
        try (Page page = reader.open(path, new Reader.Manner(Reader.DESKTOP, ColorScheme.LIGHT, false))) {
            assertThat(page.locator("h1").isVisible()).isTrue();
            for (Locator picture : page.locator("svg.wide, .cards img").all()) {
                assertThat(picture.boundingBox().height).as(path).isGreaterThan(60);
            }
            assertThat(page.locator("#explore button, dialog").count()).isZero();
            if (page.locator("a.fig").count() > 0) {
                page.locator("a.fig").first().click();
                assertThat(page.locator(":target").isVisible()).as(path).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void paperHoldsTheWholePage(String path) {
        // A4 less its margins, at 96 dots an inch
        int width = 718;
        try (Page page = reader.open(path, new Reader.Manner(width, ColorScheme.DARK, true))) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.evaluate("document.documentElement.scrollWidth")).as(path).isEqualTo(width);
            assertThat(page.locator(".languages").isVisible()).isFalse();
            assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isEqualTo("rgb(255, 255, 255)");
            assertThat(new String(page.pdf(), java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        }
    }

    @Test
    void revisedFiguresAreListedWithBothValuesAndTheReason() {
        try (Page page = reader.open("latest/revisions.nb.html", Reader.at(Reader.DESKTOP))) {
            assertThat(page.locator("table.texts tbody tr").allInnerTexts())
                    .singleElement()
                    .asString()
                    .contains("Besvarte innlegg", "mars 2012", "Telekom", "60 prosent", "61 prosent", "retting");
        }
    }

    private static List<String> violations(Page page) {
        List<Rule> rules = new AxeBuilder(page).analyze().getViolations();
        return rules.stream()
                .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                .toList();
    }

    private static Object focused(Page page) {
        return page.evaluate("document.activeElement.getAttribute('href')");
    }

    private static void tabTo(Page page, String href) {
        for (int i = 0; i < 10 && !href.equals(focused(page)); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(focused(page)).isEqualTo(href);
    }
}
