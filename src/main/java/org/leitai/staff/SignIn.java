package org.leitai.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.leitai.audit.AuditLog;
import org.leitai.staff.Accounts.Credentials;

/** Signing in 登录. No transaction is open while a password is hashed. */
@ApplicationScoped
class SignIn {

    /** What became of an attempt. */
    sealed interface Result {

        record SignedIn(String token) implements Result {}

        /** @param retryAfter zero when waiting does not help */
        record Refused(SignInRefusal reason, Duration retryAfter) implements Result {}
    }

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final PasswordHashing hashing;
    private final AuditLog audit;
    private final Clock clock;

    SignIn(
            Accounts accounts,
            Sessions sessions,
            SignInThrottle throttle,
            PasswordHashing hashing,
            AuditLog audit,
            Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.hashing = hashing;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param address of the client, as {@link ClientAddress} groups it */
    Result signIn(String typedUsername, String password, String address) {
        Instant now = clock.instant();
        String name = Accounts.canonical(typedUsername);
        Duration wait = throttle.admit(name, address, now);
        if (!wait.isZero()) {
            return new Result.Refused(SignInRefusal.THROTTLED, wait);
        }
        Optional<Credentials> account = accounts.credentials(name);
        Optional<Boolean> matches = hashing.matches(password, account.map(Credentials::passwordHash));
        if (matches.isEmpty()) {
            throttle.refund(name, address);
            return new Result.Refused(SignInRefusal.BUSY, PasswordHashing.QUEUE_EMPTIES_IN);
        }
        if (!matches.get()) {
            return new Result.Refused(SignInRefusal.WRONG, Duration.ZERO);
        }
        throttle.succeeded(name, address, now);
        return new Result.SignedIn(begin(account.orElseThrow(), now));
    }

    private String begin(Credentials account, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            String token = sessions.begin(account.id(), now);
            audit.append(account.username(), "staff.signed-in", account.username(), null, Map.of());
            return token;
        });
    }
}
