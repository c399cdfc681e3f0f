package org.leitai.finals.match;

/**
 * A place in the order of presses 抢答名次.
 *
 * @param gapNanos behind the first; 0 for the first
 * @param deadHeat the gap is smaller than what could be measured
 */
public record BuzzPlace(int team, long gapNanos, boolean deadHeat) {

    public long gapMillis() {
        return gapNanos / 1_000_000;
    }
}
