package org.leitai.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.leitai.roster.SignInResult.SignedIn;
import org.leitai.roster.SignInResult.TooMany;
import org.leitai.roster.SignInResult.Wrong;
import org.leitai.roster.throttle.Allowance;
import org.leitai.roster.throttle.Throttle;

/** Lets workers in on another phone 登录. */
@ApplicationScoped
class SignIns {

    private final RosterStore store;
    private final PersonalCodes codes;
    private final Throttle throttle;

    SignIns(RosterStore store, PersonalCodes codes, Throttle throttle) {
        this.store = store;
        this.codes = codes;
        this.throttle = throttle;
    }

    /** @param typedCode compared as a code when it is one; anything else is simply wrong */
    SignInResult signIn(Phone phone, String typedCode, String address, Instant now) {
        String whoseAddress = throttle.address(address);
        String whosePhone = throttle.phone(phone.digits());
        Duration delay = throttle.delay(whoseAddress, now);
        if (delay.isZero()) {
            delay = throttle.charge(whosePhone, Allowance.PHONE, now);
        }
        if (!delay.isZero()) {
            return new TooMany(delay);
        }
        Optional<StoredPerson> person = matching(phone, typedCode);
        if (person.isEmpty()) {
            throttle.charge(whoseAddress, Allowance.ADDRESS, now);
            return new Wrong();
        }
        throttle.forgive(whosePhone);
        return new SignedIn(person.get().personId(), person.get().sessionEpoch);
    }

    private Optional<StoredPerson> matching(Phone phone, String typedCode) {
        Optional<StoredPerson> person = QuarkusTransaction.requiringNew().call(() -> store.person(phone));
        // Compared even when there is nobody: both cases take the same time.
        PersonalCode code = PersonalCode.read(typedCode).orElseGet(PersonalCode::random);
        boolean matches = codes.matches(person.map(known -> known.codeDigest).orElse(new byte[32]), code);
        return person.filter(known -> matches);
    }
}
