package org.leitai.finals.pack;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One of the three keys of a sealed pack, as its holder carries it 启封钥匙: thirty letters and digits in six groups. The first is the number
 * of the key, the last three check the others, so that a slip of the pen is told from a wrong key. Base 32 without I, L, O, U.
 *
 * @param number 1…3
 * @param share sixteen bytes
 */
record PackKey(int number, byte[] share) {

    static final int BYTES = 16;

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final int SHARE_LETTERS = 26; // 130 bits for 128
    private static final int CHECK_LETTERS = 3;
    private static final int LENGTH = 1 + SHARE_LETTERS + CHECK_LETTERS;
    private static final int GROUP = 5;

    /** In groups, as it is shown and written down. */
    String printed() {
        String bare = bare();
        var groups = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            groups.append(i == 0 ? "" : " ").append(bare, i, i + GROUP);
        }
        return groups.toString();
    }

    /** Spaces, hyphens and small letters are forgiven, and O for 0, I and L for 1; empty when it was not copied right. */
    static Optional<PackKey> typed(String text) {
        String bare = text == null ? "" : text.replaceAll("[\\s\\-–—]", "").toUpperCase(Locale.ROOT);
        bare = bare.replace('O', '0').replace('I', '1').replace('L', '1');
        if (bare.length() != LENGTH || bare.chars().anyMatch(letter -> LETTERS.indexOf(letter) < 0)) {
            return Optional.empty();
        }
        int number = LETTERS.indexOf(bare.charAt(0));
        if (number < 1 || number > Shamir.SHARES) {
            return Optional.empty();
        }
        var key = new PackKey(number, decode(bare.substring(1, 1 + SHARE_LETTERS)));
        return key.bare().equals(bare) ? Optional.of(key) : Optional.empty();
    }

    private String bare() {
        String said = LETTERS.charAt(number) + encode(share, SHARE_LETTERS);
        return said + encode(digest(said), CHECK_LETTERS);
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first letters of the bits; behind the last bit there are zeros. */
    private static String encode(byte[] bytes, int letters) {
        var text = new StringBuilder(letters);
        for (int i = 0; i < letters; i++) {
            int value = 0;
            for (int bit = i * BITS; bit < (i + 1) * BITS; bit++) {
                int set = bit / 8 < bytes.length ? bytes[bit / 8] >> 7 - bit % 8 & 1 : 0;
                value = value << 1 | set;
            }
            text.append(LETTERS.charAt(value));
        }
        return text.toString();
    }

    private static byte[] decode(String text) {
        byte[] bytes = new byte[BYTES];
        for (int bit = 0; bit < BYTES * 8; bit++) {
            int value = LETTERS.indexOf(text.charAt(bit / BITS));
            if ((value >> BITS - 1 - bit % BITS & 1) != 0) {
                bytes[bit / 8] |= (byte) (1 << 7 - bit % 8);
            }
        }
        return bytes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackKey(int otherNumber, byte[] otherShare)
                && number == otherNumber
                && MessageDigest.isEqual(share, otherShare);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(share);
    }

    /** Names nothing of it. */
    @Override
    public String toString() {
        return "(key of a pack)";
    }
}
