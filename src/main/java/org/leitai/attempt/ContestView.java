package org.leitai.attempt;

import java.time.ZonedDateTime;
import java.util.List;
import org.leitai.leaderboard.Elapsed;

/**
 * What a worker sees of a contest 竞赛页 before and between attempts.
 *
 * @param path {@code /c/{contest}}
 * @param phase end of the text key {@code phone.phase.…}: upcoming, open, paused, closed, final
 * @param opens in the contest's zone
 * @param nowMillis the server's time of this rendering
 * @param countdown null when there is nothing to wait for
 * @param rules the rule sheet in plain lines, in the reader's language
 * @param action the one thing that the reader can do now
 * @param mine null when nobody is signed in
 * @param participants people who have started at least once
 * @param attempts the reader's own, newest first
 * @param notice a text for the reader, such as the reason of a refusal; null for none
 */
record ContestView(
        String path,
        String title,
        String organizer,
        String phase,
        ZonedDateTime opens,
        ZonedDateTime closes,
        long nowMillis,
        Countdown countdown,
        List<String> rules,
        Action action,
        Mine mine,
        long participants,
        List<Attempt> attempts,
        String boardPath,
        String notice) {

    /** @param to end of the text key {@code phone.countdown.…}: opens, closes, again (next attempt allowed), attempt (my clock) */
    record Countdown(String to, long untilMillis) {}

    /**
     * @param label end of the text key {@code phone.action.…}: register, start, again, continue, upcoming, tomorrow, used-up,
     *     not-eligible, paused, closed
     * @param path where it leads; null when it only says why there is nothing to do
     * @param post whether it changes something (a form) or only leads there (a link)
     */
    record Action(String label, String path, boolean post) {}

    /**
     * Null where it is not known or does not apply.
     *
     * @param bestScore points as text
     * @param attemptsLeft null when there is no limit
     */
    record Mine(String bestScore, Long bestElapsedMillis, Long rank, Long unitRank, Integer attemptsLeft) {

        public String bestElapsed() {
            return Elapsed.text(bestElapsedMillis);
        }
    }

    /**
     * @param number from 1
     * @param path {@code /c/{contest}/r/{round}/attempts/{n}}, or the answering page while it is open
     * @param state end of the text key {@code phone.attempt.…}: open, marking, handed-in, time-over
     * @param score points as text; null until it may be shown
     */
    record Attempt(
            int number,
            String path,
            ZonedDateTime startedAt,
            String state,
            String score,
            Long elapsedMillis,
            boolean best) {

        public String elapsed() {
            return Elapsed.text(elapsedMillis);
        }
    }

    public boolean open() {
        return phase.equals("open");
    }
}
