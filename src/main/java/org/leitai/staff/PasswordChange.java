package org.leitai.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.leitai.staff.Accounts.Credentials;

/** A member of staff replaces their own password 修改密码; all their sessions end but the one that begins here. */
@ApplicationScoped
class PasswordChange {

    /** What became of it. */
    sealed interface Result {

        /** @param token of the session that goes on */
        record Changed(String token) implements Result {}

        /** @param retryAfter zero when waiting does not help */
        record Refused(PasswordRefusal reason, Duration retryAfter) implements Result {}
    }

    static final int SHORTEST = 12;

    private final Accounts accounts;
    private final Sessions sessions;
    private final SignInThrottle throttle;
    private final PasswordHashing hashing;
    private final Clock clock;

    PasswordChange(
            Accounts accounts, Sessions sessions, SignInThrottle throttle, PasswordHashing hashing, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.throttle = throttle;
        this.hashing = hashing;
        this.clock = clock;
    }

    /** @param address of the client: a stolen session must not guess the old password faster than a sign-in could */
    Result change(StaffMember member, String old, String fresh, String again, String address) {
        Instant now = clock.instant();
        Optional<PasswordRefusal> reason = refuse(member, old, fresh, again);
        if (reason.isPresent()) {
            return new Result.Refused(reason.get(), Duration.ZERO);
        }
        Duration wait = throttle.admit(member.username(), address, now);
        if (!wait.isZero()) {
            return new Result.Refused(PasswordRefusal.THROTTLED, wait);
        }
        return changeIfOldFits(member, old, fresh, address, now);
    }

    private Result changeIfOldFits(StaffMember member, String old, String fresh, String address, Instant now) {
        Credentials account = accounts.credentials(member.id());
        Optional<Boolean> matches = hashing.matches(old, Optional.of(account.passwordHash()));
        if (matches.isPresent() && !matches.get()) {
            return new Result.Refused(PasswordRefusal.OLD_WRONG, Duration.ZERO);
        }
        Optional<String> hash = matches.flatMap(right -> hashing.hash(fresh));
        if (hash.isEmpty()) {
            throttle.refund(member.username(), address);
            return new Result.Refused(PasswordRefusal.BUSY, PasswordHashing.QUEUE_EMPTIES_IN);
        }
        throttle.succeeded(member.username(), address, now);
        return new Result.Changed(replace(member, hash.get(), now));
    }

    private static Optional<PasswordRefusal> refuse(StaffMember member, String old, String fresh, String again) {
        if (fresh.codePointCount(0, fresh.length()) < SHORTEST) {
            return Optional.of(PasswordRefusal.TOO_SHORT);
        }
        if (fresh.getBytes(StandardCharsets.UTF_8).length > PasswordHashing.MAX_BYTES) {
            return Optional.of(PasswordRefusal.TOO_LONG);
        }
        if (fresh.toLowerCase(Locale.ROOT).contains(member.username())) {
            return Optional.of(PasswordRefusal.LIKE_USERNAME);
        }
        if (fresh.equals(old)) {
            return Optional.of(PasswordRefusal.SAME_AS_OLD);
        }
        return fresh.equals(again) ? Optional.empty() : Optional.of(PasswordRefusal.TYPED_DIFFERENTLY);
    }

    private String replace(StaffMember member, String passwordHash, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            accounts.replacePassword(member.id(), passwordHash, now);
            return sessions.begin(member.id(), now);
        });
    }
}
