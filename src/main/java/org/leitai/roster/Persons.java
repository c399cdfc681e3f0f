package org.leitai.roster;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.leitai.kernel.PersonId;

/** The workers who registered 选手. */
@ApplicationScoped
public class Persons {

    private final RosterStore store;

    Persons(RosterStore store) {
        this.store = store;
    }

    @Transactional
    public Optional<Person> find(PersonId id) {
        return store.person(id).map(StoredPerson::person);
    }

    /** Those of the ids that exist, by one statement; for a page of a board, not for all. */
    @Transactional
    public Map<PersonId, Person> find(Collection<PersonId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.persons(ids).stream().map(StoredPerson::person).collect(toMap(Person::id, identity()));
    }

    /** Appends what the person now wants; the same again, or an unknown person, appends nothing. */
    @Transactional
    void decideFullName(PersonId id, boolean show, Instant now) {
        boolean changes = store.personForUpdate(id)
                .filter(person -> person.fullNameConsent != show)
                .isPresent();
        if (changes && show) {
            store.grant(id, Consent.FULL_NAME, now);
        }
        if (changes && !show) {
            store.withdraw(id, Consent.FULL_NAME, now);
        }
    }
}
