package org.leitai.attempt;

import java.time.Instant;
import org.leitai.kernel.AttemptId;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.RoundId;

/**
 * An attempt that has not ended 进行中的答卷.
 *
 * @param startedAt the first delivery; null before it
 * @param deadline the earlier of its own clock's end and the round's end as they stand now; the grace comes on top
 * @param question with a clock per question, the one that can be answered; null otherwise
 */
record OpenAttempt(
        AttemptId id,
        RoundId round,
        PersonId person,
        long ruleSheetId,
        int ordinal,
        long seed,
        Instant startedAt,
        Instant deadline,
        Question question) {

    /** @param since when it was delivered */
    record Question(int slot, Instant since, int millis) {

        Instant ends() {
            return since.plusMillis(millis);
        }
    }
}
