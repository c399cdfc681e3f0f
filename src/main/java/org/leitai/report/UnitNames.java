package org.leitai.report;

import java.util.stream.Collectors;
import org.leitai.kernel.UnitId;
import org.leitai.roster.Unit;
import org.leitai.roster.Units;

/** How units are written for staff: below the federation, which everybody belongs to. */
final class UnitNames {

    private UnitNames() {}

    /** 城东区总工会 / 临江澄岳机械制造有限公司; empty for an unknown unit. */
    static String path(Units units, UnitId id) {
        return units.find(id).map(unit -> path(units, unit)).orElse("");
    }

    private static String path(Units units, Unit unit) {
        return unit.path().stream()
                .skip(unit.depth() == 0 ? 0 : 1)
                .flatMap(step -> units.find(step).stream())
                .map(Unit::name)
                .collect(Collectors.joining(" / "));
    }
}
