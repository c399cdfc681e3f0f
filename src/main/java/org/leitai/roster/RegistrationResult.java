package org.leitai.roster;

import java.util.Map;
import org.leitai.kernel.PersonId;
import org.leitai.roster.RegistrationForm.Field;

/** What became of a registration. */
sealed interface RegistrationResult {

    /** @param code shown now and never again */
    record Registered(PersonId person, PersonalCode code) implements RegistrationResult {}

    record Refused(Map<Field, RosterRefusal> faults) implements RegistrationResult {

        int status() {
            return faults.values().iterator().next().status();
        }
    }
}
