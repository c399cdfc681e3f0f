package org.leitai.report;

import java.time.Instant;
import org.leitai.kernel.Points;
import org.leitai.kernel.UnitId;

/**
 * A row of the internal board 内部榜: with names, for those who run the contest.
 *
 * @param rank by the rule sheet's keys; equal people share it
 * @param elapsedMillis of the attempt that counts
 * @param attempts how many the person has finished
 */
record ResultRow(
        long rank,
        String name,
        String phone,
        UnitId unit,
        Points points,
        long elapsedMillis,
        Instant finishedAt,
        int attempts) {

    /** Without name and phone: a record finds its way into a log sooner or later. */
    @Override
    public String toString() {
        return "ResultRow[" + rank + "]";
    }
}
