package org.leitai.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what a client carries for us (HMAC-SHA-256, RFC 2104), so that any node can trust it without a look-up. Each purpose
 * has a key of its own: a worker's cookie never passes for a ticket.
 */
@ApplicationScoped
public class Signer {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int SHORTEST_SECRET = 32;
    private static final int LONGEST_TOKEN = 4096; // half of what a header may be

    private final String secret;

    Signer(LeitaiConfig config) {
        secret = config.secret()
                .filter(value -> value.length() >= SHORTEST_SECRET)
                .orElseThrow(() -> new IllegalStateException(
                        "LEITAI_SECRET is missing or shorter than 32 characters; set the same value on every node"));
    }

    /** The key of one purpose; obtain it once and keep it. */
    public Key key(String purpose) {
        return new Key(hmac(secret.getBytes(StandardCharsets.UTF_8), purpose.getBytes(StandardCharsets.UTF_8)));
    }

    /** Signs and verifies for one purpose. Thread-safe. */
    public static final class Key {

        private final ThreadLocal<Mac> macs;

        private Key(byte[] bytes) {
            macs = ThreadLocal.withInitial(() -> mac(bytes));
        }

        /** {@code base64url(payload).base64url(signature)}. */
        public String sign(String payload) {
            String body = ENCODER.encodeToString(payload.getBytes(StandardCharsets.UTF_8));
            return body + '.' + ENCODER.encodeToString(digest(body));
        }

        /** The payload, or empty when the token was not signed with this key. */
        public Optional<String> verify(String token) {
            int dot = token == null ? -1 : token.indexOf('.');
            if (dot < 0 || token.length() > LONGEST_TOKEN) {
                return Optional.empty();
            }
            String body = token.substring(0, dot);
            try {
                return MessageDigest.isEqual(digest(body), DECODER.decode(token.substring(dot + 1)))
                        ? Optional.of(new String(DECODER.decode(body), StandardCharsets.UTF_8))
                        : Optional.empty();
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }

        /** A keyed digest, for values that are compared and never read back, such as a personal code. */
        public byte[] digest(String value) {
            return macs.get().doFinal(value.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static byte[] hmac(byte[] key, byte[] value) {
        return mac(key).doFinal(value);
    }

    private static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
