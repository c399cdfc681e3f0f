package org.leitai.web;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Locale;
import org.leitai.kernel.Refusal;

/** Turns a "no" into what a client reads. */
@Singleton
public class Problems {

    private final Texts texts;
    private final Clock clock;

    Problems(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    public Problem of(Refusal refusal, Locale locale) {
        return of(refusal.status(), refusal.code(), locale);
    }

    public Problem of(int status, String code, Locale locale) {
        return Problem.of(status, code, texts.of(locale, code), clock.instant());
    }

    /** For filters below the resource layer. */
    void write(RoutingContext context, int status, String code) {
        Problem problem = of(status, code, Texts.CHINESE);
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", Problem.JSON)
                .end(new JsonObject()
                        .put("status", status)
                        .put("code", code)
                        .put("title", problem.title())
                        .put("serverTimeMillis", problem.serverTimeMillis())
                        .encode());
    }
}
