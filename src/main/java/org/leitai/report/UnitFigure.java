package org.leitai.report;

import java.math.BigDecimal;
import java.util.Comparator;
import org.leitai.kernel.Points;
import org.leitai.roster.Unit;

/**
 * How a competing unit took part 单位参与情况.
 *
 * @param headcount 0 when it is not known
 * @param total of the counted scores
 */
record UnitFigure(Unit unit, long people, long headcount, Points total) {

    /** The most eager first; units whose headcount is unknown behind the others. */
    static final Comparator<UnitFigure> BY_PARTICIPATION = Comparator.comparing(UnitFigure::hasHeadcount)
            .thenComparingLong(UnitFigure::participationBasisPoints)
            .thenComparingLong(UnitFigure::people)
            .reversed()
            .thenComparing(figure -> figure.unit().id().value());

    boolean hasHeadcount() {
        return headcount > 0;
    }

    /** People ÷ headcount in ten-thousandths, rounded down, as on the public board; 0 when the headcount is unknown. */
    long participationBasisPoints() {
        return hasHeadcount() ? people * 10_000 / headcount : 0;
    }

    /** Per cent with two decimals; null when the headcount is unknown. */
    String participationPercent() {
        return hasHeadcount()
                ? BigDecimal.valueOf(participationBasisPoints(), 2).toPlainString()
                : null;
    }

    /** Rounded down to a hundredth; zero when nobody took part. */
    Points mean() {
        return people == 0 ? Points.ZERO : new Points(Math.floorDiv(total.hundredths(), people));
    }

    UnitFigure plus(long morePeople, Points morePoints) {
        return new UnitFigure(unit, people + morePeople, headcount, total.plus(morePoints));
    }
}
