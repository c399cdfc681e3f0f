package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.support.ApiWorker;
import org.leitai.support.Contestant;
import org.leitai.support.LeitaiServer;
import org.leitai.support.Phone;
import org.leitai.support.Phones;

/** What all phone pages owe: little weight, both languages, large letters, access for everybody, a board that stays fresh. */
class PagesBrowserTest {

    /** An old phone on a slow network (20 KB/s) has the first question in three seconds. */
    private static final long FIRST_VISIT_BYTES = 60 * 1024;

    private static final String AXE = resource("/axe.min.js");

    private static LeitaiServer server;
    private static Phones phones;

    private Phone phone;
    private Contestant contestant;

    @BeforeAll
    static void begin() {
        server = LeitaiServer.shared();
        phones = new Phones();
        ApiWorker.register(server, "东方朔").takePart(4);
    }

    @AfterAll
    static void end() {
        phones.close();
    }

    @BeforeEach
    void register() {
        phone = phones.phone(server);
        contestant = new Contestant(server, phone).register("测试者");
    }

    @AfterEach
    void nothingElseHappened() {
        assertThat(phone.troubles()).isEmpty();
        phone.close();
    }

    @Test
    void theFirstVisitToTheAnsweringPageIsLight() {
        contestant.start();
        try (Phone fresh = phones.phone(server)) {
            contestant.on(fresh);
            fresh.open("about:blank");
            LongSupplier bytes = fresh.countBytes();
            fresh.page().context().newCDPSession(fresh.page()).send("Network.clearBrowserCache");
            fresh.open(ApiWorker.ROUND + "/answer").sees("1 / 10 题");
            fresh.page().waitForLoadState(LoadState.NETWORKIDLE);

            System.out.printf(Locale.ROOT, "first visit to the answering page: %d bytes%n", bytes.getAsLong());
            assertThat(bytes.getAsLong()).isBetween(10_000L, FIRST_VISIT_BYTES);
        }
    }

    @Test
    void everyPageHasItsEnglish() {
        phone.tap("English").sees("Rules");
        assertThat(phone.page().locator("html").getAttribute("lang")).isEqualTo("en");
        phone.tap("Start").arrivesAt(ApiWorker.ROUND + "/answer");
        phone.sees("1 of 10");
        contestant.choose(0).seesSaveState("Saved");
        assertThat(phone.overflowPixels()).isZero();
        phone.screenshot("answer-english");
        phone.open(ApiWorker.ROUND + "/board").sees("Leaderboard");
        assertThat(phone.overflowPixels()).isZero();
        phone.open("/").tap("中文").sees("English");
        assertThat(phone.page().locator("html").getAttribute("lang")).isEqualTo("zh-CN");
    }

    @Test
    void largeLettersStayLargeOnEveryPage() {
        double normal = letterPixels();
        phone.tap("大字版");
        assertThat(normal).isEqualTo(17);
        assertThat(letterPixels()).isEqualTo(22);

        contestant.start();
        assertThat(letterPixels()).isEqualTo(22);
        assertThat(phone.overflowPixels()).isZero();
        phone.screenshot("answer-large");

        phone.tap("大字版");
        assertThat(letterPixels()).isEqualTo(17);
    }

    @Test
    void theBoardShowsNewcomersByItself() {
        phone.open(ApiWorker.ROUND + "/board").sees("个人榜");
        int before = total();
        phone.page().evaluate("window.notReloaded = true");

        ApiWorker.register(server, "司马光").takePart(9);

        phone.page()
                .waitForCondition(() -> total() == before + 1, new Page.WaitForConditionOptions().setTimeout(30_000));
        assertThat(phone.page().evaluate("window.notReloaded")).isEqualTo(true);
        assertThat(phone.page().locator("[data-rows]").textContent())
                .contains("司*光")
                .doesNotContain("司马光");
    }

    @Test
    void everyPageIsAccessible() {
        isAccessible("contest");
        phone.open("/");
        isAccessible("home");
        phone.open("/c/demo");
        contestant.start().choose(1).seesSaveState("已保存");
        isAccessible("answering");
        phone.tap("题号").sees("未答");
        isAccessible("overview");
        phone.tap("关闭");
        contestant.goTo(10).write("工会").seesSaveState("已保存");
        isAccessible("filling in");
        contestant.handIn();
        // The page loads itself anew once when the rank is there.
        phone.sees("逐题回顾").page().locator(".standing-rank").waitFor();
        isAccessible("result");
        phone.open(ApiWorker.ROUND + "/board").sees("个人榜");
        isAccessible("board of persons");
        phone.tap("单位榜").sees("本单位");
        isAccessible("board of units");
        phone.open("/me").sees("我的信息");
        isAccessible("me");
    }

    @Test
    void registeringAndSigningInAreAccessible() {
        try (Phone stranger = phones.phone(server)) {
            Phone own = phone;
            phone = stranger;
            phone.open("/register");
            isAccessible("registration");
            phone.open("/sign-in");
            isAccessible("sign-in");
            phone.open("/privacy");
            isAccessible("privacy notice");
            phone = own;
        }
    }

    /** What fades in has half its colour while it does. */
    private void awaitEndOfMotion() {
        phone.page()
                .evaluate("() => Promise.all(document.getAnimations().map(motion => motion.finished.catch(() => null)))"
                        + ".then(() => null)");
    }

    /** By axe-core, with the rules of WCAG 2.2 AA; in normal and in large letters. */
    private void isAccessible(String name) {
        awaitEndOfMotion();
        assertThat(violations()).as(name).isEmpty();
        phone.page().evaluate("document.documentElement.classList.add('large')");
        awaitEndOfMotion();
        assertThat(violations()).as(name + " in large letters").isEmpty();
        phone.page().evaluate("document.documentElement.classList.remove('large')");
    }

    @SuppressWarnings("unchecked")
    private List<String> violations() {
        phone.page().evaluate(AXE + "; null");
        return (List<String>) phone.page().evaluate("""
                async () => {
                  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
                  const report = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
                  return report.violations
                    .filter((violation) => ['serious', 'critical'].includes(violation.impact))
                    .flatMap((violation) => violation.nodes.map((node) =>
                      violation.id + ' ' + node.target.join(' ') + ': ' + node.failureSummary));
                }""");
    }

    private double letterPixels() {
        return ((Number) phone.page().evaluate("parseFloat(getComputedStyle(document.body).fontSize)")).doubleValue();
    }

    private int total() {
        return Integer.parseInt(
                phone.page().locator("[data-total-shown]").textContent().replaceAll("\\D", ""));
    }

    private static String resource(String path) {
        try (InputStream stream = Page.class.getResourceAsStream(path)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
