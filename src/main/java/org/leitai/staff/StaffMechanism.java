package org.leitai.staff;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.leitai.web.ErrorPages;

/**
 * Reads the session cookie, below {@code /staff} only. Who must change a given password first is nobody on every other page,
 * and is led to the one that changes it.
 */
@ApplicationScoped
class StaffMechanism implements HttpAuthenticationMechanism {

    private static final Set<String> OPEN_BEFORE_THE_CHANGE = Set.of(StaffPath.PASSWORD, StaffPath.SIGN_OUT);

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Cookie cookie = context.request().getCookie(StaffCookie.NAME);
        if (cookie == null || !StaffPath.covers(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        return identities
                .authenticate(new SessionTokenRequest(cookie.getValue()))
                .map(identity -> admit(identity, context))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull();
    }

    private static SecurityIdentity admit(SecurityIdentity identity, RoutingContext context) {
        boolean mustChange = identity.getAttribute(SessionIdentityProvider.MUST_CHANGE) != null;
        if (mustChange && !OPEN_BEFORE_THE_CHANGE.contains(context.normalizedPath())) {
            context.put(SessionIdentityProvider.MUST_CHANGE, true);
            return null;
        }
        return identity;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (!StaffPath.covers(context.normalizedPath())) {
            return Uni.createFrom().nullItem();
        }
        boolean isPage = context.request().method() == HttpMethod.GET && ErrorPages.prefersHtml(context);
        return Uni.createFrom()
                .item(isPage ? new ChallengeData(303, "Location", wayIn(context)) : new ChallengeData(401, null, null));
    }

    private static String wayIn(RoutingContext context) {
        String wish = context.request().uri();
        return context.get(SessionIdentityProvider.MUST_CHANGE) != null
                ? StaffPath.passwordFor(wish)
                : StaffPath.signInFor(wish);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(SessionTokenRequest.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom()
                .item(new HttpCredentialTransport(HttpCredentialTransport.Type.COOKIE, StaffCookie.NAME));
    }
}
