package org.leitai.finals.match;

/** Undo and redo as walks along the past. Pure. */
final class Undoing {

    private Undoing() {}

    /** Everything after {@code toVersion} that still counts is taken away. */
    static MatchState undo(MatchState from, long version, long toVersion) {
        MatchState target = from;
        while (target.content() > toVersion) {
            target = target.past().before;
        }
        return at(target, from, version, new Past(target.past().before, from, target.past().fromSeat));
    }

    /** @throws IllegalArgumentException when there is nothing to redo */
    static MatchState redo(MatchState from, long version) {
        MatchState back = from.past().undone;
        if (back == null) {
            throw new IllegalArgumentException("nothing to redo at " + from.version());
        }
        return at(back, from, version, back.past());
    }

    /** Before the last step of the host or of the buzz; what seats and judges sent since goes with it. */
    static long lastStep(MatchState state) {
        MatchState at = state;
        while (at.past().before != null && fromSeats(at)) {
            at = at.past().before;
        }
        return at.content() - 1;
    }

    private static boolean fromSeats(MatchState state) {
        return state.past().fromSeat;
    }

    private static MatchState at(MatchState content, MatchState from, long version, Past past) {
        return new MatchState(
                content.rules(),
                content.teams(),
                version,
                content.content(),
                content.scene(),
                content.sceneEndsAt(),
                content.phase(),
                content.pauseReason(),
                content.clock(),
                content.progress(),
                content.question(),
                content.scores(),
                content.frozenScores(),
                content.revealed(),
                content.desk().led(from.desk().lead()),
                past);
    }
}
