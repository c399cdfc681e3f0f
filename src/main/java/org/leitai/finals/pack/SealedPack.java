package org.leitai.finals.pack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A pack that nobody can read 密封的试题包. A random data key of 32 bytes encrypts the plain text; a random secret of 16 bytes, which
 * exists only as three shares, wraps the data key. Two shares give the secret back.
 *
 * @param hash SHA-256 of the plain text
 * @param ciphertext AES-256-GCM
 * @param wrappedKey the data key, likewise
 */
record SealedPack(byte[] hash, byte[] ciphertext, byte[] wrappedKey) {

    /** With the keys to it, which are not kept together anywhere. */
    record Made(SealedPack pack, List<PackKey> keys) {}

    static Made seal(byte[] plain, String match, SecureRandom random) {
        byte[] dataKey = random(Gcm.KEY_BYTES, random);
        byte[] secret = random(PackKey.BYTES, random);
        byte[] hash = sha256(plain);
        var pack = new SealedPack(
                hash,
                Gcm.seal(dataKey, plain, about(match), random),
                Gcm.seal(wrapping(secret), dataKey, about(match), random));
        byte[][] shares = Shamir.split(secret, random);
        List<PackKey> keys = IntStream.rangeClosed(1, Shamir.SHARES)
                .mapToObj(number -> new PackKey(number, shares[number - 1]))
                .toList();
        return new Made(pack, keys);
    }

    /** The data key; empty when the keys are of another pack. */
    Optional<byte[]> dataKey(PackKey first, PackKey second, String match) {
        byte[] secret = Shamir.combine(first.number(), first.share(), second.number(), second.share());
        return Gcm.open(wrapping(secret), wrappedKey, about(match));
    }

    /** The plain text; empty when it is not, to the last bit, what was sealed and published. */
    Optional<byte[]> plain(byte[] dataKey, String match) {
        return Gcm.open(dataKey, ciphertext, about(match)).filter(plain -> MessageDigest.isEqual(sha256(plain), hash));
    }

    private static String about(String match) {
        return "leitai question pack 1 " + match;
    }

    /** A key of 32 bytes from the secret: HMAC-SHA-256, as the secret has full entropy. */
    private static byte[] wrapping(byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal("leitai question pack key".getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length, SecureRandom random) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Names nothing of it. */
    @Override
    public String toString() {
        return "(sealed pack)";
    }
}
