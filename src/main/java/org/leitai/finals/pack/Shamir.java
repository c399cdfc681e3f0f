package org.leitai.finals.pack;

import java.security.SecureRandom;

/**
 * Splits a secret into three shares of which any two give it back and one alone says nothing 密钥分割: Shamir (1979) over GF(256), byte by
 * byte, on a line {@code secret + slope · x} at {@code x} = 1, 2, 3. The field is that of AES, modulo x⁸ + x⁴ + x³ + x + 1. Pure.
 */
final class Shamir {

    static final int SHARES = 3;

    private static final int MODULUS = 0x11b;
    private static final int BYTE = 0xff;

    private Shamir() {}

    /** @return share {@code x} at index {@code x - 1}, as long as the secret */
    static byte[][] split(byte[] secret, SecureRandom random) {
        byte[] slope = new byte[secret.length];
        random.nextBytes(slope);
        return split(secret, slope);
    }

    static byte[][] split(byte[] secret, byte[] slope) {
        byte[][] shares = new byte[SHARES][secret.length];
        for (int x = 1; x <= SHARES; x++) {
            for (int i = 0; i < secret.length; i++) {
                shares[x - 1][i] = (byte) (secret[i] ^ times(slope[i] & BYTE, x));
            }
        }
        return shares;
    }

    /**
     * Where the line through two shares meets zero.
     *
     * @throws IllegalArgumentException for a share twice, or shares of different lengths
     */
    static byte[] combine(int firstX, byte[] first, int secondX, byte[] second) {
        if (firstX == secondX || first.length != second.length) {
            throw new IllegalArgumentException("not two shares of one secret");
        }
        int scale = inverse(firstX ^ secondX);
        byte[] secret = new byte[first.length];
        for (int i = 0; i < secret.length; i++) {
            int sum = times(first[i] & BYTE, secondX) ^ times(second[i] & BYTE, firstX);
            secret[i] = (byte) times(sum, scale);
        }
        return secret;
    }

    static int times(int a, int b) {
        int product = 0;
        int left = a;
        for (int right = b; right != 0; right >>= 1) {
            if ((right & 1) != 0) {
                product ^= left;
            }
            left <<= 1;
            if (left > BYTE) {
                left ^= MODULUS;
            }
        }
        return product;
    }

    /** By Fermat: {@code a} to the power of 254. */
    static int inverse(int a) {
        int power = 1;
        for (int i = 0; i < 254; i++) {
            power = times(power, a);
        }
        return power;
    }
}
