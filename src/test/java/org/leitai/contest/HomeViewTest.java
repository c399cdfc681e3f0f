package org.leitai.contest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.support.Preview;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HomeViewTest {

    private static final ZonedDateTime OPENS = ZonedDateTime.parse("2026-11-22T09:00:00+08:00[Asia/Shanghai]");

    @Test
    void everyContestIsNamedWithItsOrganizerPhaseAndWindow() {
        String html = Preview.chinese("home", new PhoneTemplates.home(sample()));

        assertThat(html)
                .contains("href=\"/c/anquan\"", "澜江市职工安全生产知识竞赛", "澜江市总工会", "进行中")
                .contains("11月22日 09:00", "11月28日 21:00")
                .contains("/language?to=/&amp;lang=en", "href=\"/staff\"");
    }

    @Test
    void titleIsTextAndNeverMarkup() {
        String html = Preview.chinese("home-hostile", new PhoneTemplates.home(sample()));

        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void nothingToTakePartInIsSaidPlainly() {
        String html = Preview.english("home-empty", new PhoneTemplates.home(new HomeView(List.of())));

        assertThat(html).contains("No contest right now.").doesNotContain("<ul class=\"contests\">");
    }

    private static HomeView sample() {
        return new HomeView(List.of(
                contest("/c/anquan", "澜江市职工安全生产知识竞赛", "澜江市总工会", "open", 0),
                contest("/c/laodongfa", "“学法用法·维权有道”劳动法律法规知识竞赛（第三季）", "澜江市总工会法律工作部", "upcoming", 14),
                contest("/c/x", "<script>alert(1)</script>", "装备制造业工会联合会", "final", -30)));
    }

    private static HomeView.Contest contest(String path, String title, String organizer, String phase, int days) {
        return new HomeView.Contest(
                path,
                title,
                organizer,
                phase,
                OPENS.plusDays(days),
                OPENS.plusDays(days + 6).plusHours(12));
    }
}
