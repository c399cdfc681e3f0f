package org.leitai.finals.pack;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import org.leitai.web.Signer;

/** Keeps small secrets in the database under the server's secret 保管箱: all nodes can read them, who has the database alone cannot. */
@Singleton
class Vault {

    private final SecureRandom random = new SecureRandom();
    private final byte[] key;

    Vault(Signer signer) {
        key = signer.key("question-pack-vault").digest("AES-256");
    }

    byte[] seal(byte[] plain, String about) {
        return Gcm.seal(key, plain, about, random);
    }

    Optional<byte[]> open(byte[] sealed, String about) {
        return Gcm.open(key, sealed, about);
    }
}
