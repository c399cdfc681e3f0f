package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leitai.support.ApiWorker;
import org.leitai.support.Contestant;
import org.leitai.support.LeitaiServer;
import org.leitai.support.Phone;
import org.leitai.support.Phones;

/** Somebody who has read nothing takes part, with a small phone, from the start page to the board. */
class WalkBrowserTest {

    private static final List<String> OTHERS =
            List.of("林晓燕", "陈志强", "王秀兰", "赵国栋", "孙建华", "周文静", "吴海涛", "郑雅琴", "冯立新", "褚云飞", "卫东升");

    private static LeitaiServer server;
    private static Phones phones;

    @BeforeAll
    static void begin() {
        server = LeitaiServer.shared();
        phones = new Phones();
        for (int i = 0; i < OTHERS.size(); i++) {
            ApiWorker.register(server, OTHERS.get(i)).takePart(i % 9 + 1);
        }
    }

    @AfterAll
    static void end() {
        phones.close();
    }

    @Test
    void fromTheStartPageToTheBoard() {
        try (Phone phone = phones.phone(server)) {
            var contestant = new Contestant(server, phone);
            phone.open("/");
            leaves(phone, "home");
            phone.page().locator(".contest").first().tap();
            phone.arrivesAt("/c/demo").sees("规则");
            leaves(phone, "contest-first");
            phone.tap("登录参加").arrivesAt("/register");
            contestant.fillIn("李明霞");
            leaves(phone, "register");
            phone.tap("报名");
            contestant.keepCode();
            leaves(phone, "code");
            phone.tap("已保存，继续").arrivesAt("/c/demo");
            leaves(phone, "contest");
            contestant.start();
            answersAndHandsIn(contestant);
            readsTheResult(phone);
            looksAtTheBoard(phone);
            phone.tap("我的");
            leaves(phone, "me");
            assertThat(phone.troubles()).isEmpty();
        }
    }

    private static void answersAndHandsIn(Contestant contestant) {
        Phone phone = contestant.phone();
        phone.sees("选好即保存，不怕断网");
        contestant.choose(1).seesSaveState("已保存");
        leaves(phone, "answer-single");
        contestant.next().seesQuestion(2).choose(0).next().seesQuestion(3);
        phone.tap("标记").sees("已标记");
        contestant.next().answerAll(4);
        leaves(phone, "answer-fill-in");
        contestant.goTo(6);
        leaves(phone, "answer-multiple");
        phone.tap("题号").sees("未答 1");
        leaves(phone, "answer-overview");
        phone.page().locator(".number-cell").nth(9).tap();
        contestant.seesSaveState("已保存").seesQuestion(10);
        phone.tap("交卷").sees("还有 1 题没有作答：第 3 题。");
        leaves(phone, "answer-ask");
        phone.tap("再看看");
        contestant.goTo(3).answer(3).seesSaveState("已保存").goTo(10).handIn();
        assertThat(contestant.storedAnswers()).hasSize(10);
    }

    private static void readsTheResult(Phone phone) {
        phone.sees("逐题回顾").sees("参加").sees("名次是怎么来的");
        assertThat(phone.page().locator(".standing-rank").textContent()).matches("第 \\d+ 名");
        assertThat(phone.page().locator(".slot").count()).isEqualTo(10);
        leaves(phone, "result");
        phone.page().locator(".why summary").tap();
        phone.page().locator(".slot").nth(5).scrollIntoViewIfNeeded();
        leaves(phone, "review");
    }

    private static void looksAtTheBoard(Phone phone) {
        phone.open("/c/demo").sees("我的答卷");
        leaves(phone, "contest-after");
        phone.page().locator("a.row").first().tap();
        phone.arrivesAt("/c/demo/r/1/board").sees("李*霞");
        assertThat(phone.page().locator(".board-mine tr").count()).isEqualTo(1);
        assertThat(phone.page().content()).doesNotContain(OTHERS).doesNotContain("李明霞", "19900");
        leaves(phone, "board-persons");
        phone.tap("单位榜").sees("本单位");
        leaves(phone, "board-units");
        phone.tap("回到竞赛").arrivesAt("/c/demo");
    }

    /** Nothing may reach beyond the edge of the screen, with normal and with large letters, on this phone and a narrower one. */
    private static void leaves(Phone phone, String screen) {
        phone.screenshot(screen);
        assertThat(phone.overflowPixels()).as(screen).isZero();
        phone.page().evaluate("document.documentElement.classList.add('large')");
        phone.resize(320, Phone.HEIGHT);
        phone.screenshot(screen + "-large");
        assertThat(phone.overflowPixels())
                .as(screen + " with large letters, 320 pixels wide")
                .isZero();
        assertThat(phone.overlaps(".answer-bar-inner > *, .answer-foot-inner > *"))
                .as(screen)
                .isEmpty();
        phone.resize(Phone.WIDTH, Phone.HEIGHT);
        phone.page().evaluate("document.documentElement.classList.remove('large')");
    }
}
