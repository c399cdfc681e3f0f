package org.leitai.finals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;

/**
 * The end of a match's log: its last version and the hash that all events up to it add up to (SHA-256 over the previous hash,
 * version, author, milliseconds and payload). Whoever changes a row breaks every hash behind it.
 */
public record Head(long version, byte[] hash) {

    public static final Head START = new Head(0, new byte[32]);

    public Head next(String author, Instant at, String payload) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(hash);
            String fields = (version + 1) + "\n" + author + "\n" + at.toEpochMilli() + "\n" + payload;
            return new Head(version + 1, digest.digest(fields.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    public boolean has(byte[] other) {
        return Arrays.equals(hash, other);
    }
}
