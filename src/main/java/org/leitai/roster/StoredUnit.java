package org.leitai.roster;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;

/** The row of a unit. */
@Entity
@Table(name = "unit")
class StoredUnit extends PanacheEntityBase {

    @Id
    @SequenceGenerator(name = "unit_seq", sequenceName = "unit_seq", allocationSize = 50)
    @GeneratedValue(generator = "unit_seq")
    Long id;

    Long parent;
    String name;
    int headcount;

    static StoredUnit create(StoredUnit parent, String name) {
        var unit = new StoredUnit();
        unit.parent = parent == null ? null : parent.id;
        unit.name = name;
        unit.persist();
        return unit;
    }

    /** @return whether that is news */
    boolean count(int employees) {
        boolean changed = headcount != employees;
        headcount = employees;
        return changed;
    }
}
