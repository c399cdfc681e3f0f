package org.leitai.finals.match;

import org.leitai.finals.rules.SegmentKind;
import org.leitai.kernel.Points;

/** What a change of points comes to 记分规则. Pure. */
final class Scoring {

    private Scoring() {}

    /** The change that leaves the score at the floor at least; a score below it already is not lifted. */
    static Points floored(MatchState state, int team, Points change) {
        Points floor = state.rules().floor();
        if (floor == null || change.compareTo(Points.ZERO) >= 0) {
            return change;
        }
        Points room = floor.minus(state.score(team).score());
        Points least = room.compareTo(Points.ZERO) < 0 ? room : Points.ZERO;
        return change.compareTo(least) < 0 ? least : change;
    }

    static boolean playOff(MatchState state) {
        return state.segment()
                .map(segment -> segment.kind() == SegmentKind.PLAY_OFF)
                .orElse(false);
    }
}
