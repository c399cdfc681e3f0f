package org.leitai.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.support.Settings;
import org.leitai.web.Texts;

class RulesTextTest {

    private final RulesText rules = new RulesText(new Texts(), Settings.withoutSecret());

    @Test
    void theUsualRulesInPlainWords() {
        assertThat(chinese())
                .containsExactly(
                        "5 题 · 满分 50 分 · 限时 10 分钟", "每天 3 次 · 取最好成绩", "先比得分，再比用时，再比交卷先后", "交卷后即可查看答案和解析");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "paperClock; 90s; 限时 90 秒",
                "paperClock; 2h; 限时 120 分钟",
                "questionClock; 15s; 每题 15 秒",
                "attempts; {}; 次数不限",
                "attempts; { perDay: 2, total: 20 }; 每天 2 次 · 共 20 次机会",
                "counting; { kind: last }; 取最后一次成绩",
                "counting; { kind: first }; 取首次成绩",
                "daily; { from: \"08:00\", until: \"22:00\" }; 每天 08:00–22:00 可以开始",
                "reveal; { kind: at, instant: 2026-12-11 08:00 }; 2026-12-11 08:00 公布答案和解析",
                "reveal; { kind: at-close }; 比赛结束后公布答案和解析",
                "reveal; { kind: never }; 不公布答案",
            })
    void eachRuleHasItsWords(String field, String text, String words) {
        assertThat(String.join("\n", chinese(field, text))).contains(words);
    }

    @Test
    void theOnlyAttemptIsCalledSo() {
        assertThat(String.join("\n", chinese("attempts", "{ total: 1 }", "counting", "{ kind: only }"))).contains("只有一次机会");
    }

    @Test
    void theyAreThereInEnglishToo() {
        assertThat(rules.lines(Sheets.sheet(), Locale.ENGLISH)).hasSize(4).noneMatch(line -> line.matches(".*\\p{IsHan}.*"));
    }

    private List<String> chinese(String... fields) {
        return rules.lines(Sheets.sheet(fields), Texts.CHINESE);
    }
}
