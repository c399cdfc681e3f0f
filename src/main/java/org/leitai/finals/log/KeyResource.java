package org.leitai.finals.log;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;

/** The key with which this server signs files of finals, for whoever wants to check one without us. */
@Path("/finals/key.pem")
class KeyResource {

    private final ServerKey key;

    KeyResource(ServerKey key) {
        this.key = key;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @PermitAll
    public String key() {
        String base64 = Base64.getEncoder().encodeToString(key.get().publicKey());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }
}
