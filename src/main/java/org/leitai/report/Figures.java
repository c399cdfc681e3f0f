package org.leitai.report;

import java.time.Instant;
import java.util.List;
import org.leitai.kernel.Points;
import org.leitai.kernel.UnitId;

/**
 * A round in figures 实况数据, true of one instant.
 *
 * @param answers that were accepted so far, corrections by the same person included
 * @param minutes one after the other without gaps, the last one under way
 * @param scores every band, also the empty ones, lowest first
 */
record Figures(
        Tally tally, long finished, long answers, List<Minute> minutes, List<ScoreBand> scores, List<UnitTotal> units) {

    /**
     * @param started people with an attempt
     * @param answering attempts under way
     * @param attempts begun, finished or not
     */
    record Tally(long started, long answering, long attempts) {
        static final Tally NONE = new Tally(0, 0, 0);
    }

    /**
     * @param start of the minute
     * @param people who answered something in it
     */
    record Minute(Instant start, long answers, long people) {}

    /** People whose counted score lies in {@code [from, to)}; the highest band includes its end. */
    record ScoreBand(Points from, Points to, long people) {}

    /** What the people of one unit, not of those below it, have achieved. */
    record UnitTotal(UnitId unit, long people, Points points) {}
}
