package org.leitai.finals.match;

import java.util.Map;
import java.util.TreeMap;
import org.leitai.kernel.Points;

/** Protests and their adjudication. Pure. */
final class ProtestDecisions {

    private ProtestDecisions() {}

    /** About the question that was shown last, on or closed. */
    static Decision raise(MatchState state, MatchCommand.RaiseProtest raise) {
        Desk.Asked about = state.desk().asked();
        if (about == null) {
            return Decision.refused(MatchRefusal.NOT_NOW);
        }
        if (Decider.blank(raise.reason())) {
            return Decision.refused(MatchRefusal.REASON_MISSING);
        }
        boolean again = state.desk().open().stream()
                .anyMatch(open -> open.team() == raise.team() && open.about().equals(about));
        return again
                ? Decision.refused(MatchRefusal.PROTEST_OPEN)
                : Decision.accepted(new MatchEvent.ProtestRaised(
                        raise.team(),
                        about.version(),
                        about.itemRef(),
                        about.segment(),
                        about.number(),
                        raise.reason()));
    }

    static Decision settle(MatchState state, MatchCommand.SettleProtest settle) {
        boolean open = state.desk().find(settle.protest()).map(Protest::open).orElse(false);
        if (!open) {
            return Decision.refused(MatchRefusal.UNKNOWN_PROTEST);
        }
        if (Decider.blank(settle.reason())) {
            return Decision.refused(MatchRefusal.REASON_MISSING);
        }
        if (!settle.points().keySet().stream().allMatch(state::hasTeam)) {
            return Decision.refused(MatchRefusal.UNKNOWN_TEAM);
        }
        if (settle.outcome() == ProtestOutcome.REJECTED && !settle.points().isEmpty()) {
            return Decision.refused(MatchRefusal.PROTEST_POINTS);
        }
        Map<Integer, Points> points = new TreeMap<>();
        settle.points().forEach((team, change) -> points.put(team, Scoring.floored(state, team, change)));
        return Decision.accepted(
                new MatchEvent.ProtestSettled(settle.protest(), settle.outcome(), Map.copyOf(points), settle.reason()));
    }
}
