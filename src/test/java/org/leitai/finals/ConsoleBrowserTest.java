package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.MatchCommand;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** The consoles as people use them: by keyboard at 1280×800 and 1024×768, the judges' by touch at 1024×768. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ConsoleBrowserTest {

    private static final int PATIENCE_MILLIS = 20_000;

    private static final List<String> TEAMS = List.of(
            "沧浪区总工会", "港务集团工会", "市教育工会", "市卫生健康工会", "纺织集团工会", "公交公司工会", "电力公司工会", "建筑行业工会");

    private static final String RULES = """
        title: 测试规则
        teams: 8
        lifelines: [{ code: call, title: 场外求助, count: 1, seconds: 30 }]
        segments:
          - title: 抢答题
            kind: buzzer
            questions: 3
            points: { right: 10, wrong: -10, foul: -5 }
            seconds: { answer: 20 }
            buzz: { opening: countdown-321, deadHeat: host-decides }
          - title: 风险题
            kind: risk
            risk: [{ value: 10 }, { value: 20, perTeam: 1 }, { value: 30, perTeam: 1 }]
            seconds: { think: 60 }
          - title: 主题演讲
            kind: judged
            order: live
            panel: { judges: 3, averaging: mean-without-extremes, parts: [{ name: 内容, max: 40 }, { name: 表达, max: 10 }, { name: 台风, max: 10 }] }
          - title: 快答题
            kind: required
            points: { right: 10, wrong: 0 }
            seconds: { think: 1 }
          - title: 加赛
            kind: play-off
            questions: 0
            points: { right: 1 }
        """;

    @Inject
    TestFinals finals;

    @Inject
    Matches matches;

    @TestHTTPResource("/")
    URI server;

    private final List<Phone> people = new ArrayList<>();
    private Phones phones;
    private StaffSession session;
    private Phone host;
    private String code;

    @BeforeEach
    void aConsole() {
        code = finals.make(RULES, TEAMS);
        phones = new Phones();
        session = StaffSession.as("host");
        host = person(session, 1280, 800).open("/staff/finals/" + code + "/host").sees("直播中");
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            assertThat(people).allSatisfy(one -> assertThat(one.troubles()).allMatch(trouble -> trouble.contains(" 422 ")));
        } finally {
            phones.close();
        }
    }

    @Test
    void aQuestionOfTheBuzzerByKeyboard() {
        host.sees("无人领控");
        everythingFits("console-opening");
        enter("进入下一环节");
        host.sees("我领控");
        enter("亮题");
        everythingFits("console-question");
        enter("倒数 3、2、1");
        primary("无人抢答"); // opened by the server
        deadHeat();
        host.sees("并列抢到");
        everythingFits("console-dead-heat");
        host.page().getByText("判给市教育工会").click();
        answering("市教育工会");
        key("p");
        host.sees("所有计时停住").screenshot("console-pause");
        key("Enter"); // without a reason
        host.sees("请写明理由");
        host.page().getByText("网络故障").click();
        key("Enter");
        host.sees("比赛暂停，所有计时已停：网络故障");
        everythingFits("console-paused");
        key("p");
        answering("市教育工会");
        key("w");
        primary("公布答案");
        key("x");
        host.page().locator("dialog [name=reason]").fill("认为答案有误");
        host.screenshot("console-protest");
        key("Enter");
        host.sees("有异议");
        everythingFits("console-protest-open");
        key("z");
        host.page().locator("dialog [name=team-3]").fill("十分");
        host.page().locator("dialog [name=reason]").fill("查对出处");
        key("Enter");
        host.sees("分值要写成数字").screenshot("console-settle");
        host.page().locator("dialog [name=team-3]").fill("20");
        host.page().locator("dialog [name=reason]").focus();
        key("Enter");
        PlaywrightAssertions.assertThat(score(2)).hasText("10");
        key("u");
        host.sees("撤到哪一步之前").screenshot("console-undo");
        key("Escape");
        key("?");
        host.sees("大按钮：下一步").screenshot("console-keys");
        key("Escape");
        key("g");
        host.screenshot("console-scenes");
        key("5");
        PlaywrightAssertions.assertThat(host.page().locator("select[data-scene]")).hasValue("");
        host.resize(1024, 768);
        everythingFits("console-1024");
    }

    @Test
    void valuesNamesAndAClockThatIsOver() {
        jumpTo(1, "风险题");
        primary("亮题");
        everythingFits("console-values");
        jumpTo(3, "快答题");
        key("A");
        host.page().locator("dialog [name=points]").fill("5");
        host.page().locator("dialog [name=reason]").fill("更正加错的分");
        key("Enter");
        PlaywrightAssertions.assertThat(score(0)).hasText("5");
        enter("亮题");
        enter("开始计时");
        host.sees("时间到");
        primary("时间到：判超时");
        everythingFits("console-time-over");
        host.page().locator("h1").click();
        key("Enter");
        primary("公布答案");
        host.page().locator("[data-note]").fill("慢读两遍");
        host.sees("已保存");
        host.page().reload();
        PlaywrightAssertions.assertThat(host.page().locator("[data-note]")).hasValue("慢读两遍", new LocatorAssertions.HasValueOptions().setTimeout(PATIENCE_MILLIS));
        host.page().locator("[data-segment='4']").click();
        host.sees("谁参加").screenshot("console-play-off");
    }

    @Test
    void aSecondHostWatchesAndTakesOver() {
        enter("进入下一环节");
        Phone second = person(StaffSession.as("host"), 1280, 800)
                .open("/staff/finals/" + code + "/host")
                .sees("领控：" + session.username());
        second.screenshot("console-second");
        PlaywrightAssertions.assertThat(second.page().locator("[data-primary]")).isDisabled();
        second.page().keyboard().press("l");
        second.sees("接管会记入比赛日志").screenshot("console-take-over");
        second.page().keyboard().press("Enter");
        second.sees("我领控");
        host.sees("领控：");
        PlaywrightAssertions.assertThat(host.page().locator("[data-primary]"))
                .isDisabled(new LocatorAssertions.IsDisabledOptions().setTimeout(PATIENCE_MILLIS));
        person(StaffSession.as("scorekeeper"), 1280, 800)
                .open("/staff/finals/" + code + "/host")
                .sees("直播中")
                .screenshot("console-scorekeeper");
    }

    @Test
    void judgesScoreOnTabletsAndSeeTheOthersAfterwards() {
        Phone first = judge();
        Phone second = judge();
        first.sees("还没有轮到评分").screenshot("judge-waits");
        jumpTo(2, "主题演讲");
        host.sees("请用数字键选作答的队伍");
        key("4");
        enter("亮题");
        first.sees("为 市卫生健康工会 评分");
        first.screenshot("judge-form");
        second.sees("市卫生健康工会");
        give(first, "36", "9", "8");
        first.sees("已交分").screenshot("judge-handed");
        host.sees("评委分 1 / 3");
        everythingFits("console-judging");
        give(second, "45", "9", "8");
        second.sees("不超过最高分").screenshot("judge-refused");
        give(second, "30", "7", "9");
        first.sees("46");
        assertThat(first.overflowPixels()).isZero();
    }

    @Test
    void accountsAreMadeOnAPage() {
        Phone admin = person(StaffSession.as("admin"), 1280, 800).open("/staff/accounts");
        admin.sees("新建账户");
        admin.page().locator("[name=name]").fill("王评委");
        admin.page().locator("[name=username]").fill("wang-" + code);
        admin.page().locator("[value=judge]").check();
        admin.page().screenshot(new com.microsoft.playwright.Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(java.nio.file.Path.of("target", "screens", "accounts.png")));
        admin.page().locator("form.form .button-primary").click();
        admin.sees("只显示这一次").screenshot("accounts-given");
        admin.page().getByText("王评委").first().click();
        admin.sees("停用账户").screenshot("accounts-one");
    }

    private Phone judge() {
        return person(StaffSession.as("judge"), 1024, 768)
                .open("/staff/finals/" + code + "/judge")
                .sees("直播中");
    }

    private static void give(Phone judge, String... points) {
        for (int i = 0; i < points.length; i++) {
            judge.page().locator("[data-parts] input").nth(i).fill(points[i]);
        }
        judge.page().locator("[data-submit]").click();
    }

    private void deadHeat() {
        MatchRoom room = matches.room(code).orElseThrow();
        room.locked(() -> {
            room.decide(new MatchCommand.Award(2, 0, true), "seat 2", matches.now());
            room.decide(new MatchCommand.Follow(3, 400_000, true), "seat 3", matches.now());
            room.decide(new MatchCommand.Follow(7, 38_000_000, false), "seat 7", matches.now());
        });
    }

    private void jumpTo(int segment, String title) {
        host.page().locator("[data-segment='" + segment + "']").click();
        host.sees("进入第 " + (segment + 1) + " 环节“" + title + "”？");
        key("Enter");
        PlaywrightAssertions.assertThat(host.page().locator("[data-what]"))
                .hasText(title, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void answering(String team) {
        PlaywrightAssertions.assertThat(host.page().locator("[data-teams] .is-answering"))
                .containsText(team, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private Locator score(int team) {
        return host.page().locator("[data-teams] .score").nth(team);
    }

    private void primary(String label) {
        PlaywrightAssertions.assertThat(host.page().locator("[data-primary]"))
                .hasText(label, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
    }

    private void enter(String label) {
        primary(label);
        host.page().locator("h1").click();
        key("Enter");
    }

    private void key(String key) {
        host.page().keyboard().press(key);
    }

    /** Nothing to scroll, and everything that can be pressed is on the screen. */
    private void everythingFits(String name) {
        host.screenshot(name);
        assertThat(host.page().evaluate("""
                        (() => {
                          const page = document.scrollingElement;
                          const buttons = Array.from(document.querySelectorAll('.console-head button, [data-primary], .keys button, .acts button, [data-teams] button'))
                            .filter((button) => button.getClientRects().length > 0);
                          const outside = buttons.filter((button) => {
                            const box = button.getBoundingClientRect();
                            const cut = button.scrollWidth > button.clientWidth + 1 && !button.matches('.team-pick');
                            return box.bottom > innerHeight || box.right > innerWidth || cut;
                          }).map((button) => button.textContent);
                          if (page.scrollHeight > innerHeight) outside.push('page ' + page.scrollHeight);
                          return outside.join(', ');
                        })()"""))
                .as(name)
                .isEqualTo("");
    }

    private Phone person(StaffSession who, int width, int height) {
        String url = server.toString();
        Phone phone = phones.phone(url.substring(0, url.length() - 1), Map.of(StaffSession.COOKIE, who.cookie()));
        phone.resize(width, height);
        people.add(phone);
        return phone;
    }
}
