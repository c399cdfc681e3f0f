package org.leitai.staff;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The member of staff who sent the present request. */
@RequestScoped
public class CurrentStaff {

    private final SecurityIdentity identity;

    CurrentStaff(SecurityIdentity identity) {
        this.identity = identity;
    }

    public Optional<StaffMember> find() {
        return identity.getPrincipal() instanceof StaffMember member ? Optional.of(member) : Optional.empty();
    }

    /** @throws UnauthorizedException (401) when nobody has signed in */
    public StaffMember require() {
        return find().orElseThrow(UnauthorizedException::new);
    }
}
