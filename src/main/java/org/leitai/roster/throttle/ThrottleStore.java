package org.leitai.roster.throttle;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads and writes failed sign-ins, in the caller's transaction.
 *
 * <pre>
 * table            key                             lifetime  writer   reader
 * sign_in_failure  keyed digest of phone, address  one day   sign-in  sign-in
 * </pre>
 */
@ApplicationScoped
class ThrottleStore {

    private final EntityManager entities;

    ThrottleStore(EntityManager entities) {
        this.entities = entities;
    }

    Optional<StoredFailures> find(String key) {
        return StoredFailures.findByIdOptional(key);
    }

    /** The row, made when it is missing, and nobody else's until the transaction ends. */
    StoredFailures lock(String key, Instant now) {
        entities.createNativeQuery("insert into sign_in_failure (key, failures, failed_at, blocked_until)"
                        + " values (?1, 0, ?2, timestamptz 'epoch') on conflict (key) do nothing")
                .setParameter(1, key)
                .setParameter(2, now)
                .executeUpdate();
        return StoredFailures.findById(key, LockModeType.PESSIMISTIC_WRITE);
    }

    void delete(String key) {
        StoredFailures.deleteById(key);
    }

    void deleteBefore(Instant oldest) {
        StoredFailures.delete("failedAt < ?1", oldest);
    }
}
