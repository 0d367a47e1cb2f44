import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Somebody who reads a release over the web with Debian's Chromium; whatever the browser complains of is kept. */
final class Reader implements AutoCloseable {
    /** The folder {@code output}, so that releases before and withdrawn ones are there too. */
    private static final Path OUTPUT = Path.of(System.getProperty("output")).toAbsolutePath();

    static final int DESKTOP = 1200;
    static final int PHONE = 360;

    private final Playwright playwright = Playwright.create();
    private final Browser browser = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(System.getProperty("chromium")))
                    .setArgs(List.of("--no-sandbox")));
    private final HttpServer server = serve();
    private final List<String> complaints = new ArrayList<>();

    private static HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", exchange -> {
                Path file = OUTPUT.resolve(exchange.getRequestURI().getPath().substring(1));
                boolean there = Files.isRegularFile(file);
                String type = file.toString().endsWith(".svg")
                        ? "image/svg+xml"
                        : URLConnection.guessContentTypeFromName(file.toString());
                exchange.getResponseHeaders()
                        .set("Content-Type", (type == null ? "text/plain" : type) + "; charset=utf-8");
                byte[] body = there ? Files.readAllBytes(file) : new byte[0];
                exchange.sendResponseHeaders(there ? 200 : 404, body.length == 0 ? -1 : body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths below the output folder of all pages of the newest release, in one language. */
    static List<String> pages(String language) {
        Path latest = OUTPUT.resolve("latest");
        try (Stream<Path> files = Files.walk(latest, java.nio.file.FileVisitOption.FOLLOW_LINKS)) {
            return files.map(file -> OUTPUT.relativize(file).toString())
                    .filter(path -> path.endsWith("." + language + ".html"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of a release that was withdrawn. */
    static String withdrawn() {
        return "releases/" + System.getProperty("withdrawn") + "/index.html";
    }

    /** How somebody reads. */
    record Manner(int width, ColorScheme scheme, boolean script) {}

    static Manner at(int width) {
        return new Manner(width, ColorScheme.LIGHT, true);
    }

    Page open(String path, Manner manner) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(manner.width(), 800)
                .setColorScheme(manner.scheme())
                .setJavaScriptEnabled(manner.script()));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(path + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(path + ": " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(address())) {
                complaints.add(path + " asks for " + request.url());
            }
        });
        page.navigate(address() + path);
        return page;
    }

    /** What the browser complained of, and requests that went elsewhere. */
    List<String> complaints() {
        return complaints;
    }

    private String address() {
        return "http://" + server.getAddress().getHostString() + ":" + server.getAddress().getPort() + "/";
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
        server.stop(0);
        ((java.util.concurrent.ExecutorService) server.getExecutor()).shutdownNow();
    }
}
