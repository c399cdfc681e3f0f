package org.leitai.attempt;

import java.time.ZonedDateTime;
import java.util.List;
import org.leitai.leaderboard.Elapsed;

/**
 * The result of one attempt 成绩, and its review once the rule sheet reveals it.
 *
 * @param number of my attempts, from 1
 * @param ending end of the text key {@code phone.attempt.…}: handed-in, time-over
 * @param score null until it may be shown; {@code scoreFrom} then says when, if that is known
 * @param standing null while it is being computed, or when there is no score to rank yet
 * @param standingApi {@code /api/c/{contest}/r/{round}/attempts/{n}}, asked while the standing is null
 * @param why how the rank came about, line by line, in the reader's language
 * @param attemptsLeft null when there is no limit
 * @param next what comes next, line by line, in the reader's language
 * @param review null until the rule sheet reveals it; {@code reviewFrom} then says when, null if never
 */
record ResultView(
        String contestPath,
        String boardPath,
        String title,
        int number,
        String ending,
        ZonedDateTime endedAt,
        Score score,
        ZonedDateTime scoreFrom,
        Standing standing,
        String standingApi,
        List<String> why,
        Integer attemptsLeft,
        List<String> next,
        List<Slot> review,
        ZonedDateTime reviewFrom) {

    /**
     * @param points and {@code maximum} as text
     * @param right questions answered fully right, out of {@code slots}
     * @param best whether this attempt is the one that counts
     */
    record Score(String points, String maximum, int right, int slots, long elapsedMillis, boolean best) {

        public String elapsed() {
            return Elapsed.text(elapsedMillis);
        }
    }

    /**
     * Where the reader stands with the best attempt.
     *
     * @param percentile people left behind, in whole percent, rounded down
     * @param unitRank null where there is none
     * @param frozen whether it is the standing at the freeze, not the present one
     */
    record Standing(long rank, long participants, int percentile, Long unitRank, boolean frozen) {}

    /**
     * One question in review.
     *
     * @param type single, multiple, true-false, fill-in
     * @param options as displayed; empty for fill-in
     * @param given for fill-in: what was written into each blank; empty when left blank
     * @param key for fill-in: what was wanted in each blank
     * @param verdict end of the text key {@code phone.verdict.…}: right, partial, wrong, blank
     * @param points and {@code maximum} as text
     * @param explanation and {@code source}: null where there is none
     */
    record Slot(
            int number,
            String type,
            String stem,
            List<Option> options,
            List<String> given,
            List<String> key,
            String verdict,
            String points,
            String maximum,
            String explanation,
            String source) {

        public boolean fillIn() {
            return type.equals("fill-in");
        }
    }

    /**
     * @param letter as displayed, "A"; for true-false T or F, which the page writes as 正确 and 错误
     * @param text empty for true-false
     * @param chosen by the reader
     * @param right belongs to the key
     */
    record Option(String letter, String text, boolean chosen, boolean right) {

        public boolean trueFalse() {
            return text.isEmpty();
        }
    }
}
