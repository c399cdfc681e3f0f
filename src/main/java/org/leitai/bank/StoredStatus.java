package org.leitai.bank;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What an item is from a load on, until the next row of its code 试题状态. Written once. */
@Entity
@Immutable
@Table(name = "item_status")
class StoredStatus {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "item_status")
    @SequenceGenerator(name = "item_status", sequenceName = "item_status_seq", allocationSize = 50)
    Long id;

    String code;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "load_id")
    BankLoad load;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "item_version_id")
    StoredVersion version;

    @Convert(converter = Json.StatusCode.class)
    ItemStatus status;

    protected StoredStatus() {}

    StoredStatus(StoredVersion version, ItemStatus status, BankLoad load) {
        this.code = version.code;
        this.load = load;
        this.version = version;
        this.status = status;
    }
}
