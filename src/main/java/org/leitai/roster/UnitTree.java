package org.leitai.roster;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.leitai.kernel.UnitId;

/** All units at one version of the table; immutable. */
final class UnitTree {

    static final UnitTree EMPTY = new UnitTree(-1, List.of());
    private static final Long NO_PARENT = 0L;

    private final long version;
    private final List<Unit> inOrder;
    private final Map<UnitId, Unit> byId;
    private final Set<UnitId> parents;
    private final Map<UnitId, Integer> employees;

    /** @param rows by id, so that siblings keep the order in which they were first loaded */
    UnitTree(long version, List<StoredUnit> rows) {
        this.version = version;
        Map<Long, List<StoredUnit>> children =
                rows.stream().collect(groupingBy(row -> Objects.requireNonNullElse(row.parent, NO_PARENT)));
        List<Unit> units = new ArrayList<>(rows.size());
        descend(NO_PARENT, List.of(), children, units);
        inOrder = List.copyOf(units);
        byId = inOrder.stream().collect(toMap(Unit::id, identity()));
        parents = inOrder.stream().map(Unit::parent).filter(Objects::nonNull).collect(toUnmodifiableSet());
        employees = employees(inOrder);
    }

    long version() {
        return version;
    }

    List<Unit> inOrder() {
        return inOrder;
    }

    Optional<Unit> find(UnitId id) {
        return Optional.ofNullable(byId.get(id));
    }

    int employees(UnitId id) {
        return employees.getOrDefault(id, 0);
    }

    boolean isLeaf(UnitId id) {
        return byId.containsKey(id) && !parents.contains(id);
    }

    /** From the ends of the tree upwards: a unit's own figure, where it has one, else the sum of those directly below it. */
    private static Map<UnitId, Integer> employees(List<Unit> inOrder) {
        Map<UnitId, Integer> below = new HashMap<>();
        Map<UnitId, Integer> employees = new HashMap<>();
        for (Unit unit : inOrder.reversed()) {
            int own = unit.headcount() > 0 ? unit.headcount() : below.getOrDefault(unit.id(), 0);
            employees.put(unit.id(), own);
            if (unit.parent() != null) {
                below.merge(unit.parent(), own, Integer::sum);
            }
        }
        return employees;
    }

    private static void descend(
            Long parent, List<UnitId> path, Map<Long, List<StoredUnit>> children, List<Unit> units) {
        for (StoredUnit row : children.getOrDefault(parent, List.of())) {
            var own = new ArrayList<>(path);
            own.add(new UnitId(row.id));
            units.add(new Unit(
                    own.getLast(), path.isEmpty() ? null : path.getLast(), row.name, path.size(), row.headcount, own));
            descend(row.id, own, children, units);
        }
    }
}
