package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.attempt.ContestView.Action;
import org.leitai.attempt.ContestView.Attempt;
import org.leitai.attempt.ContestView.Countdown;
import org.leitai.attempt.ContestView.Mine;
import org.leitai.support.Preview;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ContestViewTest {

    private static final ZonedDateTime OPENS = ZonedDateTime.parse("2026-11-22T09:00:00+08:00[Asia/Shanghai]");
    private static final String ATTEMPTS = "/c/anquan/r/1/attempts";

    @Test
    void whoHasAnsweredSeesBestScoreRankAndTheOneButton() {
        String html = Preview.chinese("contest", new PhoneTemplates.contest(signedIn(null)));

        assertThat(html)
                .contains("96 分", "3:25.416", "第 128 名", "第 3 名", "2 次", "已有 16,384 人参加")
                .contains("<form method=\"post\" action=\"" + ATTEMPTS + "\"", "再答一次")
                .contains("data-until-millis=\"", "10 题 · 10 分钟");
    }

    @Test
    void whoIsNotSignedInIsLedToRegistration() {
        var action = new Action("register", "/register?to=/c/anquan", false);
        String html = Preview.english(
                "contest-anonymous", new PhoneTemplates.contest(view("open", action, null, List.of(), null)));

        assertThat(html)
                .contains("href=\"/register?to=/c/anquan\"", "Sign in to take part")
                .doesNotContain("<form", "href=\"/me\"");
    }

    @Test
    void nothingToDoIsAReasonAndNotAButton() {
        var mine = new Mine("96", 205_416L, 128L, null, 0);
        String html = Preview.chinese(
                "contest-tomorrow",
                new PhoneTemplates.contest(view("open", new Action("tomorrow", null, false), mine, List.of(), null)));

        assertThat(html).contains("今天的次数已用完，明天再来").doesNotContain("<form", "button-gold");
    }

    @Test
    void noticeIsShownAsText() {
        String html = Preview.chinese("contest-notice", new PhoneTemplates.contest(signedIn("人很多，请 <b>5</b> 秒后再试。")));

        assertThat(html).contains("role=\"alert\">人很多，请 &lt;b&gt;5&lt;/b&gt; 秒后再试。");
    }

    private static ContestView signedIn(String notice) {
        return view(
                "open",
                new Action("again", ATTEMPTS, true),
                new Mine("96", 205_416L, 128L, 3L, 2),
                List.of(
                        new Attempt(3, ATTEMPTS + "/3", OPENS.plusHours(27), "marking", null, null, false),
                        new Attempt(2, ATTEMPTS + "/2", OPENS.plusHours(3), "handed-in", "96", 205_416L, true),
                        new Attempt(1, ATTEMPTS + "/1", OPENS.plusMinutes(2), "time-over", "72.5", 600_000L, false)),
                notice);
    }

    private static ContestView view(String phase, Action action, Mine mine, List<Attempt> attempts, String notice) {
        return new ContestView(
                "/c/anquan",
                "澜江市职工安全生产知识竞赛",
                "澜江市总工会",
                phase,
                OPENS,
                OPENS.plusDays(6).plusHours(12),
                OPENS.plusDays(1).toInstant().toEpochMilli(),
                new Countdown(
                        "closes", OPENS.plusDays(6).plusHours(12).toInstant().toEpochMilli()),
                List.of("10 题 · 10 分钟 · 每题 10 分", "每天 3 次，取最好成绩", "同分比用时，用时短者在前", "竞赛结束后可看答案与解析"),
                action,
                mine,
                16_384,
                attempts,
                "/c/anquan/r/1/board",
                notice);
    }
}
