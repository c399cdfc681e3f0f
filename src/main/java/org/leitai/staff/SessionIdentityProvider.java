package org.leitai.staff;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks a session up, on a worker thread. Unknown, ended and expired ones fail alike. */
@ApplicationScoped
class SessionIdentityProvider implements IdentityProvider<SessionTokenRequest> {

    /** Attribute of an identity whose password was given by somebody else. */
    static final String MUST_CHANGE = "must-change";

    private final Sessions sessions;

    SessionIdentityProvider(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Class<SessionTokenRequest> getRequestType() {
        return SessionTokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(SessionTokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> sessions.find(request.token())
                .map(SessionIdentityProvider::identity)
                .orElseThrow(AuthenticationFailedException::new));
    }

    private static SecurityIdentity identity(SessionStore.Found session) {
        var identity =
                QuarkusSecurityIdentity.builder().setPrincipal(session.member()).addRole(Roles.STAFF);
        return session.mustChange()
                ? identity.addAttribute(MUST_CHANGE, true).build()
                : identity.addRoles(session.member().roles()).build();
    }
}
