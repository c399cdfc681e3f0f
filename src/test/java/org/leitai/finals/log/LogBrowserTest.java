package org.leitai.finals.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.Finals;
import org.leitai.finals.Head;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.match.Stage;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** The documents of the demo final, as its organizer reads them after it was played. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LogBrowserTest {

    private static final String CODE = "documents";
    private static final List<String> TEAMS = List.of("钢铁公司", "港务集团", "地铁集团", "第一医院", "供电公司", "公交集团", "师范大学", "化工总厂");

    @Inject
    Finals finals;

    @Inject
    MatchArchive archive;

    @Inject
    LogStore log;

    @TestHTTPResource("/")
    URI server;

    private StaffSession organizer;
    private Phones phones;
    private Phone page;

    @BeforeEach
    void aFinalWasPlayed() {
        if (!finals.exists(CODE)) {
            finals.createDemo(
                    CODE, "全市职工知识竞赛决赛", TEAMS, text("demo/final.yaml"), Instant.parse("2026-11-24T01:00:00Z"));
            var match = archive.find(CODE).orElseThrow();
            Stage stage = RandomPlay.of(match.rules(), 5, 420, 24);
            QuarkusTransaction.requiringNew()
                    .run(() -> log.append(match.id(), Head.START, MatchFileTest.entries(stage)));
        }
        organizer = StaffSession.as("organizer", "host");
        phones = new Phones();
        page = phones.phone(server.toString().replaceAll("/$", ""), Map.of(StaffSession.COOKIE, organizer.cookie()));
        page.resize(1280, 800);
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            // A page that says what is wrong with a form is a 422, which the browser writes down.
            assertThat(page.troubles()).allMatch(trouble -> trouble.contains("status of 422"));
        } finally {
            phones.close();
        }
    }

    @Test
    void theScoreSheetPrintsOnA4() {
        page.open("/staff/finals/" + CODE).sees("记录");
        page.tap("成绩单");
        page.sees("各环节得分").screenshot("log-sheet");
        page.page()
                .pdf(new Page.PdfOptions()
                        .setPath(Path.of("target/screens/log-sheet.pdf"))
                        .setPreferCSSPageSize(true));
        assertThat(page.overflowPixels()).isLessThanOrEqualTo(0);
    }

    @Test
    void theTimeLineLeadsBack() {
        page.open("/staff/finals/" + CODE + "/log").sees("比赛日志").screenshot("log-timeline");
        page.open("/staff/finals/" + CODE + "/log?at=40").sees("第 40 步之后的比赛").screenshot("log-then");
        assertThat(page.overflowPixels()).isLessThanOrEqualTo(0);
    }

    @Test
    void paperIsTypedIn() {
        page.open("/staff/finals/" + CODE + "/paper").sees("录入一条");
        page.page().selectOption("[name=team]", "2");
        page.page().selectOption("[name=segment]", "1");
        page.page().fill("[name=question]", "3");
        page.page().fill("[name=points]", "much");
        page.page().fill("[name=reason]", "停电时记在纸上");
        page.tap("录入，等待确认");
        page.sees("分值请写数字").screenshot("log-paper-fault");
        page.page().fill("[name=points]", "10");
        page.tap("录入，等待确认");
        page.sees("等待另一位同事确认").screenshot("log-paper");
        page.tap("打印当前情况");
        page.sees("纸面记分单").screenshot("log-paper-print");
        page.page()
                .pdf(new Page.PdfOptions()
                        .setPath(Path.of("target/screens/log-paper.pdf"))
                        .setPreferCSSPageSize(true));
    }

    @Test
    void aFileIsChecked() {
        byte[] file = RestAssured.given()
                .cookie(StaffSession.COOKIE, organizer.cookie())
                .get("/staff/finals/" + CODE + "/export")
                .asByteArray();
        page.open("/staff/final-files").sees("只核验");
        page.page().setInputFiles("[name=file]", new FilePayload("documents.jsonl", "application/x-ndjson", file));
        page.tap("只核验");
        page.sees("文件完好").screenshot("log-file-good");
        file[file.length / 2] ^= 1;
        page.page().setInputFiles("[name=file]", new FilePayload("documents.jsonl", "application/x-ndjson", file));
        page.tap("导入");
        page.sees("与校验值不符").screenshot("log-file-bad");
    }

    @Test
    void theMatchGoesToTheHall() {
        page.open("/staff/finals/" + CODE + "/handover").sees("会场移交").screenshot("log-handover");
        page.tap("移交到会场");
        page.sees("下载移交文件").screenshot("log-handed-out");
        page.page().fill("[name=reason]", "会场有网了");
        page.tap("收回");
        page.sees("移交记录").screenshot("log-taken-back");
        page.resize(390, 800);
        assertThat(page.overflowPixels()).isLessThanOrEqualTo(0);
    }

    private static String text(String resource) {
        try (InputStream stream = LogBrowserTest.class.getResourceAsStream("/" + resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
