package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.attempt.ResultView.Option;
import org.leitai.attempt.ResultView.Score;
import org.leitai.attempt.ResultView.Slot;
import org.leitai.attempt.ResultView.Standing;
import org.leitai.support.Preview;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ResultViewTest {

    private static final ZonedDateTime ENDED = ZonedDateTime.parse("2026-11-22T12:03:25+08:00[Asia/Shanghai]");
    private static final Score SCORE = new Score("92.5", "100", 9, 10, 205_416, true);

    @Test
    void scoreRankAndTheReasonOfTheRankAreShown() {
        var standing = new Standing(128, 16_384, 99, 3L, false);
        String html = Preview.chinese("result", new PhoneTemplates.result(view(SCORE, standing, null)));

        assertThat(html)
                .contains("<strong>92.5</strong>", "/ 100 分", "答对 9 / 10 题", "用时 3:25.416")
                .contains("第 128 名", "超过 99% 的参赛职工", "16,384", "同分者 41 人", "还可以答 2 次")
                .contains("11月29日 09:00 起可以查看")
                .doesNotContain("data-standing-api");
    }

    @Test
    void rankThatIsBeingComputedIsAskedFor() {
        String html = Preview.chinese("result-pending", new PhoneTemplates.result(view(SCORE, null, null)));

        assertThat(html).contains("正在计算名次", "data-standing-api=\"/api/c/anquan/r/1/attempts/2\"");
    }

    @Test
    void scoreThatIsNotRevealedYetIsNotThere() {
        String html = Preview.english("result-later", new PhoneTemplates.result(view(null, null, null)));

        assertThat(html).contains("Scores are published on 2026-11-29 09:00").doesNotContain("data-standing-api");
    }

    @Test
    void reviewSaysInWordsWhatWasRightAndWhatWasChosen() {
        var standing = new Standing(1, 1, 0, null, true);
        String html = Preview.chinese("result-review", new PhoneTemplates.result(view(SCORE, standing, review())));

        assertThat(html)
                .contains("✓ 答对", "✕ 答错", "◐ 部分得分", "○ 未答", "我选的 · 答案", "出处：《中华人民共和国安全生产法》第三条")
                .contains("&lt;script&gt;")
                .doesNotContain("<script>alert");
    }

    private static ResultView view(Score score, Standing standing, List<Slot> review) {
        return new ResultView(
                "/c/anquan",
                "/c/anquan/r/1/board",
                "澜江市职工安全生产知识竞赛",
                2,
                "handed-in",
                ENDED,
                score,
                ENDED.withDayOfMonth(29).withHour(9).withMinute(0),
                standing,
                "/api/c/anquan/r/1/attempts/2",
                List.of("得分 92.5，高于您的有 87 人", "同分者 41 人，用时比您短的有 40 人", "所以列第 128 名"),
                2,
                List.of("11月28日 21:00 截止，之前可以再答", "前 200 名进入电子证书发放名单"),
                review,
                ENDED.withDayOfMonth(29).withHour(9).withMinute(0));
    }

    private static List<Slot> review() {
        return List.of(
                new Slot(
                        1,
                        "single",
                        "我国安全生产工作坚持的方针是什么？",
                        List.of(
                                new Option("A", "安全第一、预防为主、综合治理", true, true),
                                new Option("B", "质量第一、效益优先", false, false),
                                new Option("C", "谁主管、谁负责", false, false)),
                        List.of(),
                        List.of(),
                        "right",
                        "10",
                        "10",
                        "安全生产工作坚持中国共产党的领导，以人为本，坚持人民至上、生命至上，把保护人民生命安全摆在首位。",
                        "《中华人民共和国安全生产法》第三条"),
                new Slot(
                        2,
                        "multiple",
                        "从业人员发现直接危及人身安全的紧急情况时，有权：",
                        List.of(
                                new Option("A", "停止作业", true, true),
                                new Option("B", "在采取可能的应急措施后撤离作业场所", false, true),
                                new Option("C", "<script>alert(1)</script>", true, false)),
                        List.of(),
                        List.of(),
                        "partial",
                        "2.5",
                        "10",
                        null,
                        "《中华人民共和国安全生产法》第五十五条"),
                new Slot(
                        3,
                        "true-false",
                        "工会有权对建设项目的安全设施与主体工程同时设计、同时施工、同时投入生产和使用进行监督。",
                        List.of(new Option("T", "", false, true), new Option("F", "", true, false)),
                        List.of(),
                        List.of(),
                        "wrong",
                        "0",
                        "10",
                        null,
                        null),
                new Slot(
                        4,
                        "fill-in",
                        "国家标准规定的火警电话是____，急救电话是____。",
                        List.of(),
                        List.of(),
                        List.of("119", "120"),
                        "blank",
                        "0",
                        "10",
                        null,
                        null));
    }
}
