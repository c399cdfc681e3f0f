package org.leitai.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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

    Optional<StoredPerson> person(PersonId id) {
        return StoredPerson.findByIdOptional(id.value());
    }

    List<StoredPerson> persons(Collection<PersonId> ids) {
        return StoredPerson.list("id in ?1", ids.stream().map(PersonId::value).toList());
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
