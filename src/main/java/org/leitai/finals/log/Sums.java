package org.leitai.finals.log;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The chain through the lines of a file 行校验链: each line ends with the SHA-256 of the sum before it and of its own bytes up to that
 * end, so whoever changes, drops, doubles or moves a line is found at that line.
 */
final class Sums {

    private static final String FIELD = ",\"sum\":\"";
    private static final String END = "\"}";
    private static final int LENGTH = FIELD.length() + 64 + END.length();

    private byte[] last = new byte[32];

    /** The line with its sum. */
    String close(String body) {
        last = next(body);
        return body.substring(0, body.length() - 1) + FIELD + HexFormat.of().formatHex(last) + END;
    }

    /** The body of a line whose sum follows; null when it does not. */
    String open(String line) {
        int cut = line.length() - LENGTH;
        if (cut < 1 || !line.startsWith(FIELD, cut) || !line.endsWith(END)) {
            return null;
        }
        String body = line.substring(0, cut) + "}";
        byte[] next = next(body);
        String hex = HexFormat.of().formatHex(next);
        if (!line.startsWith(hex, cut + FIELD.length())) {
            return null;
        }
        last = next;
        return body;
    }

    /** Hexadecimal digits. */
    String last() {
        return HexFormat.of().formatHex(last);
    }

    private byte[] next(String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        byte[] both = Arrays.copyOf(last, last.length + bytes.length);
        System.arraycopy(bytes, 0, both, last.length, bytes.length);
        return sha256(both);
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
