package org.leitai.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.leitai.kernel.PersonId;

/**
 * Reads and writes the roster, in the caller's transaction.
 *
 * <pre>
 * table         key           lifetime                    writer                  reader
 * unit          id            for good                    load                    every node, whole, into memory
 * unit_version  one row       for good                    load                    every node, every 5 s
 * person        id, phone     until erased                registration, new code  sign-in, boards by id
 * consent       append-only   with the person             registration, /me       person (shows_full_name)
 * </pre>
 */
@ApplicationScoped
class RosterStore {

    private final EntityManager entities;

    RosterStore(EntityManager entities) {
        this.entities = entities;
    }

    /** The tree given, when it is still the present one, else the present one. */
    UnitTree unitsSince(UnitTree known) {
        long version = (Long) entities.createNativeQuery("select version from unit_version", Long.class)
                .getSingleResult();
        // A load that commits between the two statements shows with the older number and is read again next time.
        return version == known.version() ? known : new UnitTree(version, StoredUnit.list("order by id"));
    }

    void load(List<UnitRow> rows) {
        entities.createNativeQuery("select version from unit_version for update", Long.class)
                .getSingleResult();
        Map<List<String>, StoredUnit> known = unitsByPath();
        int before = known.size();
        boolean changed = false;
        for (UnitRow row : rows) {
            changed |= place(row, known).count(row.headcount());
        }
        if (changed || known.size() > before) {
            entities.createNativeQuery("update unit_version set version = version + 1")
                    .executeUpdate();
        }
    }

    /** The new person, or empty when the phone belongs to somebody already. */
    Optional<PersonId> register(Applicant applicant, byte[] codeDigest, Instant now) {
        // Not persist(): a violated UNIQUE would write the phone into the logs of the driver and of the database.
        List<Long> inserted = entities.createNativeQuery(
                        "insert into person (name, phone, unit, code_digest, code_issued_at, registered_at)"
                                + " values (?1, ?2, ?3, ?4, ?5, ?5) on conflict (phone) do nothing returning id",
                        Long.class)
                .setParameter(1, applicant.name())
                .setParameter(2, applicant.phone().digits())
                .setParameter(3, applicant.unit().value())
                .setParameter(4, codeDigest)
                .setParameter(5, now)
                .getResultList();
        Optional<PersonId> person = inserted.stream().findFirst().map(PersonId::new);
        person.ifPresent(id -> grant(id, Consent.PRIVACY, now));
        person.filter(id -> applicant.fullNameConsent()).ifPresent(id -> grant(id, Consent.FULL_NAME, now));
        return person;
    }

    void grant(PersonId person, Consent consent, Instant now) {
        append(person, consent, "granted_at", now);
    }

    void withdraw(PersonId person, Consent consent, Instant now) {
        append(person, consent, "withdrawn_at", now);
    }

    Optional<StoredPerson> person(PersonId id) {
        return StoredPerson.findByIdOptional(id.value());
    }

    Optional<StoredPerson> person(Phone phone) {
        return StoredPerson.find("phone", phone.digits()).firstResultOptional();
    }

    Optional<StoredPerson> personForUpdate(PersonId id) {
        return StoredPerson.findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    List<StoredPerson> personsWithNewEpochSince(Instant instant) {
        return StoredPerson.list("sessionEpoch > 0 and codeIssuedAt > ?1", instant);
    }

    List<StoredPerson> persons(Collection<PersonId> ids) {
        return StoredPerson.list("id in ?1", ids.stream().map(PersonId::value).toList());
    }

    private void append(PersonId person, Consent consent, String instantColumn, Instant now) {
        entities.createNativeQuery(
                        "insert into consent (person, kind, version, " + instantColumn + ") values (?1, ?2, ?3, ?4)")
                .setParameter(1, person.value())
                .setParameter(2, consent.kind())
                .setParameter(3, Consent.VERSION)
                .setParameter(4, now)
                .executeUpdate();
    }

    private static StoredUnit place(UnitRow row, Map<List<String>, StoredUnit> known) {
        StoredUnit unit = null;
        for (int length = 1; length <= row.path().size(); length++) {
            StoredUnit parent = unit;
            List<String> path = row.path().subList(0, length);
            unit = known.computeIfAbsent(path, missing -> StoredUnit.create(parent, missing.getLast()));
        }
        return Objects.requireNonNull(unit);
    }

    private static Map<List<String>, StoredUnit> unitsByPath() {
        List<StoredUnit> all = StoredUnit.listAll();
        Map<Long, StoredUnit> byId = new HashMap<>();
        all.forEach(unit -> byId.put(unit.id, unit));
        Map<List<String>, StoredUnit> byPath = new HashMap<>();
        for (StoredUnit unit : all) {
            var path = new ArrayList<String>();
            for (StoredUnit step = unit; step != null; step = byId.get(step.parent)) {
                path.addFirst(step.name);
            }
            byPath.put(List.copyOf(path), unit);
        }
        return byPath;
    }
}
