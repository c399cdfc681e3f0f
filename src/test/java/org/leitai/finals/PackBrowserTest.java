package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
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
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** An editor, a reviewer, an organizer and two holders of keys take a pack of eight teams through its life. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PackBrowserTest {

    private static final String TEAMS = "沧浪区总工会\n港务集团工会\n市教育工会\n市卫生健康工会\n纺织集团工会\n公交公司工会\n电力公司工会\n建筑行业工会";

    @Inject
    Finals finals;

    @Inject
    Presets presets;

    @Inject
    Matches matches;

    @TestHTTPResource("/")
    URI server;

    private final String code = "pack-walk";
    private StaffSession organizer;
    private StaffSession host;
    private StaffSession judge;
    private StaffSession keeper;
    private Phones phones;
    private List<Phone> desks;

    @BeforeEach
    void aFinal() {
        String rules = presets.yaml("standard").orElseThrow();
        var form = new NewMatchForm(code, "工会知识竞赛决赛", TEAMS, "", "", "", rules);
        finals.create(form, rules, "tester", matches.now());
        organizer = StaffSession.as("organizer");
        host = StaffSession.as("host");
        judge = StaffSession.as("judge");
        keeper = StaffSession.as("auditor");
        phones = new Phones();
        desks = Stream.of(StaffSession.as("editor"), StaffSession.as("reviewer"), organizer, host, judge)
                .map(session -> phone(Map.of(StaffSession.COOKIE, session.cookie())))
                .toList();
        desks.forEach(desk -> desk.resize(1280, 800));
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            assertThat(desks.stream().map(Phone::troubles)).allMatch(List::isEmpty);
        } finally {
            phones.close();
        }
    }

    @Test
    void aPackIsChosenApprovedSealedAndOpened() {
        Phone editor = desks.get(0).open("/staff/finals/" + code + "/pack?part=1").sees("试题已齐");
        editor.screenshot("pack-draft");
        editor.tap("删除").sees("缺 1 题").screenshot("pack-missing");
        editor.page().getByText("从题库挑选").click();
        editor.page().locator("input[name=q]").fill("工会");
        editor.tap("查找").sees("已经在试题包里的不再列出");
        editor.page().locator(".pack-add").scrollIntoViewIfNeeded();
        editor.screenshot("pack-search");
        editor.page().locator("input[name=item]").first().check();
        editor.tap("加入所选试题").sees("试题已齐");
        editor.page().getByText("自己写一题").click();
        editor.page().locator("textarea[name=stem]").fill("工会的基本职责是什么？");
        editor.page().locator("textarea[name=options]").fill("维护职工合法权益\n组织文艺演出\n发放福利");
        editor.page().locator("input[name=key]").fill("D");
        editor.tap("加入这一题").sees("有选项时只写选项的字母");
        editor.page().locator("input[name=key]").scrollIntoViewIfNeeded();
        editor.screenshot("pack-write");
        editor.page().locator("input[name=key]").fill("A");
        editor.tap("加入这一题").sees("共 11 题");
        assertThat(editor.overflowPixels()).isZero();

        Phone reviewer = desks.get(1).open("/staff/finals/" + code + "/pack");
        reviewer.screenshot("pack-approve");
        reviewer.tap("审核通过").sees("已审核");

        Phone sealing = desks.get(2).open("/staff/finals/" + code + "/pack");
        List<String> holders = List.of(host.username(), judge.username(), keeper.username());
        for (int i = 0; i < holders.size(); i++) {
            sealing.page().locator("select[name=holder]").nth(i).selectOption(holders.get(i));
        }
        sealing.screenshot("pack-approved");
        sealing.page().locator(".pack-seal button").click();
        sealing.sees("指纹").screenshot("pack-sealed");
        phone(Map.of()).open("/live/" + code).sees("指纹").screenshot("pack-public");
        sealing.open("/staff/finals/" + code).sees("试题已经密封").screenshot("pack-match");

        Phone one = desks.get(3);
        Phone two = desks.get(4);
        String first = collect(one);
        one.screenshot("pack-key");
        String second = collect(two);
        enter(one, first.replace(first.charAt(9), first.charAt(9) == 'X' ? 'Y' : 'X'));
        one.sees("抄错了").screenshot("pack-slip");
        enter(one, first);
        one.sees("请另一位工作人员").screenshot("pack-first");
        enter(two, second);
        two.sees("内容与公布的指纹一致").screenshot("pack-opened");
        sealing.open("/staff/finals/" + code + "/pack").sees("没有用到").screenshot("pack-after");
        assertThat(one.overflowPixels()).isZero();
    }

    private String collect(Phone holder) {
        holder.open("/staff/finals/" + code + "/pack/open").tap("领取我的钥匙").sees("只显示这一次");
        return holder.page().locator("[data-key]").textContent();
    }

    private void enter(Phone holder, String key) {
        Page page = holder.page();
        page.locator("input[name=key]").fill(key);
        holder.tap("确认");
    }

    private Phone phone(Map<String, String> cookies) {
        String url = server.toString();
        return phones.phone(url.substring(0, url.length() - 1), cookies);
    }
}
