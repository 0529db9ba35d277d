package io.varve.http;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The Chromium that is installed on this machine, as an extension of a test class. Without one the tests are skipped,
 * loudly; in continuous integration, where {@code CI} is {@code true}, they fail.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    static final String ZONE = "America/New_York";
    private static final int WIDE = 1440;
    private static final int HIGH = 900;
    private static final double PATIENCE_MILLIS = 20_000;

    /** Nothing of the browser's own goes to the network, and it runs as root in a container, too. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-extensions",
            "--no-first-run",
            "--no-default-browser-check");

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;

    private static Optional<Path> executable() {
        var names = List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        var path = Stream.of(System.getenv().getOrDefault("PATH", "/usr/bin").split(":"));
        return Stream.concat(
                        path.flatMap(folder -> names.stream().map(name -> Path.of(folder, name))),
                        Stream.of(Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")))
                .filter(Files::isExecutable)
                .findFirst();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        var executable = executable();
        if (executable.isEmpty()) {
            String lack = context.getDisplayName() + " needs Chromium: apt-get install chromium";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(lack);
            }
            System.err.println("SKIPPED: " + lack);
            Assumptions.abort(lack);
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable.get())
                        .setArgs(ARGUMENTS));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        errors.clear();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (playwright != null) {
            playwright.close();
        }
    }

    /** A page of the console on a desk. */
    Page open(Api api, String path) {
        return open(api, path, new Browser.NewContextOptions().setViewportSize(WIDE, HIGH));
    }

    /** A page of the console on a phone so many pixels wide. */
    Page openOnPhone(Api api, String path, int width) {
        return open(
                api,
                path,
                new Browser.NewContextOptions()
                        .setViewportSize(width, HIGH)
                        .setIsMobile(true)
                        .setHasTouch(true));
    }

    private Page open(Api api, String path, Browser.NewContextOptions options) {
        var context = browser.newContext(options.setTimezoneId(ZONE).setAcceptDownloads(true));
        contexts.add(context);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        var page = context.newPage();
        page.onPageError(errors::add);
        page.onConsoleMessage(message -> {
            // A view that is behind is asked for again; the browser tells of each answer.
            if (message.type().equals("error") && !message.text().contains("status of 503")) {
                errors.add(message.text());
            }
        });
        page.navigate(api.url(path));
        return page;
    }

    /** What the pages of this test have complained of: scripts that failed, and what their policy has forbidden. */
    List<String> errors() {
        return List.copyOf(errors);
    }
}
