package org.leitai.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest
    @DisplayName("IM11: a cell that a spreadsheet would take for a formula is neutralised")
    @ValueSource(
            strings = {"=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "=HYPERLINK(\"x\")\nsecond line"})
    void whatLooksLikeAFormulaIsMarkedAsText(String text) {
        assertThat(CellText.neutral(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三", "", "a=b", "'quoted", " =1", "138****1234"})
    void otherTextStaysAsItIs(String text) {
        assertThat(CellText.neutral(text)).isEqualTo(text);
    }

    @Test
    void theSignIsTheOnlyChange() {
        assertThat(CellText.neutral("=a").substring(1)).isEqualTo("=a");
    }
}
