package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
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

/** What happens to phones, networks and servers in the middle of an attempt costs nobody an answer. */
class BadNetworkBrowserTest {

    private static LeitaiServer server;
    private static Phones phones;

    private Phone phone;
    private Contestant contestant;

    @BeforeAll
    static void begin() {
        server = LeitaiServer.shared();
        phones = new Phones();
    }

    @AfterAll
    static void end() {
        phones.close();
    }

    @BeforeEach
    void startAnswering() {
        phone = phones.phone(server);
        contestant = new Contestant(server, phone).register("测试者").start();
    }

    @AfterEach
    void nothingElseHappened() {
        assertThat(phone.troublesOfItsOwn()).isEmpty();
        phone.close();
    }

    @Test
    void thirtySecondsWithoutNetworkCostNoAnswer() {
        contestant.choose(0).seesSaveState("已保存").next().seesQuestion(2);
        phone.goOffline();
        contestant.choose(1).seesSaveState("离线，1 题待上传").next().seesQuestion(3);
        contestant.choose(2).seesSaveState("离线，2 题待上传");
        phone.screenshot("answer-offline");
        letTheClockRun(30);
        contestant.next().seesQuestion(4).choose(0).seesSaveState("离线，3 题待上传");
        assertThat(contestant.storedAnswers()).containsOnlyKeys(1);

        phone.goOnline();

        contestant.seesSaveState("已保存");
        assertThat(contestant.storedAnswers()).containsOnlyKeys(1, 2, 3, 4);
    }

    @Test
    void answersGivenWithoutNetworkSurviveAReload() {
        phone.goOffline();
        contestant.choose(1).next().seesQuestion(2).choose(0).seesSaveState("离线，2 题待上传");
        phone.goOnline();
        // Reloaded before the queue was tried again: what counts is what lies in the storage.
        phone.page().reload();

        contestant.seesQuestion(2).seesSaveState("已保存");
        assertThat(contestant.chosen()).containsExactly(0);
        assertThat(contestant.goTo(1).chosen()).containsExactly(1);
        assertThat(contestant.storedAnswers()).containsOnlyKeys(1, 2);
    }

    @Test
    void aReloadChangesNothing() {
        contestant.answerAll(1).seesSaveState("已保存");
        var before = contestant.storedAnswers();

        phone.page().reload();

        contestant.seesQuestion(10);
        assertThat(phone.page().locator(".blank input").first().inputValue()).isEqualTo("工会");
        for (int slot = 1; slot < 10; slot++) {
            assertThat(contestant.goTo(slot).chosen()).as("question " + slot).isNotEmpty();
        }
        assertThat(contestant.storedAnswers()).isEqualTo(before).hasSize(10);
    }

    @Test
    void aServerKilledBetweenTwoAnswersCostsNoAnswer() {
        contestant.choose(0).seesSaveState("已保存").next().seesQuestion(2);

        server.kill();
        contestant.choose(1).seesSaveState("离线，1 题待上传").next().seesQuestion(3).choose(2);
        server.start();

        contestant.seesSaveState("已保存").goTo(10).handIn();
        assertThat(contestant.storedAnswers()).containsOnlyKeys(1, 2, 3);
        phone.sees("逐题回顾");
    }

    @Test
    void anotherPhoneContinuesTheSamePaper() {
        contestant.choose(2).next().seesQuestion(2).choose(1).seesSaveState("已保存");
        String stem = phone.page().locator(".stem").textContent();

        try (Phone other = phones.phone(server)) {
            Contestant same = contestant.on(other);
            other.tap("继续答题").arrivesAt(ApiWorker.ROUND + "/answer");
            same.seesQuestion(1);
            assertThat(same.chosen()).containsExactly(2);
            assertThat(same.goTo(2).chosen()).containsExactly(1);
            assertThat(other.page().locator(".stem").textContent()).isEqualTo(stem);
            same.choose(3).seesSaveState("已保存");

            // The first phone comes back from the pocket and shows what counts.
            phone.page().evaluate("window.dispatchEvent(new Event('online'))");
            phone.page().waitForCondition(() -> contestant.chosen().equals(List.of(3)));
            assertThat(other.troubles()).isEmpty();
        }
    }

    @Test
    void whenTheTimeIsOverThePaperIsHandedInByItself() {
        contestant.choose(0).seesSaveState("已保存").shortenClock(6);
        phone.page().reload();
        contestant.seesQuestion(1).next().seesQuestion(2).choose(1);

        phone.arrivesAt(ApiWorker.ROUND + "/attempts/1").sees("逐题回顾");

        assertThat(contestant.storedAnswers()).containsOnlyKeys(1, 2);
    }

    @Test
    void afterHandingInNothingStaysOnThePhone() {
        contestant.answerAll(1).seesSaveState("已保存").handIn();

        assertThat(phone.page().evaluate("Object.keys(localStorage).filter(k => k.indexOf('leitai.large') < 0)"))
                .isEqualTo(List.of());
        assertThat(phone.page().evaluate("Object.keys(sessionStorage)")).isEqualTo(List.of());
    }

    /** By the contest's own clock on the screen. */
    private void letTheClockRun(int seconds) {
        int from = secondsLeft();
        phone.page()
                .waitForCondition(
                        () -> from - secondsLeft() >= seconds,
                        new Page.WaitForConditionOptions().setTimeout(seconds * 2000.0));
    }

    private int secondsLeft() {
        String[] clock = phone.page().locator("[data-clock]").textContent().split(":");
        return Integer.parseInt(clock[0]) * 60 + Integer.parseInt(clock[1]);
    }
}
