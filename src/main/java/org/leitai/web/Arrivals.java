package org.leitai.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Stamps every request with the instant of its arrival, before anything else is done to it: an answer is judged by this
 * instant, whatever the queue behind it.
 */
@Singleton
public class Arrivals {

    private static final String KEY = "leitai.arrival";
    private static final int FIRST = 1000;

    private final Clock clock;

    Arrivals(Clock clock) {
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    context.put(KEY, clock.instant().truncatedTo(ChronoUnit.MILLIS));
                    context.next();
                },
                FIRST);
    }

    /** Whole milliseconds, truncated. */
    public Instant of(RoutingContext context) {
        return context.get(KEY);
    }
}
