package org.leitai.finals;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Verdict;
import org.leitai.kernel.Points;

/**
 * A command as the host's console sends it 指令.
 *
 * @param act what to do: {@code next} for the one large button, or a command by name
 * @param team number of its seat, 1…n; null: whoever is meant by the state
 * @param verdict {@code right}, {@code partial}, {@code wrong}, {@code timeout} or {@code foul}
 * @param points such as "10" or "-2.5"
 * @param value the risk value that a team chose
 * @param scene as {@link Scene} is written, in small letters
 * @param segment from 0
 * @param parts points by part, for a judge's score
 */
record CommandBody(
        String act,
        Integer team,
        String verdict,
        String points,
        String reason,
        String value,
        String scene,
        Integer segment,
        String lifeline,
        Map<String, String> parts) {

    private static final int LONGEST_REASON = 200;

    /** @return empty when the command cannot be read, or means nothing in this state */
    Optional<MatchCommand> on(MatchState state, String nextItem, String nextType, String author) {
        try {
            return Optional.ofNullable(act).map(name -> command(name, state, nextItem, nextType, author));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    private MatchCommand command(String name, MatchState state, String nextItem, String nextType, String author) {
        return switch (name) {
            case "next" -> next(state, nextItem, nextType);
            case "open-segment" -> new MatchCommand.OpenSegment(segment == null ? state.segmentIndex() + 1 : segment);
            case "show-question" -> new MatchCommand.ShowQuestion(team, points(value), nextItem, nextType);
            case "start-clock" -> new MatchCommand.StartClock();
            case "open-buzz" -> new MatchCommand.OpenBuzz(why());
            case "award" -> team == null ? null : new MatchCommand.Award(team);
            case "lapse" -> new MatchCommand.Lapse();
            case "rule" -> rule(state);
            case "judge-score" -> team == null || parts == null ? null : judgeScore(author);
            case "reveal-answer" -> new MatchCommand.RevealAnswer();
            case "next-question" -> new MatchCommand.NextQuestion();
            case "end-turn" -> new MatchCommand.EndTurn(why());
            case "use-lifeline" ->
                team == null || lifeline == null ? null : new MatchCommand.UseLifeline(team, lifeline);
            case "adjust" ->
                team == null || points == null ? null : new MatchCommand.Adjust(team, points(points), why());
            case "pause" -> new MatchCommand.Pause(why() == null ? "-" : why());
            case "resume" -> new MatchCommand.Resume();
            case "void-question" -> new MatchCommand.VoidQuestion(why());
            case "scene" -> scene == null ? null : new MatchCommand.ShowScene(wantedScene());
            case "freeze" -> new MatchCommand.Freeze();
            case "thaw" -> new MatchCommand.Thaw();
            case "reveal-step" -> new MatchCommand.RevealStep();
            case "undo" -> new MatchCommand.Undo(null, why());
            case "redo" -> new MatchCommand.Redo(why());
            case "finish" -> new MatchCommand.Finish();
            default -> null;
        };
    }

    private MatchCommand next(MatchState state, String nextItem, String nextType) {
        return switch (state.nextAction()) {
            case OPEN_SEGMENT -> new MatchCommand.OpenSegment(state.segmentIndex() + 1);
            case SHOW_QUESTION -> new MatchCommand.ShowQuestion(team, points(value), nextItem, nextType);
            case START_CLOCK -> new MatchCommand.StartClock();
            case OPEN_BUZZ -> new MatchCommand.OpenBuzz(why());
            case WAIT_FOR_BUZZ -> new MatchCommand.Lapse();
            case REVEAL_ANSWER -> new MatchCommand.RevealAnswer();
            case NEXT_QUESTION -> new MatchCommand.NextQuestion();
            case RESUME -> new MatchCommand.Resume();
            case REVEAL_STEP -> new MatchCommand.RevealStep();
            case FINISH -> new MatchCommand.Finish();
            case RULE, JUDGE, NONE -> null;
        };
    }

    /** Who is ruled on: the one named, or the one who has the word. */
    private MatchCommand rule(MatchState state) {
        Integer ruled = team != null
                ? team
                : state.question() == null || state.phase() == Phase.IDLE
                        ? null
                        : state.question().team();
        return ruled == null || verdict == null
                ? null
                : new MatchCommand.Rule(
                        ruled, Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)), points(points), why());
    }

    private MatchCommand judgeScore(String author) {
        var given = new java.util.TreeMap<String, Points>();
        parts.forEach((part, typed) -> given.put(part, Points.parse(typed)));
        return new MatchCommand.JudgeScore(author, team, given);
    }

    private Scene wantedScene() {
        return Scene.valueOf(scene.toUpperCase(Locale.ROOT));
    }

    private String why() {
        String stripped = reason == null ? "" : reason.strip();
        if (stripped.length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a reason is too long");
        }
        return stripped.isEmpty() ? null : stripped;
    }

    private static Points points(String typed) {
        return typed == null || typed.isBlank() ? null : Points.parse(typed.strip());
    }
}
