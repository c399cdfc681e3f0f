package org.leitai.attempt;

import java.time.Instant;
import java.util.List;
import org.leitai.contest.Tally;
import org.leitai.kernel.AttemptId;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;
import org.leitai.kernel.RoundId;

/**
 * An attempt that has ended and was marked 已交答卷.
 *
 * @param startedAt null when it was never delivered; it counts for nothing then
 * @param marks by slot
 */
record FinishedAttempt(
        AttemptId id,
        RoundId round,
        PersonId person,
        long ruleSheetId,
        int ordinal,
        long seed,
        Instant startedAt,
        Instant finishedAt,
        Points points,
        long elapsedMillis,
        List<Points> marks) {

    Tally tally() {
        return new Tally(ordinal, points, elapsedMillis, finishedAt);
    }
}
