package org.leitai.bank;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;

/** A load that changed something 一次载入. */
@Entity
@Immutable
@Table(name = "bank_load")
class BankLoad {

    /** One at a time and under the lock of loading: the order of ids is the order of loads. */
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bank_load")
    @SequenceGenerator(name = "bank_load", sequenceName = "bank_load_seq", allocationSize = 1)
    Long id;

    @Column(name = "loaded_at")
    Instant loadedAt;

    protected BankLoad() {}

    BankLoad(Instant loadedAt) {
        this.loadedAt = loadedAt;
    }
}
