package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.library.Presets;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.Audience;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** A host, two seats, the big screen and somebody in the audience play a few questions, each in a browser of their own. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FinalsBrowserTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @Inject
    TestFinals finals;

    @Inject
    Finals setUp;

    @Inject
    Presets presets;

    @Inject
    Matches matches;

    @TestHTTPResource("/")
    URI server;

    private Phones phones;
    private Phone host;
    private Phone screen;
    private Phone audience;
    private Phone first;
    private Phone second;
    private Phone third;
    private String code;

    @BeforeEach
    void everybodyComes() {
        code = finals.make();
        phones = new Phones();
        host = phone(Map.of(StaffSession.COOKIE, StaffSession.as("host").cookie()));
        host.resize(1280, 800);
        host.open("/staff/finals/" + code + "/host").sees("直播中");
        screen = phone(Map.of());
        screen.resize(1920, 1080);
        screen.open("/screen/" + code).sees("比赛即将开始");
        audience = phone(Map.of()).open("/live/" + code).sees("直播中");
        first = seat(1);
        second = seat(2);
        third = seat(3);
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            assertThat(Stream.of(host, screen, audience, first, second, third).map(Phone::troubles))
                    .allMatch(List::isEmpty);
        } finally {
            phones.close();
        }
    }

    @Test
    void aFewQuestionsArePlayedAndEverybodySeesTheSameScores() {
        screen.screenshot("final-opening");
        press("进入下一环节");
        screen.sees("第 1 环节");
        screen.screenshot("final-segment");
        press("亮题");
        first.sees("准备");
        screen.sees("canary-stem-1").screenshot("final-question");
        first.screenshot("final-seat-ready");
        press("开始抢答");
        first.sees("抢").screenshot("final-seat-armed");
        shows(first, "armed");
        shows(second, "armed");
        long nonce = matches.room(code)
                .orElseThrow()
                .picture(new Audience.SeatOf(1), matches.now())
                .seat()
                .nonce();
        second.page().keyboard().press("Space");
        shows(second, "answering");
        pressedAMomentLater(nonce);
        shows(first, "behind");
        second.screenshot("final-seat-answering");
        first.screenshot("final-seat-behind");
        screen.screenshot("final-buzz");
        host.sees("抢到").screenshot("final-host");
        waitsFor("请判定");
        host.page().keyboard().press("r");
        screen.sees("✓ 正确").screenshot("final-ruling");
        shows(second, "ruled");
        second.screenshot("final-seat-ruled");
        press("公布答案");
        screen.sees(TestFinals.KEY + "1").screenshot("final-answer");
        audience.sees(TestFinals.KEY + "1").screenshot("final-public");
        press("下一题");
        press("亮题");
        shows(second, "ready");
        second.page().keyboard().press("Space"); // too early
        PlaywrightAssertions.assertThat(
                        host.page().locator("[data-teams] .score").nth(1))
                .hasText("5", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        press("开始抢答");
        shows(first, "armed");
        first.page().locator("[data-press]").tap();
        shows(first, "answering");
        waitsFor("请判定");
        host.page().keyboard().press("w");
        screen.sees("✕ 错误");
        assertThat(scores(screen, ".cell-score")).containsExactly("-10", "5", "0");
        assertThat(scores(audience, ".team-score")).containsExactly("-10", "5", "0");
        assertThat(scores(host, ".score")).containsExactly("-10", "5", "0");
        scene("board");
        screen.sees("比分").screenshot("final-board");
        scene("freeze");
        scene("reveal");
        screen.screenshot("final-reveal-0");
        press("揭晓下一名");
        press("揭晓下一名");
        screen.screenshot("final-reveal-2");
        screen.page().reload();
        screen.sees("揭榜");
        assertThat(matches.room(code).orElseThrow().state().version()).isPositive();
    }

    @Test
    void everySceneWithEightTeamsAndQuestionsOfTheBankFitsTheScreen() {
        String teams = "沧浪区总工会\n港务集团工会\n市教育工会\n市卫生健康工会\n纺织集团工会\n公交公司工会\n电力公司工会\n建筑行业工会";
        String eight = code + "-eight";
        String rules = presets.yaml("standard").orElseThrow();
        setUp.create(new NewMatchForm(eight, "工会知识竞赛决赛", teams, "", "", "", rules), rules, "tester", matches.now());
        screen.open("/screen/" + eight).sees("比赛即将开始");
        fits(eight, "opening");
        send(eight, new CommandBody.Next(null, null));
        fits(eight, "segment");
        for (int team = 1; team <= 8; team++) {
            send(eight, new CommandBody.Next(null, null));
            fits(eight, "question");
            send(eight, new CommandBody.Next(null, null));
            fits(eight, "question");
            send(eight, new CommandBody.Rule(null, team % 3 == 0 ? "wrong" : "right"));
            fits(eight, "ruling");
            send(eight, new CommandBody.Next(null, null));
            fits(eight, "answer");
            send(eight, new CommandBody.Next(null, null));
        }
        Stream.of("scoreboard", "awards", "break").forEach(scene -> {
            show(eight, scene);
            fits(
                    eight,
                    Map.of("scoreboard", "board", "awards", "final", "break", "break")
                            .get(scene));
        });
        assertThat(audience.open("/live/" + eight)
                        .sees("建筑行业工会")
                        .screenshot("final-eight-public")
                        .overflowPixels())
                .isZero();
    }

    private void show(String match, String scene) {
        send(match, new CommandBody.ShowScene(scene, null));
    }

    private void send(String match, CommandBody command) {
        MatchRoom room = matches.room(match).orElseThrow();
        assertThat(room.command(command, room.state().version(), "tester", matches.now()))
                .isInstanceOf(CommandResult.Done.class);
    }

    private void fits(String match, String scene) {
        PlaywrightAssertions.assertThat(screen.page().locator("body"))
                .hasAttribute(
                        "data-scene", scene, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
        screen.screenshot("final-eight-" + scene);
        assertThat(screen.page()
                        .evaluate("(() => { const box = document.querySelector('[data-stage]'); return"
                                + " box.scrollHeight <= box.clientHeight && box.scrollWidth <="
                                + " box.clientWidth; })()"))
                .as("%s of %s", scene, match)
                .isEqualTo(true);
    }

    /** By another device of the first team: its press was under way when the winner became known. */
    private void pressedAMomentLater(long nonce) {
        var from = new SeatMessage.From(1, "another", System.nanoTime(), 0, 0);
        matches.room(code).orElseThrow().said(new SeatMessage.Press(from, 1, nonce), matches.now());
    }

    private Phone phone(Map<String, String> cookies) {
        String url = server.toString();
        return phones.phone(url.substring(0, url.length() - 1), cookies);
    }

    private Phone seat(int team) {
        StoredMatch match = setUp.find(code).orElseThrow();
        SeatCode given = setUp.issue(match, List.of(team), false, "tester", matches.now())
                .get(team);
        Phone seat = phone(Map.of()).open("/seat#" + given.value());
        seat.sees(TestFinals.TEAMS.get(team - 1)).sees("未开放");
        return seat;
    }

    /** Until the console is where everybody else is: a key that it does not offer yet does nothing. */
    private void waitsFor(String label) {
        PlaywrightAssertions.assertThat(host.page().locator("[data-primary]"))
                .hasText(label, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    /** The one large button, by Enter, once it says so. */
    private void press(String label) {
        waitsFor(label);
        host.page().locator("h1").click();
        host.page().keyboard().press("Enter");
    }

    private void scene(String name) {
        host.page().locator("select[data-scene]").selectOption(name);
        String shown = name.equals("freeze") ? "frozen" : name;
        PlaywrightAssertions.assertThat(screen.page().locator("body"))
                .hasAttribute(
                        "data-scene", shown, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static void shows(Phone seat, String state) {
        seat.page()
                .locator("[data-seat][data-state=" + state + "]")
                .waitFor(new com.microsoft.playwright.Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }

    private static List<String> scores(Phone phone, String selector) {
        Page page = phone.page();
        page.waitForCondition(() -> page.locator(selector).allTextContents().contains("-10"));
        return page.locator(selector).allTextContents();
    }
}
