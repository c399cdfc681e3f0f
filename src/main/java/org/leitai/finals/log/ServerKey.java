package org.leitai.finals.log;

import jakarta.enterprise.context.ApplicationScoped;
import org.leitai.web.Signer;

/** The key by which this server signs its files 本服务器签名密钥: from LEITAI_SECRET, so the same on every node and as lasting as that. */
@ApplicationScoped
class ServerKey {

    private final LogKey key;

    ServerKey(Signer signer) {
        key = LogKey.of(signer.key("match-file-signature").digest("ed25519"));
    }

    LogKey get() {
        return key;
    }
}
