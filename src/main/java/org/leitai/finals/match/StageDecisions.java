package org.leitai.finals.match;

import java.time.Duration;
import java.util.List;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/** What is not about a question: pauses, corrections, the veil over the board, undo. Pure. */
final class StageDecisions {

    private static final long LONGEST_SCENE_MILLIS = Duration.ofDays(1).toMillis();

    private StageDecisions() {}

    static Decision adjust(MatchState state, MatchCommand.Adjust adjust) {
        return Decider.blank(adjust.reason())
                ? Decision.refused(MatchRefusal.REASON_MISSING)
                : Decision.accepted(new MatchEvent.ScoreAdjusted(
                        adjust.team(), Scoring.floored(state, adjust.team(), adjust.delta()), adjust.reason()));
    }

    static Decision paper(MatchState state, MatchCommand.EnterPaper paper) {
        int segments = state.rules().segments().size();
        if (paper.segment() < -1 || paper.segment() >= segments) {
            return Decision.refused(MatchRefusal.UNKNOWN_SEGMENT);
        }
        if (Decider.blank(paper.reason())) {
            return Decision.refused(MatchRefusal.REASON_MISSING);
        }
        if (paper.enteredBy().equals(paper.confirmedBy())) {
            return Decision.refused(MatchRefusal.SAME_PERSON);
        }
        boolean playOff = paper.segment() >= 0
                && state.rules().segments().get(paper.segment()).kind() == SegmentKind.PLAY_OFF;
        return Decision.accepted(new MatchEvent.PaperScored(
                paper.entry(),
                paper.team(),
                paper.segment(),
                paper.question(),
                playOff ? Points.ZERO : Scoring.floored(state, paper.team(), paper.points()),
                playOff ? paper.points() : Points.ZERO,
                paper.reason(),
                paper.enteredBy(),
                paper.confirmedBy()));
    }

    static Decision pause(MatchState state, MatchCommand.Pause pause) {
        return Decider.blank(pause.reason())
                ? Decision.refused(MatchRefusal.REASON_MISSING)
                : Decision.accepted(new MatchEvent.Paused(pause.reason()));
    }

    static Decision resume(MatchState state) {
        return state.paused() ? Decision.accepted(new MatchEvent.Resumed()) : Decision.refused(MatchRefusal.NOT_PAUSED);
    }

    static Decision substitute(MatchState state, MatchCommand.SubstitutePlayer change) {
        if (change.player() < 1 || change.player() > state.rules().members() || Decider.blank(change.name())) {
            return Decision.refused(MatchRefusal.UNKNOWN_PLAYER);
        }
        return Decider.blank(change.reason())
                ? Decision.refused(MatchRefusal.REASON_MISSING)
                : Decision.accepted(new MatchEvent.PlayerSubstituted(
                        change.team(), change.player(), change.name(), change.reason()));
    }

    static Decision takeLead(MatchState state, MatchCommand.TakeLead take) {
        return take.who().equals(state.desk().lead())
                ? Decision.refused(MatchRefusal.NOT_NOW)
                : Decision.accepted(new MatchEvent.LeadTaken(take.who()));
    }

    /** A scene is announced for a whole day at most; what is longer was mistyped. */
    static Decision scene(MatchCommand.ShowScene show) {
        return show.millis() != null && (show.millis() <= 0 || show.millis() > LONGEST_SCENE_MILLIS)
                ? Decision.refused(MatchRefusal.SCENE_LENGTH)
                : Decision.accepted(new MatchEvent.SceneChanged(show.scene(), show.millis()));
    }

    static Decision freeze(MatchState state) {
        return state.frozen()
                ? Decision.refused(MatchRefusal.ALREADY_FROZEN)
                : Decision.accepted(new MatchEvent.Frozen());
    }

    static Decision thaw(MatchState state) {
        return state.frozen() ? Decision.accepted(new MatchEvent.Thawed()) : Decision.refused(MatchRefusal.NOT_FROZEN);
    }

    /** Teams that share a place are revealed together. */
    static Decision revealPlace(MatchState state) {
        if (!state.frozen()) {
            return Decision.refused(MatchRefusal.NOT_FROZEN);
        }
        List<Standing> hidden = state.ranking().stream()
                .filter(standing -> !state.revealed().contains(standing.team()))
                .toList();
        if (hidden.isEmpty()) {
            return Decision.refused(MatchRefusal.ALL_REVEALED);
        }
        int rank = hidden.getLast().rank();
        List<Integer> teams = hidden.stream()
                .filter(standing -> standing.rank() == rank)
                .map(Standing::team)
                .toList();
        return Decision.accepted(new MatchEvent.PlaceRevealed(rank, teams));
    }

    static Decision undo(MatchState state, MatchCommand.Undo undo) {
        if (Decider.blank(undo.reason())) {
            return Decision.refused(MatchRefusal.REASON_MISSING);
        }
        long to = undo.toVersion() == null ? Undoing.lastStep(state) : undo.toVersion();
        return to < 0 || to >= state.content()
                ? Decision.refused(MatchRefusal.NOTHING_TO_UNDO)
                : Decision.accepted(new MatchEvent.Undone(to, undo.reason()));
    }

    static Decision redo(MatchState state, MatchCommand.Redo redo) {
        return state.past().undone == null
                ? Decision.refused(MatchRefusal.NOTHING_TO_REDO)
                : Decision.accepted(new MatchEvent.Redone(redo.reason()));
    }

    static Decision finish(MatchState state) {
        if (!state.desk().open().isEmpty()) {
            return Decision.refused(MatchRefusal.PROTESTS_LEFT);
        }
        boolean between =
                state.phase() == Phase.IDLE || state.phase() == Phase.RULED || state.phase() == Phase.REVEALED;
        return between ? Decision.accepted(new MatchEvent.Finished()) : Decision.refused(MatchRefusal.NOT_NOW);
    }
}
