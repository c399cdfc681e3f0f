package org.leitai.staff;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * The accounts' rows.
 *
 * <pre>
 * table          holds                               written by      read by
 * staff_account  who may sign in, password's hash    Accounts        SignIn, SessionStore
 * staff_role     account → role                      Accounts        SessionStore, with every request
 * </pre>
 */
@ApplicationScoped
class AccountStore implements PanacheRepository<Account> {

    /** Two nodes that start at once on an empty database make one first account. */
    private static final long FIRST_ACCOUNT_LOCK = 0x66_69_72_73_74L; // spells "first"

    Optional<Account> findByUsername(String username) {
        return find("username", username).firstResultOptional();
    }

    /** Held until the transaction ends. */
    void lockFirstAccount() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(:lock)")
                .setParameter("lock", FIRST_ACCOUNT_LOCK)
                .getSingleResult();
    }
}
