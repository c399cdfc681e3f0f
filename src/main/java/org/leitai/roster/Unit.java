package org.leitai.roster;

import java.util.List;
import org.leitai.kernel.UnitId;

/**
 * A node of the federation's tree 单位.
 *
 * @param parent null for the federation itself
 * @param depth steps below the federation, which has 0
 * @param headcount employees 职工数; 0 when it is not known
 * @param path the federation … the unit itself
 */
public record Unit(UnitId id, UnitId parent, String name, int depth, int headcount, List<UnitId> path) {

    public Unit {
        path = List.copyOf(path);
    }
}
