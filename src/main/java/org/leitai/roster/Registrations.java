package org.leitai.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.leitai.kernel.PersonId;
import org.leitai.roster.RegistrationForm.Field;
import org.leitai.roster.RegistrationResult.Refused;
import org.leitai.roster.RegistrationResult.Registered;

/** Takes workers in 报名. */
@ApplicationScoped
class Registrations {

    private final RosterStore store;
    private final Units units;
    private final PersonalCodes codes;

    Registrations(RosterStore store, Units units, PersonalCodes codes) {
        this.store = store;
        this.units = units;
        this.codes = codes;
    }

    RegistrationResult register(RegistrationForm form, Instant now) {
        Map<Field, RosterRefusal> faults = form.faults(units);
        if (!faults.isEmpty()) {
            return new Refused(faults);
        }
        PersonalCode code = PersonalCode.random();
        Optional<PersonId> person =
                QuarkusTransaction.requiringNew().call(() -> store.register(form.applicant(), codes.digest(code), now));
        return person.<RegistrationResult>map(id -> new Registered(id, code))
                .orElseGet(() -> new Refused(Map.of(Field.PHONE, RosterRefusal.PHONE_TAKEN)));
    }
}
