package org.leitai.finals;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Finals for tests of what seats send: a slate, an order, a choice for all, blanks; risk with a lifeline; then the buzzer. */
@Singleton
class SeatFinals {

    static final List<String> TEAMS = List.of("沧浪区总工会", "市教育工会");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final String RULES = """
        title: 席位测试
        teams: 2
        lifelines: [ { code: phone, title: 场外求助, count: 1, seconds: 30 } ]
        segments:
          - title: 题板
            kind: slate
            questions: 4
            points: { right: 10, wrong: -5 }
            seconds: { think: 90 }
          - title: 风险
            kind: risk
            risk: [ { value: 10, perTeam: 2 }, { value: 20, perTeam: 1 }, { value: 30 } ]
            seconds: { think: 60 }
          - title: 抢答
            kind: buzzer
            questions: 5
            points: { right: 10, wrong: -10, foul: -5 }
            seconds: { answer: 20 }
            buzz: { opening: after-word, foul: minus }
        """;

    private static final String WRITTEN = """
        我国现行《工会法》最近一次修正是哪一年？ | 2021年
        请把下面的会议按召开时间从早到晚排列。 | 第一次全国劳动大会 | 中国工会第一次全国代表大会 | 中国工会第七次全国代表大会 | A>B>C
        职工有下列哪些权利？ | 参加和组织工会 | 取得劳动报酬 | 拒绝违章指挥 | 随意离开岗位 | ABC
        未成年工是指年满____周岁未满____周岁的劳动者。 | 16 / 18
        工会主席任期未满，不得随意调动其工作，因工作需要调动时应当征得谁的同意？ | 本级工会委员会和上一级工会 | 企业行政 | 职工大会 | 地方人民政府 | A
        用人单位自用工之日起超过一个月不满一年未签劳动合同的，应当支付几倍工资？ | 一倍 | 二倍 | 三倍 | B
        抢答题一 | 甲 | 乙 | 丙 | B
        抢答题二 | 甲 | 乙 | 丙 | C
        """;

    private final Finals finals;
    private final Clock clock;

    SeatFinals(Finals finals, Clock clock) {
        this.finals = finals;
        this.clock = clock;
    }

    String make() {
        return make(WRITTEN);
    }

    /** With a question to choose from at first, as a buzz needs it. */
    String makeWithChoicesFirst() {
        return make(WRITTEN.substring(WRITTEN.indexOf("工会主席任期")) + WRITTEN);
    }

    private String make(String written) {
        String code = "seats-" + NEXT.incrementAndGet();
        var form = new NewMatchForm(code, "工会知识竞赛决赛", String.join("\n", TEAMS), "", written, "", RULES);
        if (!(finals.create(form, RULES, "tester", clock.instant().truncatedTo(ChronoUnit.MILLIS))
                instanceof Finals.Created.Made)) {
            throw new AssertionError("not made");
        }
        return code;
    }
}
