package org.leitai.staff;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.leitai.kernel.StaffId;

/** Sessions of staff 登录会话, known by a cookie that only its owner has. */
@ApplicationScoped
class Sessions {

    private static final int TOKEN_BYTES = 32;

    private final SessionStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The value of the cookie; it is nowhere else. */
    String begin(StaffId account, Instant now) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        store.begin(hash(token), account, now);
        return token;
    }

    Optional<SessionStore.Found> find(String token) {
        return store.find(hash(token), clock.instant());
    }

    void end(String token) {
        store.end(hash(token));
    }

    /** Of the session that this cookie opens, or would. */
    String reference(String token) {
        return HexFormat.of().formatHex(hash(token));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
