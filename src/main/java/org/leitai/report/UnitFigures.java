package org.leitai.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leitai.kernel.Points;
import org.leitai.kernel.UnitId;
import org.leitai.report.Figures.UnitTotal;
import org.leitai.roster.Unit;
import org.leitai.roster.Units;

/** Adds up what people achieved for the units that compete 单位汇总, also those of which nobody came. */
final class UnitFigures {

    private final Units units;
    private final int depth;
    private final Map<UnitId, UnitFigure> figures = new LinkedHashMap<>();

    /** @param depth of the tree at which units compete; one that ends above it competes itself */
    UnitFigures(Units units, int depth) {
        this.units = units;
        this.depth = depth;
        List<Unit> all = units.all();
        all.forEach(unit -> figures.computeIfAbsent(units.ancestorAt(unit.id(), depth), id -> empty(id, all)));
        // Only a unit of its own or a deeper one competes: the federation stands above the contest.
        figures.values().removeIf(figure -> isAbove(figure.unit(), all));
    }

    static List<UnitFigure> of(List<UnitTotal> totals, Units units, int depth) {
        var figures = new UnitFigures(units, depth);
        totals.forEach(total -> figures.add(total.unit(), total.people(), total.points()));
        return figures.byParticipation();
    }

    void add(UnitId own, long people, Points points) {
        UnitId competing = units.ancestorAt(own, depth);
        figures.computeIfAbsent(competing, id -> empty(id, units.all()));
        figures.computeIfPresent(competing, (id, figure) -> figure.plus(people, points));
    }

    List<UnitFigure> byParticipation() {
        return figures.values().stream().sorted(UnitFigure.BY_PARTICIPATION).toList();
    }

    private boolean isAbove(Unit unit, List<Unit> all) {
        return unit.depth() < depth && all.stream().anyMatch(other -> unit.id().equals(other.parent()));
    }

    private UnitFigure empty(UnitId id, List<Unit> all) {
        Unit unit = units.find(id).orElseThrow();
        return new UnitFigure(unit, 0, headcount(unit, all), Points.ZERO);
    }

    /** A district that names none employs whom the units below it employ. */
    private static long headcount(Unit unit, List<Unit> all) {
        return unit.headcount() > 0
                ? unit.headcount()
                : all.stream()
                        .filter(other -> other.path().contains(unit.id()))
                        .mapToLong(Unit::headcount)
                        .sum();
    }
}
