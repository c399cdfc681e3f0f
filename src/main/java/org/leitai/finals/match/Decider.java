package org.leitai.finals.match;

import java.time.Instant;
import java.util.List;
import org.leitai.finals.match.MatchCommand.Adjust;
import org.leitai.finals.match.MatchCommand.Award;
import org.leitai.finals.match.MatchCommand.CancelCountdown;
import org.leitai.finals.match.MatchCommand.ChooseValue;
import org.leitai.finals.match.MatchCommand.EndTurn;
import org.leitai.finals.match.MatchCommand.EnterPaper;
import org.leitai.finals.match.MatchCommand.FalseStart;
import org.leitai.finals.match.MatchCommand.Finish;
import org.leitai.finals.match.MatchCommand.Follow;
import org.leitai.finals.match.MatchCommand.Freeze;
import org.leitai.finals.match.MatchCommand.JudgeScore;
import org.leitai.finals.match.MatchCommand.Lapse;
import org.leitai.finals.match.MatchCommand.NextQuestion;
import org.leitai.finals.match.MatchCommand.OpenBuzz;
import org.leitai.finals.match.MatchCommand.OpenSegment;
import org.leitai.finals.match.MatchCommand.Pause;
import org.leitai.finals.match.MatchCommand.RaiseProtest;
import org.leitai.finals.match.MatchCommand.Redo;
import org.leitai.finals.match.MatchCommand.Resume;
import org.leitai.finals.match.MatchCommand.RevealAnswer;
import org.leitai.finals.match.MatchCommand.RevealStep;
import org.leitai.finals.match.MatchCommand.Rule;
import org.leitai.finals.match.MatchCommand.RuleTogether;
import org.leitai.finals.match.MatchCommand.SettleProtest;
import org.leitai.finals.match.MatchCommand.ShowQuestion;
import org.leitai.finals.match.MatchCommand.ShowScene;
import org.leitai.finals.match.MatchCommand.StartClock;
import org.leitai.finals.match.MatchCommand.StartCountdown;
import org.leitai.finals.match.MatchCommand.SubmitAnswer;
import org.leitai.finals.match.MatchCommand.SubstitutePlayer;
import org.leitai.finals.match.MatchCommand.TakeLead;
import org.leitai.finals.match.MatchCommand.Thaw;
import org.leitai.finals.match.MatchCommand.Undo;
import org.leitai.finals.match.MatchCommand.UseLifeline;
import org.leitai.finals.match.MatchCommand.VoidQuestion;

/** Whether a command is possible at all just now, and who decides it. Pure. */
final class Decider {

    private Decider() {}

    static Decision decide(MatchState state, MatchCommand command, Instant now) {
        if (state.phase() == Phase.FINISHED && !afterTheEnd(command)) {
            return Decision.refused(MatchRefusal.FINISHED);
        }
        if (state.paused() && !duringPause(command)) {
            return Decision.refused(MatchRefusal.PAUSED);
        }
        if (!teamsKnown(state, command)) {
            return Decision.refused(MatchRefusal.UNKNOWN_TEAM);
        }
        return switch (command) {
            case OpenSegment open -> QuestionDecisions.open(state, open);
            case ShowQuestion show -> QuestionDecisions.show(state, show);
            case StartClock start -> QuestionDecisions.startClock(state);
            case RevealAnswer reveal -> QuestionDecisions.reveal(state);
            case NextQuestion next -> QuestionDecisions.next(state);
            case EndTurn end -> QuestionDecisions.endTurn(state, end);
            case VoidQuestion voided -> QuestionDecisions.voided(state, voided);
            case UseLifeline use -> QuestionDecisions.lifeline(state, use);
            case StartCountdown start -> BuzzDecisions.countDown(state, start);
            case CancelCountdown cancel -> BuzzDecisions.cancelCountdown(state);
            case OpenBuzz open -> BuzzDecisions.open(state, open, now);
            case Award award -> BuzzDecisions.award(state, award);
            case Follow follow -> BuzzDecisions.follow(state, follow);
            case FalseStart foul -> BuzzDecisions.falseStart(state, foul);
            case Lapse lapse -> BuzzDecisions.lapse(state);
            case SubmitAnswer answer -> RulingDecisions.submit(state, answer, now);
            case ChooseValue choose -> QuestionDecisions.choose(state, choose);
            case RuleTogether all -> RulingDecisions.together(state, all, now);
            case Rule rule -> RulingDecisions.rule(state, rule, now);
            case JudgeScore score -> RulingDecisions.judge(state, score);
            case Adjust adjust -> StageDecisions.adjust(state, adjust);
            case EnterPaper paper -> StageDecisions.paper(state, paper);
            case Pause pause -> StageDecisions.pause(state, pause);
            case Resume resume -> StageDecisions.resume(state);
            case SubstitutePlayer change -> StageDecisions.substitute(state, change);
            case RaiseProtest raise -> ProtestDecisions.raise(state, raise);
            case SettleProtest settle -> ProtestDecisions.settle(state, settle);
            case TakeLead take -> StageDecisions.takeLead(state, take);
            case ShowScene show -> StageDecisions.scene(show);
            case Freeze freeze -> StageDecisions.freeze(state);
            case Thaw thaw -> StageDecisions.thaw(state);
            case RevealStep step -> StageDecisions.revealPlace(state);
            case Undo undo -> StageDecisions.undo(state, undo);
            case Redo redo -> StageDecisions.redo(state, redo);
            case Finish finish -> StageDecisions.finish(state);
            case MatchCommand.OpenPack open -> Decision.accepted(new MatchEvent.PackOpened(open.hash(), open.by()));
        };
    }

    private static boolean afterTheEnd(MatchCommand command) {
        return command instanceof Undo
                || command instanceof Redo
                || command instanceof ShowScene
                || command instanceof TakeLead
                || command instanceof Freeze
                || command instanceof Thaw
                || command instanceof RevealStep;
    }

    private static boolean duringPause(MatchCommand command) {
        return afterTheEnd(command)
                || command instanceof Resume
                || command instanceof Adjust
                || command instanceof EnterPaper
                || command instanceof VoidQuestion
                || command instanceof RaiseProtest
                || command instanceof SettleProtest
                || command instanceof SubstitutePlayer
                || command instanceof MatchCommand.OpenPack;
    }

    private static boolean teamsKnown(MatchState state, MatchCommand command) {
        List<Integer> named =
                switch (command) {
                    case OpenSegment open -> open.teams() == null ? List.of() : open.teams();
                    case ShowQuestion show -> show.team() == null ? List.of() : List.of(show.team());
                    case Award award -> List.of(award.team());
                    case Follow follow -> List.of(follow.team());
                    case FalseStart foul -> List.of(foul.team());
                    case SubmitAnswer answer -> List.of(answer.team());
                    case ChooseValue choose -> List.of(choose.team());
                    case RuleTogether all -> List.copyOf(all.verdicts().keySet());
                    case Rule rule -> List.of(rule.team());
                    case JudgeScore score -> List.of(score.team());
                    case UseLifeline use -> List.of(use.team());
                    case Adjust adjust -> List.of(adjust.team());
                    case EnterPaper paper -> List.of(paper.team());
                    case RaiseProtest raise -> List.of(raise.team());
                    case SubstitutePlayer change -> List.of(change.team());
                    default -> List.of();
                };
        return named.stream().allMatch(state::hasTeam);
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
