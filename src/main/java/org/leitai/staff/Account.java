package org.leitai.staff;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.leitai.kernel.StaffId;

/** An account of a member of staff 工作人员账户. */
@Entity
@Table(name = "staff_account")
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "staff_account_seq")
    @SequenceGenerator(name = "staff_account_seq", sequenceName = "staff_account_seq", allocationSize = 50)
    Long id;

    String username;

    @Column(name = "display_name")
    String displayName;

    @Column(name = "password_hash")
    String passwordHash;

    /** True while the password is one that somebody else has seen. */
    @Column(name = "must_change")
    boolean mustChange;

    boolean enabled;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "password_changed_at")
    Instant passwordChangedAt;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "staff_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    Set<String> roles = new HashSet<>();

    StaffId staffId() {
        return new StaffId(id);
    }
}
