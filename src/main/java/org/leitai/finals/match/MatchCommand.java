package org.leitai.finals.match;

import java.util.List;
import java.util.Map;
import org.leitai.kernel.Points;

/** What people and the buzzer ask of a match 指令. Segments count from 0, teams and players from 1. */
public sealed interface MatchCommand {

    /** @param teams who takes part; null: by the rules, in a play-off the best teams that share a place */
    record OpenSegment(int segment, List<Integer> teams) implements MatchCommand {
        public OpenSegment(int segment) {
            this(segment, null);
        }
    }

    /**
     * @param team null: whose turn it is; needed where the order is settled on stage; where a rival answers, the rival
     * @param value needed where teams choose a risk value
     * @param itemRef of the item's version; opaque here
     * @param type code of the question's type; null: unknown
     */
    record ShowQuestion(Integer team, Points value, String itemRef, String type) implements MatchCommand {
        public ShowQuestion(Integer team, Points value, String itemRef) {
            this(team, value, itemRef, null);
        }
    }

    /** Starts the clock of the question, or from the beginning again. */
    record StartClock() implements MatchCommand {}

    /**
     * 3, 2, 1: at its end the buzz is opened by the server.
     *
     * @param despite as in {@link OpenBuzz}
     */
    record StartCountdown(String despite) implements MatchCommand {
        public StartCountdown() {
            this(null);
        }
    }

    record CancelCountdown() implements MatchCommand {}

    /**
     * Opens the buzz, or once more; the nonce of the window is {@link Question#nonce()}.
     *
     * @param despite why, although a team's link is bad; null: all links are good
     */
    record OpenBuzz(String despite) implements MatchCommand {
        public OpenBuzz() {
            this(null);
        }
    }

    /** The buzzer's winner; also how the host settles a dead heat. */
    record Award(int team, long gapNanos, boolean deadHeat) implements MatchCommand {
        public Award(int team) {
            this(team, 0, false);
        }
    }

    /** One that pressed after the winner. */
    record Follow(int team, long gapNanos, boolean deadHeat) implements MatchCommand {}

    record FalseStart(int team) implements MatchCommand {}

    /** Nobody wants the question. */
    record Lapse() implements MatchCommand {}

    /**
     * The answer of a team, or another in its place.
     *
     * @param ref of the message that brought it; the same again is the same answer. Null: none
     */
    record SubmitAnswer(int team, String text, String ref) implements MatchCommand {
        public SubmitAnswer(int team, String text) {
            this(team, text, null);
        }
    }

    /** The risk value that the team on turn wants; the host shows the question for it, or for another. */
    record ChooseValue(int team, Points value) implements MatchCommand {}

    /** Rules on every team that was not yet, where all answer together. */
    record RuleTogether(Map<Integer, Verdict> verdicts) implements MatchCommand {}

    /**
     * @param override null: by the rules; a judged turn: the judges' points. Wants a reason, but for a partial answer
     * @param player who answered alone; null: the one on turn, if any
     */
    record Rule(int team, Verdict verdict, Points override, String reason, Integer player) implements MatchCommand {
        public Rule(int team, Verdict verdict, Points override, String reason) {
            this(team, verdict, override, reason, null);
        }

        public Rule(int team, Verdict verdict) {
            this(team, verdict, null, null, null);
        }
    }

    /** @param parts by the names of the panel's parts; where it has none, under the empty name */
    record JudgeScore(String judge, int team, Map<String, Points> parts) implements MatchCommand {}

    record RevealAnswer() implements MatchCommand {}

    record NextQuestion() implements MatchCommand {}

    /** The turn is declined, or over before its last question. */
    record EndTurn(String reason) implements MatchCommand {}

    record UseLifeline(int team, String lifeline) implements MatchCommand {}

    record Adjust(int team, Points delta, String reason) implements MatchCommand {}

    /** @param segment -1: before the first */
    record EnterPaper(
            long entry,
            int team,
            int segment,
            Integer question,
            Points points,
            String reason,
            String enteredBy,
            String confirmedBy)
            implements MatchCommand {}

    record Pause(String reason) implements MatchCommand {}

    record Resume() implements MatchCommand {}

    /** @param replaced whether another question takes its place */
    record VoidQuestion(String reason, boolean replaced) implements MatchCommand {
        public VoidQuestion(String reason) {
            this(reason, true);
        }
    }

    record SubstitutePlayer(int team, int player, String name, String reason) implements MatchCommand {}

    /** About the question that was shown last. */
    record RaiseProtest(int team, String reason) implements MatchCommand {}

    /**
     * @param protest version of the event that raised it
     * @param points what changes by it, by team; none when it is rejected
     */
    record SettleProtest(long protest, ProtestOutcome outcome, Map<Integer, Points> points, String reason)
            implements MatchCommand {}

    /** @param who username of the host who runs the match from now on */
    record TakeLead(String who) implements MatchCommand {}

    /** @param millis how long it is meant to last, such as a break; null: until the next */
    record ShowScene(Scene scene, Long millis) implements MatchCommand {
        public ShowScene(Scene scene) {
            this(scene, null);
        }
    }

    record Freeze() implements MatchCommand {}

    record Thaw() implements MatchCommand {}

    /** 揭榜: the next place from the last one up. */
    record RevealStep() implements MatchCommand {}

    /** @param toVersion everything after it is undone; null: the last step */
    record Undo(Long toVersion, String reason) implements MatchCommand {}

    record Redo(String reason) implements MatchCommand {}

    record Finish() implements MatchCommand {}

    /** Two keys have opened the sealed questions. */
    record OpenPack(String hash, List<String> by) implements MatchCommand {}
}
