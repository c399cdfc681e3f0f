package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.library.Presets;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.Audience;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;

/** The page of the audience on a small phone. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LivePageBrowserTest {

    private static final long BUDGET_BYTES = 60 * 1024;

    private static final String EIGHT = "沧浪区总工会\n港务集团工会\n市教育工会\n市卫生健康工会\n纺织集团工会\n公交公司工会\n江南市轨道交通集团有限公司工会联合会\n建筑行业工会";

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
    private Phone phone;
    private String code;

    @BeforeEach
    void somebodyInTheAudience() {
        code = finals.make();
        phones = new Phones();
        String url = server.toString();
        phone = phones.phone(url.substring(0, url.length() - 1), Map.of());
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            assertThat(phone.troublesOfItsOwn()).isEmpty();
        } finally {
            phones.close();
        }
    }

    @Test
    void theFirstVisitCostsLessThanSixtyKilobytes() {
        code = eight();
        act("next", null);
        act("next", null);
        LongSupplier http = phone.countBytes();
        var frames = new AtomicLong();
        phone.page()
                .onWebSocket(socket -> socket.onFrameReceived(
                        frame -> frames.addAndGet(frame.text().getBytes(StandardCharsets.UTF_8).length)));
        phone.open("/live/" + code).sees("第 1 题");
        phone.page().waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);

        long bytes = http.getAsLong() + frames.get();
        System.out.printf("live page, first visit: %d bytes by HTTP, %d by socket%n", http.getAsLong(), frames.get());
        assertThat(bytes).isPositive().isLessThanOrEqualTo(BUDGET_BYTES);
        assertThat(phone.overflowPixels()).isZero();
    }

    @Test
    void whereSocketsAreBlockedItAsksEveryTwoSeconds() {
        phone.page().routeWebSocket(Pattern.compile(".*/live/ws/.*"), WebSocketRoute::close);
        phone.open("/live/" + code).sees("每 2 秒更新");
        act("next", null);
        phone.sees("第 1 环节");
        act("next", null);
        phone.sees("canary-stem-1");
    }

    @Test
    void everyMomentIsAGoodOneToJoin() {
        sees("比赛即将开始", "follow-opening");
        act("next", null);
        sees("第 1 环节", "follow-segment");
        act("next", null);
        sees("canary-stem-1", "follow-question");
        act("next", null);
        sees("开始抢答", "follow-open");
        press(2);
        sees("乙队 作答", "follow-buzz");
        act("rule", "right");
        sees("✓ 正确", "follow-ruling");
        assertThat(phone.page().content()).doesNotContain(TestFinals.KEY);
        act("next", null);
        sees(TestFinals.KEY + "1", "follow-answer");
        show("break", 15);
        sees("后继续比赛", "follow-break");
        act("freeze", null);
        sees("比分暂停公布", "follow-frozen");
        show("reveal", null);
        act("reveal-step", null);
        sees("第 2 名", "follow-reveal");
        act("reveal-step", null);
        show("awards", null);
        sees("冠军", "follow-awards");
    }

    @Test
    void aPlaceOpensOnThePhoneWhenItDoesInTheHall() {
        act("freeze", null);
        show("reveal", null);
        phone.open("/live/" + code).sees("揭榜");
        PlaywrightAssertions.assertThat(phone.page().locator(".ladder-row")).hasText(new String[] {"？", "？", "？"});
        act("reveal-step", null);
        PlaywrightAssertions.assertThat(phone.page().locator(".ladder-due")).hasCount(3);
        PlaywrightAssertions.assertThat(phone.page().locator(".ladder-open")).hasCount(3);
    }

    @Test
    void eightTeamsStandBesideTheirScoresWithoutRunningIntoEachOther() {
        code = eight();
        phone.open("/live/" + code).sees("建筑行业工会").screenshot("follow-eight");
        assertThat(phone.overlaps(".team-name, .team-score")).isEqualTo(List.of());
        assertThat(phone.overflowPixels()).isZero();
    }

    private void sees(String text, String screenshot) {
        phone.open("/live/" + code).sees(text).screenshot(screenshot);
        assertThat(phone.overflowPixels()).as(screenshot).isZero();
    }

    private String eight() {
        String eight = code + "-eight";
        String rules = presets.yaml("standard").orElseThrow();
        setUp.create(
                new NewMatchForm(eight, "江南市职工劳动法律知识竞赛决赛", EIGHT, "", "", "", rules), rules, "tester", matches.now());
        return eight;
    }

    private void press(int team) {
        long nonce =
                room().picture(new Audience.SeatOf(team), matches.now()).seat().nonce();
        room().said(
                        new SeatMessage.Press(
                                new SeatMessage.From(team, "a device", System.nanoTime(), 0, 0), 1, nonce),
                        matches.now());
    }

    private void act(String act, String verdict) {
        send(TestFinals.command(act, verdict));
    }

    private void show(String scene, Integer minutes) {
        send(new CommandBody.ShowScene(scene, minutes));
    }

    private void send(CommandBody command) {
        assertThat(room().command(command, room().state().version(), "tester", matches.now()))
                .isInstanceOf(CommandResult.Done.class);
    }

    private MatchRoom room() {
        return matches.room(code).orElseThrow();
    }
}
