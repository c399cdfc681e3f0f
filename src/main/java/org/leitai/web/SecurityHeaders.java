package org.leitai.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;

/**
 * What every response carries, and the one check that every change of state passes: it must come from a page of ours.
 */
@ApplicationScoped
class SecurityHeaders {

    /** No inline script or style, nothing from elsewhere: the hall has no internet, and neither should an attacker's markup. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data:; font-src 'self'; connect-src 'self'; manifest-src 'self'; frame-src 'self';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors ";

    /** What people on stage, in the hall and at home look at; a page of staff shows them side by side. */
    private static final List<String> STAGE = List.of("/screen/", "/live/", "/seat");

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int HEADERS_PRIORITY = 200;
    private static final int ORIGIN_PRIORITY = 190;

    private final LeitaiConfig config;
    private final Origins origins;
    private final Problems problems;

    SecurityHeaders(LeitaiConfig config, Origins origins, Problems problems) {
        this.config = config;
        this.origins = origins;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::addHeaders, HEADERS_PRIORITY);
        filters.register(this::requireOwnOrigin, ORIGIN_PRIORITY);
    }

    private void addHeaders(RoutingContext context) {
        HttpServerResponse response = context.response();
        String ancestors = STAGE.stream().anyMatch(context.request().path()::startsWith) ? "'self'" : "'none'";
        response.putHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY + ancestors)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin")
                .putHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        if (config.https()) {
            response.putHeader("Strict-Transport-Security", "max-age=31536000");
        }
        context.addHeadersEndHandler(ignored -> {
            // Personal unless said otherwise; static files and public boards say otherwise.
            if (!response.headers().contains("Cache-Control")) {
                response.putHeader("Cache-Control", "no-store");
            }
        });
        context.next();
    }

    /** Refuses a change of state that another site's page sends in the person's name (CSRF). */
    private void requireOwnOrigin(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (SAFE_METHODS.contains(request.method().name()) || origins.isOwn(request)) {
            context.next();
        } else {
            problems.write(context, 403, "web.foreign-origin");
        }
    }
}
