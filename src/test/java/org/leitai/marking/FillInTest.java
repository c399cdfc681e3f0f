package org.leitai.marking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillInTest {

    @ParameterizedTest
    @CsvSource({
        "２０２１, 2021",
        "ＡＢＣ, abc",
        "Abc, aBC",
        "'  工 会 ', 工会",
        "工\u3000会, 工会",
        "工\u200B会, 工会",
        "《工会法》, 工会法",
        "〈工会法〉, 工会法",
        "“八小时”, 八小时",
        "「八小时」, 八小时",
        "工会法。, 工会法",
        "'1,000', 1000",
        "１０：３０, 10:30",
        "①, 1",
        "1.5。, １．５",
        "No.5, no5",
    })
    void whatPeopleWriteDifferentlyIsTheSame(String one, String other) {
        assertThat(FillIn.normalise(one)).isEqualTo(FillIn.normalise(other));
    }

    @ParameterizedTest
    @CsvSource({"工会, 公会", "16, 61", "八小时, 八", "十六, 16", "1.5, 15", "第1.2条, 第12条", "-3, 3"})
    void whatMeansSomethingElseStaysDifferent(String one, String other) {
        assertThat(FillIn.normalise(one)).isNotEqualTo(FillIn.normalise(other));
    }

    @Test
    void aTextOfNothingButMarksIsNotEmpty() {
        assertThat(FillIn.normalise("《》")).isEqualTo("《》");
        assertThat(FillIn.normalise("")).isEmpty();
    }
}
