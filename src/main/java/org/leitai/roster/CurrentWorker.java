package org.leitai.roster;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.leitai.kernel.PersonId;

/** The worker who sent the present request. Taken from the signed cookie: no look-up. */
@ApplicationScoped
public class CurrentWorker {

    /** Staff and workers may be signed in by the same browser; pages of the one never see the other. */
    public static final String ROLE = "worker";

    private final SecurityIdentity identity;

    CurrentWorker(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Optional<PersonId> id() {
        return identity.getPrincipal() instanceof WorkerPrincipal worker
                ? Optional.of(worker.person())
                : Optional.empty();
    }

    /** @throws UnauthorizedException when nobody is signed in: people are led to the registration, clients get a 401 */
    public PersonId require() {
        return id().orElseThrow(UnauthorizedException::new);
    }
}
