package org.leitai.roster;

import jakarta.ws.rs.FormParam;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.leitai.kernel.UnitId;

/**
 * The registration as it was typed 报名表.
 *
 * @param unit the number of a unit
 * @param privacy null unless the privacy notice was agreed to
 * @param fullName null unless the full name may appear on boards
 */
record RegistrationForm(
        @FormParam("name") String name,
        @FormParam("phone") String phone,
        @FormParam("unit") String unit,
        @FormParam("privacy") String privacy,
        @FormParam("fullName") String fullName) {

    enum Field {
        NAME,
        PHONE,
        UNIT,
        PRIVACY
    }

    static final RegistrationForm EMPTY = new RegistrationForm(null, null, null, null, null);

    /** What is wrong, by field; empty when {@link #applicant()} may be asked for. */
    Map<Field, RosterRefusal> faults(Units units) {
        var faults = new EnumMap<Field, RosterRefusal>(Field.class);
        if (PersonName.read(name).isEmpty()) {
            faults.put(Field.NAME, RosterRefusal.NAME_INVALID);
        }
        if (Phone.read(phone).isEmpty()) {
            faults.put(Field.PHONE, RosterRefusal.PHONE_INVALID);
        }
        if (unitId().filter(units::isLeaf).isEmpty()) {
            faults.put(Field.UNIT, RosterRefusal.UNIT_INVALID);
        }
        if (privacy == null) {
            faults.put(Field.PRIVACY, RosterRefusal.PRIVACY_MISSING);
        }
        return faults;
    }

    Applicant applicant() {
        return new Applicant(
                PersonName.read(name).orElseThrow(),
                Phone.read(phone).orElseThrow(),
                unitId().orElseThrow(),
                fullName != null);
    }

    Optional<UnitId> unitId() {
        return unit != null && unit.matches("[0-9]{1,18}")
                ? Optional.of(new UnitId(Long.parseLong(unit)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "RegistrationForm[…]";
    }
}
