package org.leitai.finals.console;

import java.util.Locale;
import org.leitai.finals.console.StepResource.Step;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.Stamped;
import org.leitai.kernel.Points;

/** An event as a line of a list. Pure. */
final class Steps {

    private Steps() {}

    /** What an event says besides its code. */
    private record Said(Integer team, String what, Points points, String reason) {

        static final Said NOTHING = new Said(null, null, null, null);

        static Said of(int team) {
            return new Said(team, null, null, null);
        }
    }

    static Step of(Stamped stamped) {
        Said said = said(stamped.event());
        return new Step(
                stamped.version(),
                stamped.at().toEpochMilli(),
                stamped.author(),
                MatchEventFormat.code(stamped.event()),
                said.team() == null ? null : said.team() - 1,
                said.what(),
                said.points() == null || said.points().equals(Points.ZERO) ? null : signed(said.points()),
                said.reason());
    }

    private static Said said(MatchEvent event) {
        return switch (event) {
            case MatchEvent.SegmentOpened opened -> new Said(null, String.valueOf(opened.segment() + 1), null, null);
            case MatchEvent.QuestionShown shown -> new Said(shown.team(), String.valueOf(shown.number()), null, null);
            case MatchEvent.Awarded awarded -> Said.of(awarded.team());
            case MatchEvent.Followed followed -> Said.of(followed.team());
            case MatchEvent.FalseStarted foul -> new Said(foul.team(), null, foul.points(), null);
            case MatchEvent.AnswerSubmitted answer -> Said.of(answer.team());
            case MatchEvent.ValueChosen chosen ->
                new Said(chosen.team(), chosen.value().toString(), null, null);
            case MatchEvent.Ruled ruled ->
                new Said(ruled.team(), code(ruled.verdict()), ruled.points().plus(ruled.playOff()), ruled.reason());
            case MatchEvent.JudgeScored scored -> new Said(scored.team(), scored.judge(), null, null);
            case MatchEvent.TurnEnded ended -> new Said(null, null, null, ended.reason());
            case MatchEvent.LifelineUsed used -> new Said(used.team(), used.lifeline(), null, null);
            case MatchEvent.ScoreAdjusted adjusted ->
                new Said(adjusted.team(), null, adjusted.points(), adjusted.reason());
            case MatchEvent.PaperScored paper ->
                new Said(paper.team(), null, paper.points().plus(paper.playOff()), paper.reason());
            case MatchEvent.Paused paused -> new Said(null, null, null, paused.reason());
            case MatchEvent.QuestionVoided voided -> new Said(null, null, null, voided.reason());
            case MatchEvent.PlayerSubstituted change -> new Said(change.team(), change.name(), null, change.reason());
            case MatchEvent.ProtestRaised raised -> new Said(raised.team(), null, null, raised.reason());
            case MatchEvent.ProtestSettled settled -> new Said(null, code(settled.outcome()), null, settled.reason());
            case MatchEvent.LeadTaken taken -> new Said(null, taken.who(), null, null);
            case MatchEvent.SceneChanged changed -> new Said(null, code(changed.scene()), null, null);
            case MatchEvent.Undone undone -> new Said(null, null, null, undone.reason());
            case MatchEvent.Redone redone -> new Said(null, null, null, redone.reason());
            case MatchEvent.ClockStarted started -> Said.NOTHING;
            case MatchEvent.CountdownStarted started -> new Said(null, null, null, started.despite());
            case MatchEvent.CountdownCancelled cancelled -> Said.NOTHING;
            case MatchEvent.BuzzOpened opened -> new Said(null, null, null, opened.despite());
            case MatchEvent.QuestionLapsed lapsed -> Said.NOTHING;
            case MatchEvent.AnswerRevealed revealed -> Said.NOTHING;
            case MatchEvent.QuestionClosed closed -> Said.NOTHING;
            case MatchEvent.Resumed resumed -> Said.NOTHING;
            case MatchEvent.Frozen frozen -> Said.NOTHING;
            case MatchEvent.Thawed thawed -> Said.NOTHING;
            case MatchEvent.PlaceRevealed place -> new Said(null, String.valueOf(place.rank()), null, null);
            case MatchEvent.Finished finished -> Said.NOTHING;
            case MatchEvent.PackOpened opened -> Said.NOTHING;
        };
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String signed(Points points) {
        return points.compareTo(Points.ZERO) > 0 ? "+" + points : points.toString();
    }
}
