package org.leitai.roster;

import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Turns a worker's cookie into an identity, everywhere but on the pages of staff. Runs on the event loop with every request:
 * one HMAC, no look-up. A cookie that is no good is none; who then needs an identity is led to the registration.
 */
@ApplicationScoped
class WorkerAuthentication implements HttpAuthenticationMechanism {

    private final WorkerCookie cookies;
    private final Sessions sessions;
    private final Clock clock;

    WorkerAuthentication(WorkerCookie cookies, Sessions sessions, Clock clock) {
        this.cookies = cookies;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        Cookie cookie = context.request().getCookie(cookies.name());
        if (cookie == null || isOrLiesBelow(context, "/staff")) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom()
                .item(worker(cookie.getValue(), clock.instant())
                        .map(WorkerAuthentication::identity)
                        .orElse(null));
    }

    /** People go to the registration, which also leads to the sign-in: the new ones are the many. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        if (isOrLiesBelow(context, "/staff")) {
            return Uni.createFrom().nullItem();
        }
        return Uni.createFrom().item(isPage(context) ? registration(context) : new ChallengeData(401, null, null));
    }

    private static boolean isPage(RoutingContext context) {
        HttpMethod method = context.request().method();
        return (method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD)) && !isOrLiesBelow(context, "/api");
    }

    private static ChallengeData registration(RoutingContext context) {
        ReturnPath to = ReturnPath.of(context.request().uri());
        return new ChallengeData(303, "Location", "/register" + to.query());
    }

    private Optional<WorkerPrincipal> worker(String cookie, Instant now) {
        return cookies.verify(cookie, now).filter(worker -> sessions.isCurrent(worker.person(), worker.epoch()));
    }

    private static SecurityIdentity identity(WorkerPrincipal worker) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(worker)
                .addRole(CurrentWorker.ROLE)
                .build();
    }

    private static boolean isOrLiesBelow(RoutingContext context, String root) {
        String path = context.normalizedPath();
        return path.equals(root) || path.startsWith(root + "/");
    }
}
