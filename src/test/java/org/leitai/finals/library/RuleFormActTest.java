package org.leitai.finals.library;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleFormActTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "up:3; 1,3; 4; [1, 2]",
                "down:1; 1,2; 4; [1, 2]",
                "copy:1; 1,2; 5; [1, 2, 3]",
                "remove:2; 1,2,3; 3; [1, 2]",
                "add; 1; 4; [1, 4]",
                "preview:2; ; 4; [2]",
                "save; 2,4; 4; [2, 4]",
                "nonsense; 1,x; 4; []",
                "up:99999999; 1; 4; [1]",
            })
    void segmentsStayUnfoldedWhereverTheyGo(String act, String before, int segments, String after) {
        assertThat(RuleFormAct.of(act).open(before, segments)).hasToString(after);
    }
}
