package org.leitai.contest;

import java.time.Instant;
import org.leitai.kernel.Points;

/**
 * What a finished attempt brings to the board 成绩.
 *
 * @param ordinal the person's first, second … attempt of the round
 * @param elapsedMillis from the first delivery to the hand-in or the deadline, whole milliseconds, truncated
 * @param finishedAt the instant of the hand-in, never after the deadline; milliseconds
 */
public record Tally(int ordinal, Points points, long elapsedMillis, Instant finishedAt) {}
