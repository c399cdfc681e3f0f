package org.leitai.finals.log;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;

/** A pair of keys that signs logs 日志签名密钥: Ed25519 (RFC 8032), made from 32 bytes, so that all nodes with one secret have the same. */
final class LogKey {

    static final int SEED_BYTES = 32;

    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;

    private LogKey(KeyPair pair) {
        this.pair = pair;
    }

    static LogKey of(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(NamedParameterSpec.ED25519, new Fixed(seed));
            return new LogKey(generator.generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As X.509 writes it (RFC 8410), 44 bytes. */
    byte[] publicKey() {
        return pair.getPublic().getEncoded();
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False also for what is no key or no signature. */
    static boolean verifies(byte[] publicKey, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(publicKey)));
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Gives the seed instead of chance: the generator draws its private key, and nothing else. */
    private static final class Fixed extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient byte[] seed;

        Fixed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("the generator asked for " + bytes.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
