package org.leitai.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/** The hash of one entry: SHA-256 over position, microseconds, the length-prefixed texts, and the hash before it. */
final class ChainHash {

    static final byte[] BEFORE_THE_FIRST = new byte[32];

    private ChainHash() {}

    static byte[] of(StoredEntry entry, byte[] previous) {
        MessageDigest digest = sha256();
        digest.update(number(entry.position()));
        digest.update(number(ChronoUnit.MICROS.between(Instant.EPOCH, entry.at())));
        Stream.of(entry.actor(), entry.action(), entry.subject(), entry.reason(), entry.detailJson())
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .forEach(bytes -> {
                    // The length keeps "ab"+"c" apart from "a"+"bc".
                    digest.update(number(bytes.length));
                    digest.update(bytes);
                });
        return digest.digest(previous);
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
