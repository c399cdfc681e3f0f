package org.leitai.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Tells whether a request comes from a page of ours. Browsers send {@code Sec-Fetch-Site} (since 2020) or {@code Origin}; a
 * request with neither comes from no page at all and carries nobody's cookies by accident.
 */
@Singleton
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
        int host = origin.indexOf("://") + 3;
        return host > 2 && origin.substring(host).equalsIgnoreCase(String.valueOf(request.authority()))
                || allowed.contains(origin);
    }
}
