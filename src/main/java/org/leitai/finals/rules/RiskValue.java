package org.leitai.finals.rules;

import java.util.Objects;
import org.leitai.kernel.Points;

/**
 * A value that a team may choose 风险分值.
 *
 * @param wrong left out: minus the value
 * @param think seconds for this value; null: as in the segment
 * @param perTeam how often one team may choose it; null: no limit
 * @param inAll how many questions of it there are; null: no limit
 */
public record RiskValue(Points value, Points wrong, Integer think, Integer perTeam, Integer inAll) {

    public RiskValue {
        value = Objects.requireNonNullElse(value, Points.ZERO);
        wrong = Objects.requireNonNullElse(wrong, Points.ZERO.minus(value));
    }
}
