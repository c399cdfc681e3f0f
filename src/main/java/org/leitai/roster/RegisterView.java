package org.leitai.roster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leitai.kernel.UnitId;
import org.leitai.roster.RegistrationForm.Field;

/**
 * What the registration page shows.
 *
 * @param query {@code ?to=…} or nothing, to go on with
 */
record RegisterView(RegistrationForm form, Map<Field, RosterRefusal> faults, List<Group> groups, String query) {

    /** The units below one unit. */
    record Group(String name, List<Choice> choices) {}

    record Choice(long id, String name, boolean chosen) {}

    static RegisterView of(RegistrationForm form, Map<Field, RosterRefusal> faults, Units units, ReturnPath to) {
        return new RegisterView(form, faults, groups(units, form.unitId().orElse(null)), to.query());
    }

    /** The key of the text beside a field; null when there is nothing to mend. */
    public String fault(String field) {
        RosterRefusal fault = faults.get(Field.valueOf(field));
        return fault == null ? null : fault.code();
    }

    public boolean phoneTaken() {
        return faults.containsValue(RosterRefusal.PHONE_TAKEN);
    }

    private static List<Group> groups(Units units, UnitId chosen) {
        Map<UnitId, Group> groups = new LinkedHashMap<>();
        for (Unit unit : units.all()) {
            if (units.isLeaf(unit.id())) {
                groups.computeIfAbsent(unit.parent(), parent -> new Group(name(units, parent), new ArrayList<>()))
                        .choices()
                        .add(new Choice(
                                unit.id().value(), unit.name(), unit.id().equals(chosen)));
            }
        }
        return List.copyOf(groups.values());
    }

    private static String name(Units units, UnitId id) {
        return id == null ? "" : units.find(id).orElseThrow().name();
    }
}
