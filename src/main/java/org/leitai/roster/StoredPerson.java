package org.leitai.roster;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.UnitId;

/** The row of a person, with the present value of the consent to the full name. */
@Entity
@Table(name = "person")
class StoredPerson extends PanacheEntityBase {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String name;
    String phone;
    Long unit;

    @Column(name = "code_digest")
    byte[] codeDigest;

    @Column(name = "code_issued_at")
    Instant codeIssuedAt;

    @Column(name = "session_epoch")
    int sessionEpoch;

    @Column(name = "registered_at")
    Instant registeredAt;

    @Formula("shows_full_name(id)")
    boolean fullNameConsent;

    PersonId personId() {
        return new PersonId(id);
    }

    Person person() {
        return new Person(personId(), name, phone, new UnitId(unit), fullNameConsent);
    }

    /** The former code and the cookies of the former epoch end here. */
    void renewCode(byte[] digest, Instant now) {
        codeDigest = digest;
        codeIssuedAt = now;
        sessionEpoch++;
    }
}
