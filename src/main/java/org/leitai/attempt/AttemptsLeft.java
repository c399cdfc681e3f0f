package org.leitai.attempt;

import java.util.stream.IntStream;
import org.leitai.contest.RuleSheet.Allowance;

/** How many attempts a person may still start today. */
final class AttemptsLeft {

    private AttemptsLeft() {}

    /** Null: no limit. */
    static Integer of(Allowance allowance, AttemptStore.Used used) {
        IntStream left = IntStream.of(
                allowance.total() == null ? Integer.MAX_VALUE : allowance.total() - used.total(),
                allowance.perDay() == null ? Integer.MAX_VALUE : allowance.perDay() - used.today());
        int least = left.min().orElseThrow();
        return least == Integer.MAX_VALUE ? null : Math.max(0, least);
    }
}
