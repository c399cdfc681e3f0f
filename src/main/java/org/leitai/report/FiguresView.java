package org.leitai.report;

import java.util.List;

/**
 * What the desk shows and, as JSON, refreshes 实况.
 *
 * @param phase end of the text key {@code report.until.…}: upcoming, open, resting, closed
 * @param phaseText in the reader's language
 * @param untilMillis epoch milliseconds; null when nothing more will happen by itself
 * @param window in the contest's zone
 * @param units with people, by participation, the first {@link #UNITS}
 */
record FiguresView(
        long serverTimeMillis,
        String phase,
        String phaseText,
        Long untilMillis,
        String window,
        long started,
        long finished,
        long answering,
        long attempts,
        long answers,
        List<Minute> minutes,
        List<ScoreBand> scores,
        List<Unit> units) {

    /** What fits beside the histogram without small print. */
    static final int UNITS = 10;

    /** @param at as HH:mm in the contest's zone */
    record Minute(String at, long answers, long people) {}

    /** @param score as 80–90; its end belongs to the next one, except in the last */
    record ScoreBand(String score, long people) {}

    /** @param percent people ÷ headcount as text, 12.50; null when the headcount (then 0) is unknown */
    record Unit(String name, long people, long headcount, String percent) {}

    public List<Minute> minutesNewestFirst() {
        return minutes.reversed();
    }
}
