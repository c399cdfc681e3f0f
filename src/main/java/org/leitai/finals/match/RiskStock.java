package org.leitai.finals.match;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.leitai.finals.rules.RiskValue;
import org.leitai.finals.rules.Segment;
import org.leitai.kernel.Points;

/** How many questions of a value a team may still choose 风险分值存量. Pure. */
final class RiskStock {

    private static final int NO_LIMIT = 99;

    private RiskStock() {}

    static Map<Points, Integer> left(MatchState state, Segment segment, int team) {
        Map<Points, Integer> left = new TreeMap<>();
        for (RiskValue value : segment.risk()) {
            int own = value.perTeam() == null ? NO_LIMIT : value.perTeam() - taken(state.score(team), value);
            int all = value.inAll() == null
                    ? NO_LIMIT
                    : value.inAll()
                            - state.scores().stream()
                                    .mapToInt(one -> taken(one, value))
                                    .sum();
            left.put(value.value(), Math.max(0, Math.min(own, all)));
        }
        return Collections.unmodifiableMap(left);
    }

    private static int taken(TeamScore team, RiskValue value) {
        return team.riskTaken().getOrDefault(value.value(), 0);
    }
}
