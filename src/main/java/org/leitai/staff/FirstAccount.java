package org.leitai.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.leitai.audit.AuditLog;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/**
 * The way into an empty database: an account {@code admin} with every role and a password made up at the start, which must be
 * replaced at the first sign-in. The password is kept as a hash only, and never written by a logger.
 */
@ApplicationScoped
public class FirstAccount {

    public static final String USERNAME = "admin";

    private final Accounts accounts;
    private final AccountStore store;
    private final PasswordHashing hashing;
    private final LeitaiConfig config;
    private final Texts texts;
    private final AtomicReference<String> password = new AtomicReference<>();

    FirstAccount(Accounts accounts, AccountStore store, PasswordHashing hashing, LeitaiConfig config, Texts texts) {
        this.accounts = accounts;
        this.store = store;
        this.hashing = hashing;
        this.config = config;
        this.texts = texts;
    }

    /** The password of the account made at this start, for the operator's terminal; the second call gets nothing. */
    public Optional<String> passwordOnce() {
        return Optional.ofNullable(password.getAndSet(null));
    }

    void openWhenThereIsNone(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.lockFirstAccount();
            if (accounts.isEmpty()) {
                String fresh = GivenPassword.make();
                accounts.open(
                        USERNAME, texts.of(Texts.CHINESE, "staff.first-account"), Roles.ALL, fresh, AuditLog.SYSTEM);
                password.set(fresh);
            } else if (config.local()) {
                renewWhenNeverUsed();
            }
        });
    }

    /** One node, and the terminal of the first start is gone: whoever starts it again gets a password that works. */
    private void renewWhenNeverUsed() {
        store.findByUsername(USERNAME).filter(account -> account.mustChange).ifPresent(account -> {
            String fresh = GivenPassword.make();
            account.passwordHash = hashing.hashNow(fresh);
            password.set(fresh);
        });
    }
}
