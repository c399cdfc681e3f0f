package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.Audience;
import org.leitai.support.Phone;
import org.leitai.support.RealServers;

/** A whole final, from the opening to the award ceremony: eight seats, the host by keyboard, the big screen, two spectators. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WholeFinalBrowserTest {

    private static final int PATIENCE_MILLIS = 20_000;

    private static final List<String> TEAMS =
            List.of("沧浪区总工会", "港务集团工会", "市教育工会", "市卫生健康工会", "纺织集团工会", "公交公司工会", "电力公司工会", "建筑行业工会");

    private static final String RULES = """
        title: 决赛规则
        teams: 8
        lifelines: [ { code: phone, title: 场外求助, count: 1, seconds: 30 } ]
        segments:
          - title: 必答题
            kind: required
            points: { right: 10, wrong: 0 }
            seconds: { think: 300 }
          - title: 题板题
            kind: slate
            points: { right: 10, wrong: -5 }
            seconds: { think: 300 }
          - title: 抢答题
            kind: buzzer
            questions: 2
            points: { right: 20, wrong: -10, foul: -5 }
            seconds: { answer: 300 }
            buzz: { opening: after-word, foul: minus }
          - title: 倒数抢答
            kind: buzzer
            points: { right: 20, wrong: -10, foul: -5 }
            seconds: { answer: 300 }
            buzz: { opening: countdown-321, foul: lock-out }
          - title: 风险题
            kind: risk
            entrants: 2
            risk: [ { value: 10, perTeam: 2 }, { value: 20, perTeam: 1 }, { value: 30 } ]
            seconds: { think: 300 }
        """;

    private static final String WRITTEN = """
        用人单位自用工之日起超过一个月不满一年未签劳动合同的，应当每月支付几倍工资？ | 二倍 | 一倍 | 三倍 | 四倍 | A
        因工作需要调动任期未满的工会主席，应当征得谁的同意？ | 本级工会委员会和上一级工会 | 企业行政 | 职工大会 | 地方人民政府 | A
        劳动合同期限一年以上不满三年的，试用期不得超过多久？ | 二个月 | 一个月 | 三个月 | 六个月 | A
        国家实行劳动者平均每周工作时间不超过多少小时的工时制度？ | 四十四小时 | 四十小时 | 四十八小时 | 五十小时 | A
        职工代表大会每年至少召开几次？ | 一次 | 二次 | 三次 | 四次 | A
        全国五一劳动奖章由哪个机构颁发？ | 中华全国总工会 | 国务院 | 全国人大 | 人力资源和社会保障部 | A
        企业职工一方与企业订立集体合同，由谁代表职工一方？ | 工会 | 企业行政 | 班组长 | 车间主任 | A
        劳动争议申请仲裁的时效期间为多久？ | 一年 | 六个月 | 二年 | 三个月 | A
        我国现行《工会法》最近一次修正是哪一年？ | 2021年
        中华全国总工会成立于哪一年？ | 1925年 | 1921年 | 1922年 | 1949年 | A
        女职工生育享受多少天产假？ | 九十八天 | 九十天 | 一百天 | 一百二十天 | A
        第一次全国劳动大会在哪里召开？ | 广州 | 上海 | 北京 | 武汉 | A
        安全生产工作应当以什么为本？ | 以人为本 | 以效益为本 | 以产量为本 | 以设备为本 | A
        职业病防治工作坚持什么方针？ | 预防为主、防治结合 | 先治后防 | 谁用工谁负责 | 事后补偿 | A
        """;

    @Inject
    Finals finals;

    @Inject
    MatchStore store;

    @Inject
    MatchArchive archive;

    @Inject
    Matches matches;

    @TestHTTPResource("/")
    URI server;

    private final String code = "whole-final";

    /** What the test adds up by itself; team 1 first. */
    private final int[] points = new int[8];

    private Hall hall;

    @BeforeEach
    void everybodyComes() {
        var form = new NewMatchForm(code, "全市职工知识竞赛决赛", String.join("\n", TEAMS), "", WRITTEN, "", RULES);
        assertThat(finals.create(form, RULES, "tester", matches.now())).isInstanceOf(Finals.Created.Made.class);
        hall = new Hall(server.toString().replaceAll("/$", ""), code, this::state);
        var codes = finals.issue(
                finals.find(code).orElseThrow(),
                IntStream.rangeClosed(1, 8).boxed().toList(),
                false,
                "tester",
                matches.now());
        codes.forEach((team, given) -> hall.sit(given.value(), TEAMS.get(team - 1)));
        hall.follow();
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            assertThat(hall.troubles()).isEmpty();
        } finally {
            hall.close();
        }
    }

    @Test
    void aWholeFinalIsPlayedAndEverybodySeesTheSameScores() {
        opening();
        everyTeamInTurn();
        hall.followByAsking();
        allWriteAtOnce();
        aRaceAndAnotherTeamBehind();
        aFalseStartAWrongAnswerAndAProtest();
        afterThreeTwoOne();
        betweenSegments();
        theBestTwoRisk();
        theRevealAndTheAwards();
        hall.everybodySees(scores());
        theDocumentsAgree();
    }

    private void opening() {
        hall.photographScreen("opening");
        hall.photographSeat(1, "closed");
        hall.photograph(hall.spectator(0), "public-opening");
        hall.command("l");
        hall.scene("3", "parade");
        hall.photographScreen("parade");
        hall.enter("进入下一环节");
        hall.shows("segment");
        hall.photographScreen("segment");
    }

    private void everyTeamInTurn() {
        for (int team = 1; team <= 8; team++) {
            hall.enter("亮题");
            hall.seatShows(team, "ready");
            hall.seatShows(team % 8 + 1, "watching");
            photographTurn(team, "ready");
            hall.enter("开始计时");
            hall.seatShows(team, "answering");
            photographTurn(team, "answering");
            hall.answers(team, team == 3 ? "B" : "A");
            photographTurn(team, "submitted");
            hall.host().sees(team == 3 ? "建议判错" : "建议判对");
            rule(team);
            hall.seatShows(team, "ruled");
            photographTurn(team, "ruled");
            hall.enter("公布答案");
            photographTurn(team, "revealed");
            hall.enter("下一题");
        }
        hall.everybodySees(scores());
    }

    private void rule(int team) {
        if (team == 2) {
            hall.rule("wrong", "w");
            hall.offers("公布答案");
            hall.ask("u", "reason", "手误，答案是对的");
        }
        if (team == 3) {
            hall.rule("wrong", "w");
        } else {
            hall.rule("right", "r");
            points[team - 1] += 10;
        }
    }

    private void photographTurn(int team, String moment) {
        if (team != 1) {
            return;
        }
        hall.photographSeat(1, moment);
        if (moment.equals("ready")) {
            hall.photographSeat(2, "watching");
            hall.shows("question");
            hall.photographScreen("question");
        } else if (moment.equals("submitted")) {
            hall.photographScreen("question-clock");
            hall.host().sees("建议判对");
            hall.photograph(hall.host(), "host-proposal");
        } else if (moment.equals("ruled")) {
            hall.shows("ruling");
            hall.photographScreen("ruling");
        } else if (moment.equals("revealed")) {
            hall.shows("answer");
            hall.photographScreen("answer");
            hall.spectator(0).sees("二倍");
            hall.photograph(hall.spectator(0), "public-answer");
        }
    }

    private void allWriteAtOnce() {
        hall.enter("进入下一环节");
        hall.enter("亮题");
        hall.enter("开始计时");
        for (int team = 1; team <= 4; team++) {
            hall.writes(team, "2021年");
        }
        hall.photographSeat(4, "slate-submitted");
        hall.seat(5).page().locator("textarea").fill("2021 年");
        hall.photographSeat(5, "slate");
        hall.ask("p", "reason", "网络故障");
        hall.seatShows(5, "paused");
        hall.photographSeat(5, "paused");
        hall.photographScreen("paused");
        hall.enter("继续比赛");
        hall.seatShows(5, "answering");
        PlaywrightAssertions.assertThat(hall.seat(5).page().locator("textarea")).hasValue("2021 年");
        hall.writes(5, "2021年");
        hall.writes(6, "2021");
        hall.writes(7, "1950年");
        hall.writes(8, "一九九二年");
        PlaywrightAssertions.assertThat(hall.host().page().locator("[data-answers] .answers-text:not(.is-missing)"))
                .hasCount(8, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS));
        hall.photograph(hall.host(), "host-slates");
        hall.command("k");
        byHandWhereTheKeyDoesNotTell();
        hall.enter("公布答案");
        hall.shows("answer");
        hall.photographScreen("slates");
        hall.enter("下一题");
        hall.everybodySees(scores());
    }

    private void byHandWhereTheKeyDoesNotTell() {
        for (int team = 1; team <= 8; team++) {
            int seat = team;
            boolean right = team <= 6;
            if (state().question().rulings().stream().noneMatch(one -> one.team() == seat)) {
                hall.key(Integer.toString(team));
                hall.rule(right ? "right" : "wrong", right ? "r" : "w");
            }
            points[team - 1] += right ? 10 : -5;
        }
    }

    private void aRaceAndAnotherTeamBehind() {
        hall.enter("进入下一环节");
        hall.enter("亮题");
        IntStream.rangeClosed(1, 8).forEach(team -> hall.seatShows(team, "ready"));
        hall.photographSeat(5, "ready-to-buzz");
        hall.enter("开始抢答");
        IntStream.rangeClosed(1, 8).forEach(team -> hall.seatShows(team, "armed"));
        hall.photographSeat(5, "armed");
        hall.photographScreen("question-open");
        long nonce = matches.room(code)
                .orElseThrow()
                .picture(new Audience.SeatOf(1), matches.now())
                .seat()
                .nonce();
        hall.race(2, 5, 7);
        hall.until(state -> state.phase() == Phase.ANSWERING);
        pressedAMomentLater(1, nonce);
        int winner = state().question().team();
        assertThat(winner).isIn(2, 5, 7);
        hall.seatShows(winner, "answering");
        hall.seatShows(1, "behind");
        hall.shows("buzz");
        hall.photographScreen("buzz");
        hall.photographSeat(1, "behind");
        hall.photographSeat(winner, "won");
        IntStream.of(2, 5, 7).filter(team -> team != winner).forEach(team -> assertThat(
                        hall.seat(team).page().locator("[data-seat]").getAttribute("data-state"))
                .isIn("behind", "watching"));
        hall.photograph(hall.host(), "host-buzz");
        hall.answers(winner, "A");
        hall.rule("right", "r");
        points[winner - 1] += 20;
        hall.enter("公布答案");
        hall.enter("下一题");
    }

    /** By another device of the team: its press was under way when the winner became known. */
    private void pressedAMomentLater(int team, long nonce) {
        var from = new SeatMessage.From(team, "another", System.nanoTime(), 0, 0);
        matches.room(code).orElseThrow().said(new SeatMessage.Press(from, 1, nonce), matches.now());
    }

    private void aFalseStartAWrongAnswerAndAProtest() {
        hall.enter("亮题");
        hall.seatShows(4, "ready");
        hall.seat(4).page().keyboard().press("Space");
        hall.seatShows(4, "false-start");
        hall.photographSeat(4, "false-start");
        points[3] -= 5;
        hall.enter("开始抢答");
        hall.seatShows(6, "armed");
        hall.seat(6).page().locator("[data-press]").tap();
        hall.answers(6, "B");
        hall.rule("wrong", "w");
        points[5] -= 10;
        hall.seatShows(6, "ruled");
        hall.photographSeat(6, "ruled-wrong");
        hall.shows("ruling");
        hall.photographScreen("ruling-wrong");
        hall.key("6");
        hall.ask("x", "reason", "题目表述不清");
        hall.host().sees("有异议");
        hall.ask("z", "team-6", "10", "reason", "评委一致同意");
        points[5] += 10;
        hall.enter("公布答案");
        hall.enter("下一题");
        hall.everybodySees(scores());
    }

    private void afterThreeTwoOne() {
        hall.enter("进入下一环节");
        hall.enter("亮题");
        hall.enter("倒数 3、2、1");
        PlaywrightAssertions.assertThat(hall.screen().page().locator("[data-countdown]")).isVisible();
        hall.photographScreen("countdown");
        hall.photographSeat(8, "countdown");
        hall.seatShows(8, "armed"); // the server opens it
        hall.seat(8).page().keyboard().press("Space");
        hall.answers(8, "A");
        hall.rule("right", "r");
        points[7] += 20;
        hall.enter("公布答案");
        hall.enter("下一题");
    }

    private void betweenSegments() {
        hall.key("3");
        hall.ask("a", "points", "5", "reason", "更正漏记的分");
        points[2] += 5;
        hall.scene("5", "board");
        hall.everybodySees(scores());
        hall.photographScreen("board");
        hall.scene("6", "cheer");
        hall.photographScreen("cheer");
        hall.sceneAsking("7", "break");
        hall.photographScreen("break");
    }

    private void theBestTwoRisk() {
        hall.enter("进入下一环节");
        int first = state().teamOnTurn().orElseThrow();
        hall.seatShows(first, "choose");
        hall.photographSeat(first, "choose");
        hall.seat(first).page().locator(".value").nth(1).tap();
        hall.seat(first).sees("已选 20 分");
        hall.photographSeat(first, "chosen");
        hall.host().sees("已选 20 分");
        hall.enter("亮题");
        hall.enter("开始计时");
        hall.seatShows(first, "answering");
        hall.seat(first).tap("场外求助（剩 1 次）");
        hall.host().sees("请求“场外求助”");
        hall.photographSeat(first, "asked");
        hall.photograph(hall.host(), "host-asked");
        hall.ask("h");
        hall.seat(first).sees("场外求助（剩 0 次）");
        hall.answers(first, "A");
        hall.rule("right", "r");
        points[first - 1] += 20;
        hall.enter("公布答案");
        hall.enter("下一题");
        hall.everybodySees(scores());
        hall.scene("8", "frozen");
        hall.photographScreen("frozen");
        hall.spectator(0).sees("比分暂停公布");
        hall.photograph(hall.spectator(0), "public-frozen");
        lastQuestionWhileFrozen();
    }

    private void lastQuestionWhileFrozen() {
        int second = state().teamOnTurn().orElseThrow();
        hall.seatShows(second, "choose");
        hall.seat(second).page().locator(".value").nth(0).tap();
        hall.host().sees("已选 10 分");
        hall.enter("亮题");
        hall.enter("开始计时");
        hall.answers(second, "A");
        hall.rule("right", "r");
        points[second - 1] += 10;
        hall.seatShows(second, "ruled");
        hall.photographSeat(second, "ruled-frozen");
        hall.enter("公布答案");
        hall.enter("下一题");
        hall.offers("结束比赛");
        hall.key("Enter");
        hall.asked();
        hall.seatShows(1, "over");
        hall.photographSeat(1, "over");
    }

    private void theRevealAndTheAwards() {
        hall.scene("9", "reveal");
        hall.photographScreen("reveal-0");
        for (int step = 1; state().revealed().size() < 8; step++) {
            hall.enter("揭晓下一名");
            int shown = state().revealed().size();
            PlaywrightAssertions.assertThat(hall.screen().page().locator(".ladder-open"))
                    .hasCount(shown, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE_MILLIS));
            hall.photographScreen("reveal-" + step);
        }
        hall.photograph(hall.spectator(1), "public-reveal");
        hall.scene("0", "final");
        hall.sceneAsking("8", "final");
        hall.photographScreen("final");
        hall.spectator(1).sees("冠军");
        hall.photograph(hall.spectator(1), "public-final");
        hall.photograph(hall.host(), "host-over");
    }

    private void theDocumentsAgree() {
        Phone sheet = hall.staff().open("/staff/finals/" + code + "/sheet").sees("各环节得分");
        hall.photograph(sheet, "sheet");
        assertThat(Hall.numbers(sheet, "section:nth-of-type(2) tbody td:last-child"))
                .isEqualTo(scores());
        MatchEventFormat format = new MatchEventFormat();
        var setUp = archive.find(code).orElseThrow();
        List<Stamped> log = store.events(setUp.id(), 0).stream()
                .map(event ->
                        new Stamped(event.version(), event.at(), event.author(), format.fromJson(event.payload())))
                .toList();
        MatchState folded = Match.fold(setUp.rules(), setUp.teams(), log);
        assertThat(folded).usingRecursiveComparison().isEqualTo(state());
        assertThat(folded.scores().stream().map(team -> team.score().toString()).toList())
                .isEqualTo(scores());
        assertThat(store.isIntact(setUp.id())).isTrue();
    }

    private MatchState state() {
        return matches.room(code).orElseThrow().state();
    }

    private List<String> scores() {
        return Arrays.stream(points).mapToObj(Integer::toString).toList();
    }
}
