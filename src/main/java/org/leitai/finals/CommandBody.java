package org.leitai.finals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.ProtestOutcome;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Verdict;
import org.leitai.kernel.Points;

/**
 * A command as a console sends it 指令: {@code {"act":"rule","team":3,"verdict":"right"}}. Teams are numbers of seats from 1, segments count
 * from 0, points are written as people write them. A component that may be left out says so; what it means then is decided from
 * the state.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
    @Type(name = "next", value = CommandBody.Next.class),
    @Type(name = "open-segment", value = CommandBody.OpenSegment.class),
    @Type(name = "show-question", value = CommandBody.ShowQuestion.class),
    @Type(name = "start-clock", value = CommandBody.StartClock.class),
    @Type(name = "start-countdown", value = CommandBody.StartCountdown.class),
    @Type(name = "cancel-countdown", value = CommandBody.CancelCountdown.class),
    @Type(name = "open-buzz", value = CommandBody.OpenBuzz.class),
    @Type(name = "award", value = CommandBody.Award.class),
    @Type(name = "lapse", value = CommandBody.Lapse.class),
    @Type(name = "rule", value = CommandBody.Rule.class),
    @Type(name = "rule-by-key", value = CommandBody.RuleByKey.class),
    @Type(name = "judge-score", value = CommandBody.JudgeScore.class),
    @Type(name = "reveal-answer", value = CommandBody.RevealAnswer.class),
    @Type(name = "next-question", value = CommandBody.NextQuestion.class),
    @Type(name = "end-turn", value = CommandBody.EndTurn.class),
    @Type(name = "use-lifeline", value = CommandBody.UseLifeline.class),
    @Type(name = "adjust", value = CommandBody.Adjust.class),
    @Type(name = "pause", value = CommandBody.Pause.class),
    @Type(name = "resume", value = CommandBody.Resume.class),
    @Type(name = "void-question", value = CommandBody.VoidQuestion.class),
    @Type(name = "substitute", value = CommandBody.Substitute.class),
    @Type(name = "raise-protest", value = CommandBody.RaiseProtest.class),
    @Type(name = "settle-protest", value = CommandBody.SettleProtest.class),
    @Type(name = "take-lead", value = CommandBody.TakeLead.class),
    @Type(name = "scene", value = CommandBody.ShowScene.class),
    @Type(name = "freeze", value = CommandBody.Freeze.class),
    @Type(name = "thaw", value = CommandBody.Thaw.class),
    @Type(name = "reveal-step", value = CommandBody.RevealStep.class),
    @Type(name = "undo", value = CommandBody.Undo.class),
    @Type(name = "redo", value = CommandBody.Redo.class),
    @Type(name = "finish", value = CommandBody.Finish.class)
})
sealed interface CommandBody {

    /**
     * What a command is read against.
     *
     * @param nextItem the next question that nobody has seen
     * @param nextType code of its type; may be null
     * @param author username of who asks
     * @param proposals what the key says of the present question's answers, by team
     */
    record Context(
            MatchState state, String nextItem, String nextType, String author, Map<Integer, Verdict> proposals) {}

    /**
     * @return null when it means nothing in this state
     * @throws IllegalArgumentException when something in it cannot be read
     * @throws Typed.BadPoints when it is the points
     */
    MatchCommand in(Context context);

    /** Whether only the host who leads may ask for it, once one does. */
    default boolean needsLead() {
        return true;
    }

    /** Whether it is meant for the state that the console saw, and for no other. */
    default boolean needsVersion() {
        return true;
    }

    /** The one large button. Team and value only where it shows a question that needs them; the reason as in {@link OpenBuzz}. */
    record Next(Integer team, String value, String reason) implements CommandBody {
        Next(Integer team, String value) {
            this(team, value, null);
        }

        @Override
        public MatchCommand in(Context context) {
            MatchState state = context.state();
            return switch (state.nextAction()) {
                case OPEN_SEGMENT -> new MatchCommand.OpenSegment(state.segmentIndex() + 1);
                case SHOW_QUESTION -> new ShowQuestion(team, value).in(context);
                case START_CLOCK -> new MatchCommand.StartClock();
                case COUNT_DOWN -> new MatchCommand.StartCountdown(Typed.reason(reason));
                case OPEN_BUZZ -> new MatchCommand.OpenBuzz(Typed.reason(reason));
                case WAIT_FOR_BUZZ -> new MatchCommand.Lapse();
                case REVEAL_ANSWER -> new MatchCommand.RevealAnswer();
                case NEXT_QUESTION -> new MatchCommand.NextQuestion();
                case RESUME -> new MatchCommand.Resume();
                case REVEAL_STEP -> new MatchCommand.RevealStep();
                case FINISH -> new MatchCommand.Finish();
                case COUNTING, RULE, JUDGE, NONE -> null;
            };
        }
    }

    /**
     * @param segment null: the next
     * @param teams who takes part; null: by the rules
     */
    record OpenSegment(Integer segment, List<Integer> teams) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            int wanted = segment == null ? context.state().segmentIndex() + 1 : segment;
            return new MatchCommand.OpenSegment(wanted, teams);
        }
    }

    /**
     * @param team null: whose turn it is
     * @param value the risk value that a team chose; null: none
     */
    record ShowQuestion(Integer team, String value) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.ShowQuestion(team, Typed.points(value), context.nextItem(), context.nextType());
        }
    }

    record StartClock() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.StartClock();
        }
    }

    /** @param reason as in {@link OpenBuzz} */
    record StartCountdown(String reason) implements CommandBody {
        StartCountdown() {
            this(null);
        }

        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.StartCountdown(Typed.reason(reason));
        }
    }

    record CancelCountdown() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.CancelCountdown();
        }
    }

    /** @param reason why, although a team's link is bad; null: all links are good */
    record OpenBuzz(String reason) implements CommandBody {
        OpenBuzz() {
            this(null);
        }

        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.OpenBuzz(Typed.reason(reason));
        }
    }

    record Award(Integer team) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return team == null ? null : new MatchCommand.Award(team);
        }
    }

    record Lapse() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Lapse();
        }
    }

    /**
     * @param team null: the one who has the word
     * @param verdict {@code right}, {@code partial}, {@code wrong}, {@code timeout} or {@code foul}
     * @param points other than the rules say; null: by the rules
     * @param player who answered; null: the one on turn, if any
     */
    record Rule(Integer team, String verdict, String points, String reason, Integer player) implements CommandBody {
        Rule(Integer team, String verdict) {
            this(team, verdict, null, null, null);
        }

        @Override
        public MatchCommand in(Context context) {
            MatchState state = context.state();
            boolean asked = state.question() != null && state.phase() != Phase.IDLE;
            Integer ruled = team != null ? team : asked ? state.question().team() : null;
            return ruled == null || verdict == null
                    ? null
                    : new MatchCommand.Rule(
                            ruled,
                            Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)),
                            Typed.points(points),
                            Typed.reason(reason),
                            player);
        }

        @Override
        public boolean needsLead() {
            return false;
        }
    }

    /** Rules on all who were not yet, as the key proposes. */
    record RuleByKey() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return context.state().question() == null ? null : new MatchCommand.RuleTogether(context.proposals());
        }

        @Override
        public boolean needsLead() {
            return false;
        }
    }

    /**
     * Judges hand in at the same time, so each names the question and not the version.
     *
     * @param question version of the event that showed it
     * @param parts points by part
     */
    record JudgeScore(Integer team, Long question, Map<String, String> parts) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            boolean present = context.state().desk().asked() != null
                    && question != null
                    && context.state().desk().asked().version() == question;
            if (!present || team == null || parts == null) {
                return null;
            }
            var given = new TreeMap<String, Points>();
            parts.forEach((part, typed) -> given.put(part, Typed.points(typed)));
            return new MatchCommand.JudgeScore(context.author(), team, given);
        }

        @Override
        public boolean needsLead() {
            return false;
        }

        @Override
        public boolean needsVersion() {
            return false;
        }
    }

    record RevealAnswer() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.RevealAnswer();
        }
    }

    record NextQuestion() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.NextQuestion();
        }
    }

    record EndTurn(String reason) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.EndTurn(Typed.reason(reason));
        }
    }

    record UseLifeline(Integer team, String lifeline) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return team == null || lifeline == null ? null : new MatchCommand.UseLifeline(team, lifeline);
        }
    }

    record Adjust(Integer team, String points, String reason) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            Points change = Typed.points(points);
            return team == null || change == null ? null : new MatchCommand.Adjust(team, change, Typed.reason(reason));
        }

        @Override
        public boolean needsLead() {
            return false;
        }
    }

    record Pause(String reason) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Pause(Typed.reason(reason));
        }
    }

    record Resume() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Resume();
        }
    }

    /** @param replaced whether another question takes its place; null: yes */
    record VoidQuestion(String reason, Boolean replaced) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.VoidQuestion(Typed.reason(reason), replaced == null || replaced);
        }
    }

    record Substitute(Integer team, Integer player, String name, String reason) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return team == null || player == null
                    ? null
                    : new MatchCommand.SubstitutePlayer(team, player, Typed.name(name), Typed.reason(reason));
        }
    }

    record RaiseProtest(Integer team, String reason) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return team == null ? null : new MatchCommand.RaiseProtest(team, Typed.reason(reason));
        }

        @Override
        public boolean needsLead() {
            return false;
        }
    }

    /**
     * @param outcome {@code upheld} or {@code rejected}
     * @param points by team; null or blank: unchanged
     */
    record SettleProtest(Long protest, String outcome, Map<Integer, String> points, String reason)
            implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            if (protest == null || outcome == null) {
                return null;
            }
            var changes = new TreeMap<Integer, Points>();
            (points == null ? Map.<Integer, String>of() : points).forEach((team, typed) -> {
                Points change = Typed.points(typed);
                if (change != null && !change.equals(Points.ZERO)) {
                    changes.put(team, change);
                }
            });
            return new MatchCommand.SettleProtest(
                    protest, ProtestOutcome.valueOf(outcome.toUpperCase(Locale.ROOT)), changes, Typed.reason(reason));
        }

        @Override
        public boolean needsLead() {
            return false;
        }
    }

    record TakeLead() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.TakeLead(context.author());
        }

        @Override
        public boolean needsLead() {
            return false;
        }
    }

    /**
     * @param scene as {@link Scene} is written, in small letters
     * @param minutes how long it is meant to last, such as a break; null: not said
     */
    record ShowScene(String scene, Integer minutes) implements CommandBody {
        ShowScene(String scene) {
            this(scene, null);
        }

        @Override
        public MatchCommand in(Context context) {
            Long millis = minutes == null ? null : TimeUnit.MINUTES.toMillis(minutes);
            return scene == null
                    ? null
                    : new MatchCommand.ShowScene(Scene.valueOf(scene.toUpperCase(Locale.ROOT)), millis);
        }
    }

    record Freeze() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Freeze();
        }
    }

    record Thaw() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Thaw();
        }
    }

    record RevealStep() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.RevealStep();
        }
    }

    /** @param to the version to go back to; null: before the last step */
    record Undo(Long to, String reason) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Undo(to, Typed.reason(reason));
        }
    }

    record Redo(String reason) implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Redo(Typed.reason(reason));
        }
    }

    record Finish() implements CommandBody {
        @Override
        public MatchCommand in(Context context) {
            return new MatchCommand.Finish();
        }
    }
}
