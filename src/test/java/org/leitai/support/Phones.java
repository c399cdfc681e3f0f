package org.leitai.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An installed Chromium that plays the phones of several people; each has storage and cookies of its own. */
public final class Phones implements AutoCloseable {

    /** No sandbox, because tests may run as root; nothing that talks to the outside by itself. */
    private static final List<String> FLAGS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run");

    private static final Map<String, String> NO_DOWNLOAD = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");

    private final Playwright playwright;
    private final Browser browser;

    public Phones() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(NO_DOWNLOAD));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(FLAGS));
    }

    /** A new phone that has never been here. */
    public Phone phone(LeitaiServer server) {
        return phone(server.url());
    }

    /** At a server that runs within the test. */
    public Phone phone(String url) {
        return new Phone(browser, url);
    }

    /** One that visits the server of a test in the same process, signed in by these cookies (name → value), if any. */
    public Phone phone(String url, Map<String, String> cookies) {
        Phone phone = new Phone(browser, url);
        cookies.forEach(
                (name, value) -> phone.page().context().addCookies(List.of(new Cookie(name, value).setUrl(url))));
        return phone;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of(
                        System.getenv().getOrDefault("CHROMIUM", ""),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no Chromium; install it (Debian: apt-get install chromium fonts-noto-cjk) or set CHROMIUM"));
    }
}
