package org.leitai.finals.match;

import java.util.List;
import java.util.Map;
import org.leitai.finals.rules.Figures;
import org.leitai.kernel.Points;

/**
 * What happened 比赛事件. Points stand as they were resolved, the floor applied; nothing is looked up in the rules to add them.
 * The codes in the log stand in {@link MatchEventFormat}.
 */
public sealed interface MatchEvent {

    /** Whether it is no step of its own to undo: it came from a seat or a judge, not from the host or as the winner of a buzz. */
    default boolean fromSeat() {
        return false;
    }

    /** @param entrants who takes part */
    record SegmentOpened(int segment, List<Integer> entrants) implements MatchEvent {}

    /**
     * @param team who is to answer; null: open to all
     * @param asker who named the team; null: nobody
     * @param player who is to answer alone; null: any
     * @param pass from 1
     * @param order of the teams in this pass; empty where there are no turns
     * @param turn index into the order
     * @param questionInTurn from 1
     * @param number in the segment, from 1
     * @param value the chosen risk value, or null
     * @param thinkSeconds null: no clock
     */
    record QuestionShown(
            String itemRef,
            String type,
            Integer team,
            Integer asker,
            Integer player,
            int pass,
            List<Integer> order,
            int turn,
            int questionInTurn,
            int number,
            Points value,
            Figures points,
            Integer thinkSeconds)
            implements MatchEvent {}

    record ClockStarted(ClockKind kind, long millis) implements MatchEvent {}

    /**
     * The buzz opens by itself so many milliseconds later.
     *
     * @param despite as in {@link BuzzOpened}
     */
    record CountdownStarted(long millis, String despite) implements MatchEvent {
        public CountdownStarted(long millis) {
            this(millis, null);
        }
    }

    record CountdownCancelled() implements MatchEvent {}

    /**
     * @param nobodyMillis null: it stays open
     * @param despite why, although a team's link was bad; null: nothing was wrong
     */
    record BuzzOpened(Long nobodyMillis, String despite) implements MatchEvent {
        public BuzzOpened(Long nobodyMillis) {
            this(nobodyMillis, null);
        }
    }

    /** @param clock null: no clock starts */
    record Awarded(int team, long gapNanos, boolean deadHeat, ClockKind clock, long millis) implements MatchEvent {}

    record Followed(int team, long gapNanos, boolean deadHeat) implements MatchEvent {
        @Override
        public boolean fromSeat() {
            return true;
        }
    }

    record FalseStarted(int team, Points points, Points playOff, FoulEffect effect) implements MatchEvent {
        @Override
        public boolean fromSeat() {
            return true;
        }
    }

    /** @param counted whether it is one of the questions of the segment */
    record QuestionLapsed(boolean counted) implements MatchEvent {}

    /**
     * @param text letters of options in the order they were put, or the texts of the blanks with a line feed between them, or one text
     * @param ref of the message that brought it; null: none
     */
    record AnswerSubmitted(int team, String text, String ref) implements MatchEvent {
        public AnswerSubmitted(int team, String text) {
            this(team, text, null);
        }

        @Override
        public boolean fromSeat() {
            return true;
        }
    }

    /**
     * @param points what the score changes by
     * @param playOff what the play-off points change by
     * @param personal what the player's own points change by
     * @param answerMillis from the start of the clock to the answer; 0 without a clock
     * @param passedTo the team that has the word now, or null
     * @param locks whether the team may not try this question again
     * @param out whether the team is out for the rest of the segment
     */
    record Ruled(
            int team,
            Integer player,
            Verdict verdict,
            Points points,
            Points playOff,
            Points personal,
            long answerMillis,
            boolean overridden,
            String reason,
            AfterRuling next,
            Integer passedTo,
            boolean locks,
            boolean out)
            implements MatchEvent {}

    /** What the team on turn wants; the question is not out yet. */
    record ValueChosen(int team, Points value) implements MatchEvent {
        @Override
        public boolean fromSeat() {
            return true;
        }
    }

    record JudgeScored(String judge, int team, Map<String, Points> parts) implements MatchEvent {
        @Override
        public boolean fromSeat() {
            return true;
        }
    }

    record AnswerRevealed() implements MatchEvent {}

    record QuestionClosed() implements MatchEvent {}

    record TurnEnded(int pass, List<Integer> order, int turn, String reason) implements MatchEvent {}

    /** @param millis of the help; 0: no clock of its own */
    record LifelineUsed(int team, String lifeline, long millis, boolean restartsClock) implements MatchEvent {}

    record ScoreAdjusted(int team, Points points, String reason) implements MatchEvent {}

    /**
     * Points that were kept on paper while the machine was down; two persons stand for them.
     *
     * @param entry its number among what was typed in from paper
     * @param segment that they count for; -1: before the first
     * @param question null: not for one question
     * @param playOff what the play-off points change by
     */
    record PaperScored(
            long entry,
            int team,
            int segment,
            Integer question,
            Points points,
            Points playOff,
            String reason,
            String enteredBy,
            String confirmedBy)
            implements MatchEvent {}

    record Paused(String reason) implements MatchEvent {}

    record Resumed() implements MatchEvent {}

    /** Everything that the question gave or took, personal points included, is taken back by the fold. */
    record QuestionVoided(String reason, boolean replaced, Map<Integer, Points> takenBack) implements MatchEvent {}

    record PlayerSubstituted(int team, int player, String name, String reason) implements MatchEvent {}

    /**
     * @param question version of the {@link QuestionShown} that it is about
     * @param segment index
     * @param number of the question in the segment
     */
    record ProtestRaised(int team, long question, String itemRef, int segment, int number, String reason)
            implements MatchEvent {}

    /**
     * @param protest version of the {@link ProtestRaised}
     * @param points what the scores change by, by team; they count for the segment of the question
     */
    record ProtestSettled(long protest, ProtestOutcome outcome, Map<Integer, Points> points, String reason)
            implements MatchEvent {}

    /** @param who username; an undo does not give the lead back */
    record LeadTaken(String who) implements MatchEvent {
        @Override
        public boolean fromSeat() {
            return true;
        }
    }

    /** @param millis how long it is meant to last; null, and in logs of old left out: until the next */
    record SceneChanged(Scene scene, Long millis) implements MatchEvent {}

    record Frozen() implements MatchEvent {}

    record Thawed() implements MatchEvent {}

    record PlaceRevealed(int rank, List<Integer> teams) implements MatchEvent {}

    /** Takes away what happened after a version. */
    record Undone(long toVersion, String reason) implements MatchEvent {}

    /** Brings back what the last undo took away. */
    record Redone(String reason) implements MatchEvent {}

    record Finished() implements MatchEvent {}

    /**
     * The sealed questions can be read from here on. No step of the host's, so an undo passes over it.
     *
     * @param hash of the pack, as it was published; hexadecimal digits
     * @param by who entered the keys
     */
    record PackOpened(String hash, List<String> by) implements MatchEvent {
        @Override
        public boolean fromSeat() {
            return true;
        }
    }
}
