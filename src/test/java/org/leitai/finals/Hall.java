package org.leitai.finals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ScreenshotAnimations;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.leitai.finals.match.MatchState;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.StaffSession;

/** Everybody at one final: the host at a keyboard, tablets on the seats, the big screen, and people who follow on phones. */
final class Hall implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern VERSION = Pattern.compile("\"v\":(\\d+)");
    private static final Pattern SOCKETS = Pattern.compile(".*/live/ws/.*");
    private static final Pattern NUMBER = Pattern.compile("[-−]?\\d+");
    private static final Path SCREENS = Path.of("target", "screens");

    private final Phones phones = new Phones();
    private final AtomicLong versionAtHost = new AtomicLong();
    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final List<Phone> people = new ArrayList<>();
    private final List<Phone> seats = new ArrayList<>();
    private final List<Phone> spectators = new ArrayList<>();
    private final String base;
    private final String code;
    private final Supplier<MatchState> match;
    private final StaffSession session = StaffSession.as("host");
    private final Phone host;
    private final Phone screen;

    /** @param match as the server has it */
    Hall(String base, String code, Supplier<MatchState> match) {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        this.base = base;
        this.code = code;
        this.match = match;
        host = staff();
        host.page()
                .onWebSocket(socket -> socket.onFrameReceived(frame -> VERSION.matcher(frame.text())
                        .results()
                        .forEach(found -> versionAtHost.accumulateAndGet(Long.parseLong(found.group(1)), Math::max))));
        host.open("/staff/finals/" + code + "/host").sees("直播中");
        screen = person(Map.of(), 1920, 1080).open("/screen/" + code).sees("比赛即将开始");
    }

    void sit(String seatCode, String team) {
        Phone seat = person(Map.of(), 1024, 768).open("/seat#" + seatCode);
        seat.sees(team).sees("未开放");
        seats.add(seat);
    }

    void follow() {
        spectators.add(person(Map.of(), Phone.WIDTH, Phone.HEIGHT)
                .open("/live/" + code)
                .sees("直播中"));
    }

    /** From a network that lets no WebSocket through. */
    void followByAsking() {
        Phone phone = person(Map.of(), Phone.WIDTH, Phone.HEIGHT);
        phone.page().routeWebSocket(SOCKETS, WebSocketRoute::close);
        spectators.add(phone.open("/live/" + code).sees("每 2 秒更新"));
    }

    /** Another page of the host's. */
    Phone staff() {
        return person(Map.of(StaffSession.COOKIE, session.cookie()), 1280, 800);
    }

    Phone host() {
        return host;
    }

    Phone screen() {
        return screen;
    }

    /** @param team from 1 */
    Phone seat(int team) {
        return seats.get(team - 1);
    }

    /** The one large button, by Enter, once it says so. */
    void enter(String label) {
        offers(label);
        command("Enter");
    }

    void offers(String label) {
        Locator primary = host.page().locator("[data-primary]");
        assertThat(primary).hasText(label, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(primary).isEnabled();
    }

    /** Rules by one key, once the console offers it. */
    void rule(String verdict, String key) {
        Locator button = host.page().locator("[data-rulings] [data-act=" + verdict + "]");
        assertThat(button).isEnabled(new LocatorAssertions.IsEnabledOptions().setTimeout(PATIENCE_MILLIS));
        command(key);
    }

    void key(String key) {
        upToDate();
        host.page().keyboard().press(key);
    }

    /** A dialog: opened by a key, filled in, sent by Enter. */
    void ask(String key, String... namesAndValues) {
        key(key);
        asked(namesAndValues);
    }

    void asked(String... namesAndValues) {
        assertThat(host.page().locator("dialog[open] .button-primary, dialog[open] .button-danger"))
                .isVisible();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            host.page().locator("dialog[open] [name=" + namesAndValues[i] + "]").fill(namesAndValues[i + 1]);
        }
        command("Enter");
        assertThat(host.page().locator("dialog[open]")).hasCount(0);
    }

    /** Presses a key that sends one command, when the console has the newest state, and waits until it was taken. */
    void command(String key) {
        upToDate();
        Response answer = host.page()
                .waitForResponse(
                        response -> response.url().endsWith("/commands"),
                        () -> host.page().keyboard().press(key));
        answer.finished();
        if (answer.status() != 200) {
            throw new AssertionError(key + ": " + answer.text());
        }
        host.page().evaluate("new Promise((done) => setTimeout(done))"); // the console is free again
    }

    /** Chosen in the console's list of scenes by its digit. */
    void scene(String digit, String shown) {
        scenes();
        command(digit);
        shows(shown);
    }

    /** A scene that asks something first. */
    void sceneAsking(String digit, String shown) {
        scenes();
        host.page().keyboard().press(digit);
        asked();
        shows(shown);
    }

    void shows(String scene) {
        assertThat(screen.page().locator("body"))
                .hasAttribute(
                        "data-scene", scene, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    void seatShows(int team, String state) {
        seat(team)
                .page()
                .locator("[data-seat][data-state=" + state + "]")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** Chooses an option and hands it in. */
    void answers(int team, String letter) {
        seatShows(team, "answering");
        seat(team).page().locator("[data-letter=" + letter + "]").tap();
        seat(team).tap("提交");
        seatShows(team, "submitted");
    }

    void writes(int team, String text) {
        seatShows(team, "answering");
        seat(team).page().locator("textarea").fill(text);
        seat(team).tap("提交");
        seatShows(team, "submitted");
    }

    /** All at the same moment, each in its own way: by a keyboard's space bar or by touching the screen. */
    void race(int... teams) {
        double at = ((Number) host.page().evaluate("Date.now() + 900")).doubleValue();
        for (int i = 0; i < teams.length; i++) {
            String press = i % 2 == 0
                    ? "document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'Space', key: ' ', bubbles: true }))"
                    : "document.querySelector('[data-press]').dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))";
            seat(teams[i]).page().evaluate("(at) => { setTimeout(() => " + press + ", at - Date.now()); }", at);
        }
    }

    /** Until the server has it so. */
    void until(java.util.function.Predicate<MatchState> wanted) {
        host.page().waitForCondition(() -> wanted.test(match.get()));
    }

    /** Kept as PNG of just as many pixels as the page has. */
    void photograph(Phone who, String name) {
        who.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setScale(ScreenshotScale.CSS)
                        .setPath(SCREENS.resolve("whole-" + name + ".png")));
    }

    void photographScreen(String name) {
        photograph(screen, "screen-" + name);
    }

    void photographSeat(int team, String name) {
        photograph(seat(team), "seat-" + name);
    }

    /** Until every page shows these scores, in the order of the seats. */
    void everybodySees(List<String> scores) {
        wait(screen, ".cell-score", scores);
        wait(host, "[data-teams] .score", scores);
        spectators.forEach(one -> wait(one, ".team-score", scores));
        for (int team = 1; team <= seats.size(); team++) {
            wait(seat(team), "[data-score]", List.of(scores.get(team - 1)));
        }
    }

    Phone spectator(int which) {
        return spectators.get(which);
    }

    /** What should not have happened, on any page. */
    List<String> troubles() {
        var all = new ArrayList<>(failures);
        people.forEach(one -> all.addAll(one.troubles()));
        return all;
    }

    static List<String> numbers(Phone phone, String selector) {
        return phone.page().locator(selector).allTextContents().stream()
                .map(NUMBER::matcher)
                .map(found -> found.find() ? found.group().replace('−', '-') : "")
                .toList();
    }

    @Override
    public void close() {
        phones.close();
    }

    private void wait(Phone phone, String selector, List<String> scores) {
        try {
            phone.page().waitForCondition(() -> numbers(phone, selector).equals(scores));
        } catch (com.microsoft.playwright.TimeoutError e) {
            throw new AssertionError(
                    phone.page().url() + " shows " + numbers(phone, selector) + " instead of " + scores, e);
        }
    }

    private void scenes() {
        key("g");
        assertThat(host.page().locator("dialog[open] [data-key='1']")).isVisible();
    }

    private void upToDate() {
        host.page().waitForCondition(() -> versionAtHost.get() >= match.get().version());
    }

    private Phone person(Map<String, String> cookies, int width, int height) {
        Phone phone = phones.phone(base, cookies);
        phone.resize(width, height);
        phone.page().onRequestFailed(request -> failures.add(request.failure() + " " + request.url()));
        phone.page().onResponse(response -> {
            if (response.status() >= 400) {
                failures.add(response.status() + " " + response.url());
            }
        });
        people.add(phone);
        return phone;
    }
}
