package org.leitai.finals;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.stage.Audience;
import org.leitai.live.Live;
import org.leitai.live.LiveSocket;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** A tablet and a phone on two seats, and the host: everything that a seat can be asked for. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SeatBrowserTest {

    private static final int PATIENCE_MILLIS = 20_000;

    @Inject
    SeatFinals finals;

    @Inject
    Finals setUp;

    @Inject
    Matches matches;

    @Inject
    Live live;

    @TestHTTPResource("/")
    URI server;

    private Phones phones;
    private String code;
    private String cookie;
    private Phone host;
    private Phone tablet;
    private Phone phone;

    @BeforeEach
    void aRoomOfPhones() {
        phones = new Phones();
    }

    private void sit(String match) {
        code = match;
        cookie = StaffSession.as("host").cookie();
        host = device(Map.of(StaffSession.COOKIE, cookie));
        host.resize(1280, 800);
        host.open("/staff/finals/" + code + "/host").sees("直播中");
        tablet = seat(1, true);
        phone = seat(2, false);
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            Assertions.assertThat(Stream.of(host, tablet, phone).map(Phone::troublesOfItsOwn))
                    .allMatch(List::isEmpty);
        } finally {
            phones.close();
        }
    }

    @Test
    void twoSeatsAnswerInEveryFormAndTheHostRulesByTheKey() {
        sit(finals.make());
        next("进入下一环节");
        tablet.screenshot("seat-closed");
        next("亮题");
        shows(tablet, "ready");
        tablet.screenshot("seat-ready");
        next("开始计时");
        shows(tablet, "answering");
        tablet.screenshot("seat-text-empty");
        tablet.page().locator("textarea").fill("2021年");
        tablet.screenshot("seat-text");
        tablet.tap("提交");
        shows(tablet, "submitted");
        tablet.sees("2021年").screenshot("seat-submitted");
        phone.page().locator("textarea").fill("大概是二〇一九年吧");
        phone.screenshot("seat-text-phone");
        phone.tap("提交");
        shows(phone, "submitted");
        phone.screenshot("seat-submitted-phone");
        host.sees("建议判对").sees("请人工判").screenshot("host-answers");
        tablet.tap("修改答案");
        shows(tablet, "answering");
        assertThat(tablet.page().locator("textarea")).hasValue("2021年");
        tablet.tap("提交");
        shows(tablet, "submitted");
        host.tap("按标准答案一并判定");
        shows(tablet, "ruled");
        tablet.screenshot("seat-ruled");
        host.page().locator("[data-answers] li").nth(1).locator(".button-wrong").click();
        shows(phone, "ruled");
        phone.screenshot("seat-ruled-phone");
        next("公布答案");
        tablet.sees("2021年").screenshot("seat-revealed");
        Assertions.assertThat(slates()).contains("\"slates\":[{\"team\":0,\"text\":\"2021年\",\"verdict\":\"right\"}");
        next("下一题");
        order();
        several();
        blanks();
    }

    private void order() {
        next("亮题");
        next("开始计时");
        shows(tablet, "answering");
        choose(tablet, "A", "B", "C");
        tablet.screenshot("seat-order");
        tablet.tap("提交");
        shows(tablet, "submitted");
        tablet.screenshot("seat-order-submitted");
        choose(phone, "C", "A", "B");
        phone.screenshot("seat-order-phone");
        phone.tap("提交");
        shows(phone, "submitted");
        rulesAll();
    }

    private void several() {
        next("亮题");
        next("开始计时");
        shows(tablet, "answering");
        choose(tablet, "A", "C");
        tablet.screenshot("seat-several");
        choose(phone, "A", "B", "C");
        phone.screenshot("seat-several-phone");
        phone.tap("提交");
        shows(phone, "submitted");
        tablet.tap("提交");
        shows(tablet, "submitted");
        rulesAll();
    }

    private void blanks() {
        next("亮题");
        next("开始计时");
        shows(tablet, "answering");
        tablet.page().locator("input.seat-field").nth(0).fill("16");
        tablet.page().locator("input.seat-field").nth(1).fill("１８");
        tablet.screenshot("seat-blanks");
        tablet.tap("提交");
        shows(tablet, "submitted");
        phone.screenshot("seat-blanks-phone");
        host.sees("建议超时");
        rulesAll();
        Assertions.assertThat(score(0)).isEqualTo("25");
    }

    private void rulesAll() {
        host.tap("按标准答案一并判定");
        shows(tablet, "ruled");
        next("公布答案");
        next("下一题");
    }

    @Test
    void theTeamOnTurnChoosesItsValueAndAsksForHelp() {
        sit(finals.makeWithChoicesFirst());
        open(1);
        shows(tablet, "choose");
        tablet.screenshot("seat-choose");
        shows(phone, "closed");
        phone.screenshot("seat-closed-phone");
        tablet.page().locator(".value").nth(1).tap();
        tablet.sees("已选 20 分").screenshot("seat-chosen");
        host.sees("已选 20 分").screenshot("host-chosen");
        next("亮题");
        shows(tablet, "ready");
        shows(phone, "watching");
        phone.screenshot("seat-watching-phone");
        next("开始计时");
        shows(tablet, "answering");
        tablet.tap("场外求助（剩 1 次）");
        tablet.sees("已请求“场外求助”").screenshot("seat-asked");
        host.sees("请求“场外求助”").screenshot("host-asked");
        host.tap("同意");
        tablet.sees("场外求助（剩 0 次）");
        choose(tablet, "A");
        tablet.screenshot("seat-single");
        tablet.tap("提交");
        shows(tablet, "submitted");
        pause();
        shows(tablet, "paused");
        tablet.screenshot("seat-paused");
        shows(phone, "paused");
        phone.screenshot("seat-paused-phone");
        next("继续比赛");
        hostPresses("r");
        shows(tablet, "ruled");
        Assertions.assertThat(score(0)).isEqualTo("20");
        next("公布答案");
        next("下一题");
        shows(phone, "choose");
        phone.screenshot("seat-choose-phone");
    }

    @Test
    void theBuzzFillsTheScreen() {
        sit(finals.makeWithChoicesFirst());
        open(2);
        next("亮题");
        shows(phone, "ready");
        phone.screenshot("seat-ready-phone");
        phone.page().keyboard().press("Space");
        shows(phone, "false-start");
        phone.screenshot("seat-false-start-phone");
        next("开始抢答");
        shows(tablet, "armed");
        tablet.screenshot("seat-armed");
        phone.screenshot("seat-armed-phone");
        tablet.page().locator("[data-press]").tap();
        shows(tablet, "answering");
        tablet.sees("抢到了").screenshot("seat-won");
        phone.page().keyboard().press("Space");
        choose(tablet, "A");
        tablet.tap("提交");
        shows(tablet, "submitted");
        tablet.screenshot("seat-won-submitted");
        phone.screenshot("seat-behind-phone");
        host.sees("建议判对").screenshot("host-buzz-answer");
        hostPresses("r");
        shows(tablet, "ruled");
        phone.goOffline();
        live.sockets(new Audience.SeatOf(2).topic(code)).forEach(LiveSocket::close);
        shows(phone, "lost");
        phone.screenshot("seat-lost-phone");
        phone.goOnline();
        shows(phone, "watching");
    }

    @Test
    void thePreflightBoardSaysWhoIsMissingAndAReplacedDeviceIsOut() {
        sit(finals.make());
        Phone board = device(Map.of(StaffSession.COOKIE, cookie));
        board.resize(1280, 800);
        board.open("/staff/finals/" + code + "/preflight").sees("可以开始");
        board.tap("开始试按");
        shows(tablet, "test");
        tablet.screenshot("seat-test");
        tablet.page().locator("[data-press]").tap();
        shows(tablet, "test-done");
        board.sees("收到");
        board.tap("结束试按");
        board.page().locator(".check").nth(0).locator("button").click();
        tablet.sees("试音").screenshot("seat-sound");
        tablet.tap("听到了");
        board.sees("听到").screenshot("preflight");
        Phone other = device(Map.of());
        other.resize(1024, 768);
        other.open("/seat#" + codeFor(1));
        other.sees("等待主持人同意").screenshot("seat-wait");
        board.sees("有新设备要入席").screenshot("preflight-waiting");
        host.sees("有新设备要入席").screenshot("host-waiting");
        host.tap("替换原设备");
        other.sees("未开放");
        shows(tablet, "refused");
        tablet.screenshot("seat-refused");
        other.close();
        board.sees("不能开始").screenshot("preflight-no-go");
        Assertions.assertThat(Stream.of(board).map(Phone::troubles)).allMatch(List::isEmpty);
        tablet.page().locator("[data-open-settings]").click();
        tablet.screenshot("seat-settings");
    }

    private String slates() {
        return matches.json(matches.room(code).orElseThrow().picture(new Audience.Screen(), matches.now()));
    }

    private void pause() {
        MatchRoom room = matches.room(code).orElseThrow();
        Assertions.assertThat(room.perform(
                        new MatchCommand.Pause("network"), room.state().version(), "tester", matches.now()))
                .isInstanceOf(CommandResult.Done.class);
    }

    private String score(int team) {
        return matches.room(code)
                .orElseThrow()
                .state()
                .scores()
                .get(team)
                .score()
                .toString();
    }

    private void choose(Phone seat, String... letters) {
        for (String letter : letters) {
            seat.page().locator("[data-letter=" + letter + "]").tap();
        }
    }

    private void open(int segment) {
        var command = new CommandBody.OpenSegment(segment, null);
        MatchRoom room = matches.room(code).orElseThrow();
        Assertions.assertThat(room.command(command, room.state().version(), "tester", matches.now()))
                .isInstanceOf(CommandResult.Done.class);
    }

    /** The one large button, by Enter, once it says so. */
    private void next(String label) {
        Locator primary = host.page().locator("[data-primary]");
        assertThat(primary).hasText(label, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(primary).isEnabled();
        host.page().locator("h1").click();
        hostPresses("Enter");
    }

    /** Until the match has moved: the console takes no key while a command is on its way. */
    private void hostPresses(String key) {
        MatchRoom room = matches.room(code).orElseThrow();
        long version = room.state().version();
        Awaitility.await()
                .atMost(Duration.ofMillis(PATIENCE_MILLIS))
                .pollInterval(Duration.ofMillis(700))
                .until(() -> {
                    if (room.state().version() == version) {
                        host.page().keyboard().press(key);
                    }
                    return room.state().version() > version;
                });
    }

    private Phone device(Map<String, String> cookies) {
        String url = server.toString();
        return phones.phone(url.substring(0, url.length() - 1), cookies);
    }

    private String codeFor(int team) {
        return setUp.issue(setUp.find(code).orElseThrow(), List.of(team), false, "tester", matches.now())
                .get(team)
                .value();
    }

    private Phone seat(int team, boolean large) {
        Phone seat = device(Map.of());
        if (large) {
            seat.resize(1024, 768);
        }
        seat.open("/seat#" + codeFor(team));
        seat.sees(SeatFinals.TEAMS.get(team - 1)).sees("未开放");
        return seat;
    }

    private static void shows(Phone seat, String state) {
        seat.page()
                .locator("[data-seat][data-state=" + state + "]")
                .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
    }
}
