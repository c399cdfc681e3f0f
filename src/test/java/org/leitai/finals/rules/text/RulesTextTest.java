package org.leitai.finals.rules.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.finals.rules.AfterWrong;
import org.leitai.finals.rules.Averaging;
import org.leitai.finals.rules.BuzzOpening;
import org.leitai.finals.rules.DeadHeatRule;
import org.leitai.finals.rules.Everything;
import org.leitai.finals.rules.FoulPolicy;
import org.leitai.finals.rules.LifelineScope;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.NobodyBuzzes;
import org.leitai.finals.rules.PersonalPoints;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TieKey;
import org.leitai.finals.rules.TurnOrder;
import org.leitai.finals.rules.WhoAnswers;
import org.leitai.web.Texts;

class RulesTextTest {

    /** Policy → the groups of texts in which each of its constants has one. */
    private static final Map<Class<? extends Enum<?>>, List<String>> GROUPS = Map.ofEntries(
            Map.entry(SegmentKind.class, List.of("kind", "about")),
            Map.entry(WhoAnswers.class, List.of("who")),
            Map.entry(TurnOrder.class, List.of("order")),
            Map.entry(BuzzOpening.class, List.of("opening")),
            Map.entry(FoulPolicy.class, List.of("foul")),
            Map.entry(DeadHeatRule.class, List.of("dead-heat")),
            Map.entry(AfterWrong.class, List.of("after")),
            Map.entry(NobodyBuzzes.class, List.of("nobody")),
            Map.entry(PersonalPoints.class, List.of("personal")),
            Map.entry(Averaging.class, List.of("averaging")),
            Map.entry(LifelineScope.class, List.of("scope")),
            Map.entry(TieKey.class, List.of("tie")));

    private final Texts texts = new Texts();

    @Test
    void everyConstantOfEveryPolicyHasItsText() {
        assertThat(Everything.policies()).isNotEmpty().allSatisfy(policy -> {
            assertThat(GROUPS).containsKey(policy);
            for (Enum<?> constant : policy.getEnumConstants()) {
                GROUPS.get(policy).forEach(group -> assertThat(in(Texts.CHINESE, Phrase.of(group, constant)))
                        .isNotBlank());
            }
        });
    }

    @Test
    void everyNamedTypeOfQuestionHasItsText() {
        assertThat(PointsText.NAMED_TYPES).allSatisfy(type -> assertThat(texts.has("finals.sheet.type." + type))
                .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> everyPresetReadsLikeASheet() {
        return Everything.presets().entrySet().stream()
                .map(set -> DynamicTest.dynamicTest(set.getKey(), () -> readsWell(Everything.read(set.getValue()))));
    }

    @Test
    void rulesThatUseEverythingReadLikeASheet() {
        readsWell(Everything.all());
    }

    /** No name of the code, no gap, no bare brace; a full stop, or a colon before a list. */
    private void readsWell(MatchRules rules) {
        assertThat(lines(Texts.CHINESE, rules)).isNotEmpty().allSatisfy(line -> assertThat(line)
                .matches(".*[。：]$")
                .doesNotContain("null", "{", "}", "。。", "  ")
                .doesNotContainPattern("[a-z]{2}|[A-Z]{2}|[A-Z]_"));
        assertThat(lines(Locale.ENGLISH, rules)).allSatisfy(line -> assertThat(line)
                .matches(".*[.:]$")
                .doesNotContain("null", "{", "}", "..", ",,")
                .doesNotContainPattern("[A-Z]{2}|[A-Z]_"));
        assertThat(RulesText.of(rules)).hasSize(rules.segments().size() + 2).allSatisfy(section -> assertThat(
                        in(Texts.CHINESE, section.title()))
                .isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ kind: required, passes: 3, who: player } | 进行 3 轮，每轮每队 1 题。",
                "{ kind: required, questions: 6 } | 每队 6 题。",
                "{ kind: required, questions: 5, who: all-teams } | 共 5 题。",
                "{ kind: buzzer, points: { right: 10, wrong: -10 } } | 答对得 10 分；答错或超时扣 10 分。",
                "{ kind: buzzer, points: { right: 10, wrong: -10, timeout: 0 } } | 答对得 10 分；答错扣 10 分；超时未答不扣分。",
                "{ kind: buzzer, points: { right: 2.5, partial: 1 } } | 答对得 2.5 分；部分答对得 1 分；答错或超时不扣分。",
                "{ kind: buzzer, points: { foul: -5 }, buzz: { foul: lose-question } } | 提前抢答为犯规，该队不得再抢本题，扣 5 分。",
                "{ kind: buzzer, buzz: { foul: minus } } | 提前抢答为犯规，该队仍可继续抢本题，不扣分。",
                "{ kind: buzzer, buzz: { foul: escalating }, points: { foul: -5 } } | 同一环节第一次扣 5 分，第二次加倍，第三次三倍，依此类推。",
                "{ kind: buzzer, seconds: { nobody: 5 } } | 5 秒内无人抢答的，本题作废，计入题数。",
                "{ kind: buzzer, seconds: { think: 1200 } } | 抢到后须在 1200 秒内答完。",
                "{ kind: risk, risk: [{ value: 30, think: 90, perTeam: 1 }] } | 30 分题：答对得 30 分；答错或超时扣 30 分；限时 90 秒；每队最多选 1 次。",
                "{ kind: required, byType: { short: { think: 180 } } } | 简答题：限时 180 秒。",
                "{ kind: judged, panel: { grades: [{ name: A, points: 30 }, { name: B, points: 25 }] } } | 按等级给分：A 等 30 分、B 等 25 分。",
                "{ kind: judged, panel: { parts: [{ name: 内容, max: 60, weight: 70 }] } } | 评分项目：内容（满分 60 分，占 70%）。",
                "{ kind: duel, questions: 0 } | 每组对战题数不限，分出胜负为止。",
                "{ kind: play-off, questions: 0 } | 题数不限，由主持人宣布结束。",
                "{ kind: required, players: [1, 3], who: player } | 由 1 号、3 号选手按此次序轮换。",
                "{ kind: required, steal: { right: 5 }, afterWrong: pass-to-next } | 接着作答的代表队：答对得 5 分；答错或超时不扣分。",
                "{ kind: required, lifelines: [{ code: h, title: 求助全场, seconds: 10 }] } | 求助“求助全场”：每队全场，可用 1 次，每次 10 秒。",
            })
    void aPolicyIsSaidInPlainWords(String segment, String said) {
        String body = segment.replaceFirst("\\{", "{ title: t,");
        assertThat(String.join("\n", lines(Texts.CHINESE, Everything.read("title: t\nsegments: [" + body + "]"))))
                .contains(said);
    }

    @Test
    void theOrderOfEqualTeamsIsSaidInOneSentence() {
        MatchRules rules =
                Everything.read("title: t\ntieBreak: [play-off, less-time]\nsegments: [{ title: a, kind: slate }]");
        assertThat(lines(Texts.CHINESE, rules)).contains("总分相同的，先比加赛得分，高的在前；再比答题用时，短的在前；仍然相同的，名次并列。");
    }

    private List<String> lines(Locale locale, MatchRules rules) {
        var lines = new ArrayList<String>();
        RulesText.of(rules).forEach(section -> section.lines().forEach(line -> lines.add(in(locale, line))));
        return lines;
    }

    private String in(Locale locale, Phrase phrase) {
        return phrase.in((key, arguments) -> texts.of(locale, key, arguments));
    }
}
