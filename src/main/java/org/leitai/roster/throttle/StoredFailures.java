package org.leitai.roster.throttle;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.leitai.roster.throttle.Allowance.Failures;

/** The row of failed sign-ins of one phone or one address. */
@Entity
@Table(name = "sign_in_failure")
class StoredFailures extends PanacheEntityBase {

    @Id
    String key;

    int failures;

    @Column(name = "failed_at")
    Instant failedAt;

    @Column(name = "blocked_until")
    Instant blockedUntil;

    void add(Allowance allowance, Instant now) {
        Failures sum = allowance.add(new Failures(failures, failedAt, blockedUntil), now);
        failures = sum.count();
        failedAt = sum.failedAt();
        blockedUntil = sum.blockedUntil();
    }
}
