package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** An organizer makes rules on a desk of 1280×800; somebody in the hall reads them on a phone. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RulesBrowserTest {

    @Inject
    TestFinals finals;

    @TestHTTPResource("/")
    URI server;

    private Phones phones;
    private Phone desk;
    private Phone phone;

    @BeforeEach
    void bothAreThere() {
        phones = new Phones();
        String url = server.toString().replaceFirst("/$", "");
        desk = phones.phone(
                url, Map.of(StaffSession.COOKIE, StaffSession.as("organizer").cookie()));
        desk.resize(1280, 800);
        phone = phones.phone(url);
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            assertThat(desk.troubles()).isEmpty();
            assertThat(phone.troubles()).isEmpty();
        } finally {
            phones.close();
        }
    }

    @Test
    void rulesAreMadeWithoutYaml() {
        desk.open("/staff/finals/rules").sees("现成规则").screenshot("rules-shelf");
        desk.open("/staff/finals/rules/form?from=fi-01").sees("规则预览").screenshot("rules-form");
        desk.page().locator("#segment-2 > summary").click();
        desk.page().locator("#segment-2").scrollIntoViewIfNeeded();
        desk.screenshot("rules-form-buzzer");
        desk.page().locator("[name='segments[2].points.wrong']").fill("五");
        desk.page().locator("[name='segments[2].kind']").selectOption("risk");
        desk.page().waitForSelector("[name='segments[2].risk[3].value']");
        assertThat(desk.page().locator("#segment-2[open]").count()).isEqualTo(1);
        desk.page().locator("[name='segments[2].risk[3].value']").fill("很多");
        desk.page().locator("#segment-2 [data-refresh]").click();
        desk.sees("请填数字").screenshot("rules-form-fault");
        whole("rules-form-whole");
        desk.page().locator("[name='segments[2].risk[3].value']").fill("40");
        desk.tap("保存规则").sees("40 分题").screenshot("rules-reading");
        desk.open("/staff/finals/rules/import").sees("导入规则文件").screenshot("rules-import");
        assertThat(desk.overflowPixels()).isLessThanOrEqualTo(0);
    }

    @Test
    void theHallReadsThem() {
        String code = finals.make();
        phone.open("/live/" + code).sees("比赛规则").screenshot("rules-live");
        phone.tap("比赛规则").sees("总则").screenshot("rules-public");
        assertThat(phone.overflowPixels()).isLessThanOrEqualTo(0);
        desk.open("/staff/finals/" + code).sees("比赛规则");
        desk.page().locator(".sheet").scrollIntoViewIfNeeded();
        desk.screenshot("rules-match");
        desk.open("/staff/finals/new").sees("从成绩产生代表队");
        desk.page().locator(".entry > summary").click();
        desk.page().locator(".entry").scrollIntoViewIfNeeded();
        desk.screenshot("rules-entry");
    }

    private void whole(String name) {
        desk.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target", "screens", name + ".png")));
    }
}
