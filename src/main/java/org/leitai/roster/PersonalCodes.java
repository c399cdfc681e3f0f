package org.leitai.roster;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import org.leitai.kernel.PersonId;
import org.leitai.web.Signer;

/** Issues personal codes and compares them 个人码; only their keyed digests are stored. */
@ApplicationScoped
class PersonalCodes {

    /** A new code and the session epoch that begins with it. */
    record Renewed(PersonalCode code, int epoch) {}

    private final RosterStore store;
    private final Sessions sessions;
    private final Signer.Key key;

    PersonalCodes(RosterStore store, Sessions sessions, Signer signer) {
        this.store = store;
        this.sessions = sessions;
        this.key = signer.key("personal-code");
    }

    byte[] digest(PersonalCode code) {
        return key.digest(code.value());
    }

    boolean matches(byte[] digest, PersonalCode code) {
        return MessageDigest.isEqual(digest, digest(code));
    }

    /** The former code and all cookies given out so far end here; empty for an unknown person. */
    Optional<Renewed> renew(PersonId id, Instant now) {
        PersonalCode code = PersonalCode.random();
        Optional<Renewed> renewed = QuarkusTransaction.requiringNew()
                .call(() -> store.personForUpdate(id).map(person -> {
                    person.renewCode(digest(code), now);
                    return new Renewed(code, person.sessionEpoch);
                }));
        renewed.ifPresent(result -> sessions.began(id, result.epoch()));
        return renewed;
    }
}
