package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.contest.RuleSheet.Allowance;

class AttemptsLeftTest {

    @ParameterizedTest
    @CsvSource({
        // per day, in all, used today, used in all, left
        " ,  , 0,  0,  ",
        " ,  , 9, 99,  ",
        "3,  , 0,  0, 3",
        "3,  , 2,  9, 1",
        "3,  , 3,  9, 0",
        "3, 4, 0,  3, 1",
        "3, 4, 2,  2, 1",
        " , 4, 4,  4, 0",
        "3, 4, 5,  9, 0",
    })
    void theScarcerOfBothIsWhatIsLeft(Integer perDay, Integer total, int today, int all, Integer left) {
        assertThat(AttemptsLeft.of(new Allowance(perDay, total), new AttemptStore.Used(all, today))).isEqualTo(left);
    }
}
