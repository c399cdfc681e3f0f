package org.leitai.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Set;

/**
 * Tells whether a request comes from a page of ours. Browsers send {@code Sec-Fetch-Site} (since 2020) or {@code Origin}; a
 * request with neither comes from no page at all and carries nobody's cookies by accident.
 */
@ApplicationScoped
public class Origins {

    private final Set<String> allowed;

    Origins(LeitaiConfig config) {
        this.allowed = config.allowedOrigins().map(Set::copyOf).orElse(Set.of());
    }

    public boolean isOwn(HttpServerRequest request) {
        String origin = request.getHeader("Origin");
        if (origin != null) {
            return isOwn(origin, request);
        }
        String site = request.getHeader("Sec-Fetch-Site");
        return site == null || site.equals("same-origin") || site.equals("none");
    }

    private boolean isOwn(String origin, HttpServerRequest request) {
        if (allowed.contains(origin)) {
            return true;
        }
        try {
            String authority = URI.create(origin).getAuthority();
            return authority != null && authority.equalsIgnoreCase(request.authority().toString());
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
