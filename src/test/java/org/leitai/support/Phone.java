package org.leitai.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A small phone in somebody's hand: 360×640, touch, Chinese. It writes down what its owner would not see but should not happen:
 * errors in the console (violations of the content security policy are among them), uncaught exceptions, requests to elsewhere.
 */
public final class Phone implements AutoCloseable {

    public static final int WIDTH = 360;
    public static final int HEIGHT = 640;

    /** Long enough for a busy machine; only a failing test waits that long. */
    private static final int PATIENCE_MILLIS = 20_000;

    private static final Path SCREENS = Path.of("target", "screens");

    private final String base;
    private final BrowserContext context;
    private final Page page;
    private final List<String> troubles = new CopyOnWriteArrayList<>();

    Phone(Browser browser, String base) {
        this.base = base;
        context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(base)
                .setViewportSize(WIDTH, HEIGHT)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onConsoleMessage(this::hear);
        page.onPageError(error -> troubles.add("uncaught: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(base + "/") && !request.url().startsWith("data:")) {
                troubles.add("request to elsewhere: " + request.url());
            }
        });
    }

    public Page page() {
        return page;
    }

    public Phone open(String path) {
        page.navigate(path);
        return this;
    }

    /** Taps the button or link with this label. */
    public Phone tap(String label) {
        var button = page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(label).setExact(true));
        var link = page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(label).setExact(true));
        button.or(link).first().tap();
        return this;
    }

    /** Waits until the text can be read somewhere on the screen. */
    public Phone sees(String text) {
        assertThat(visible(text)).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        return this;
    }

    public Phone arrivesAt(String path) {
        page.waitForURL(url -> url.startsWith(base + path));
        return this;
    }

    /** The network is gone, and the phone knows it. */
    public void goOffline() {
        context.setOffline(true);
    }

    public void goOnline() {
        context.setOffline(false);
    }

    /** How far the page reaches beyond the right edge of the screen. */
    public int overflowPixels() {
        return ((Number) page.evaluate("document.scrollingElement.scrollWidth")).intValue() - width();
    }

    /** Which of these elements' texts run into each other, where all should stand apart. */
    @SuppressWarnings("unchecked")
    public List<String> overlaps(String selector) {
        return (List<String>) page.evaluate("""
                (selector) => {
                  const boxes = Array.from(document.querySelectorAll(selector)).map((element) => {
                    const range = document.createRange();
                    range.selectNodeContents(element);
                    return { text: element.textContent, box: range.getBoundingClientRect() };
                  }).filter(({ box }) => box.width > 0);
                  return boxes.flatMap((one, i) => boxes.slice(i + 1)
                    .filter(({ box }) => one.box.right > box.left && box.right > one.box.left
                        && one.box.bottom > box.top && box.bottom > one.box.top)
                    .map((other) => one.text + ' | ' + other.text));
                }""", selector);
    }

    public void resize(int width, int height) {
        page.setViewportSize(width, height);
    }

    /** What arrives over the network from now on, headers included, as compressed on the way; bytes. */
    public LongSupplier countBytes() {
        var bytes = new AtomicLong();
        CDPSession session = context.newCDPSession(page);
        session.send("Network.enable");
        session.on(
                "Network.loadingFinished",
                event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
        return bytes::get;
    }

    /** Kept in {@code target/screens}. */
    public Phone screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setAnimations(ScreenshotAnimations.DISABLED)
                .setPath(SCREENS.resolve(name + ".png")));
        return this;
    }

    /** What should not have happened. */
    public List<String> troubles() {
        return List.copyOf(troubles);
    }

    /** The same without requests that did not arrive, for tests that cut the network or kill the server. */
    public List<String> troublesOfItsOwn() {
        return troubles.stream()
                .filter(trouble -> !trouble.contains("net::ERR_"))
                .toList();
    }

    @Override
    public void close() {
        context.close();
    }

    private Locator visible(String text) {
        return page.getByText(text)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }

    private int width() {
        return page.viewportSize().width;
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
            troubles.add("console: " + message.text() + " at " + message.location());
        }
    }
}
