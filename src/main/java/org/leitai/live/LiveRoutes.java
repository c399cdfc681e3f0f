package org.leitai.live;

import io.quarkus.virtual.threads.VirtualThreads;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.leitai.web.Languages;
import org.leitai.web.Origins;
import org.leitai.web.Problem;
import org.leitai.web.Problems;

/**
 * The two ways to a topic: {@code GET /live/ws/{topic}} opens a socket, {@code GET /live/frames/{topic}?epoch=…&seq=…} gives the newest frame, or
 * 204 when the caller has it. Refused, before anything is kept for the caller: 400 malformed or with a query, 403 from a foreign page or
 * not admitted, 404 unknown, 503 full.
 *
 * <p>Routes of their own in front of all others: a handshake needs no session, and thousands come at once.
 */
@Singleton
class LiveRoutes {

    private static final String SOCKETS = "/live/ws/";
    private static final String FRAMES = "/live/frames/";

    /** In front of every filter and of the sign-in. */
    private static final int FIRST = -100_000;

    private final Owners owners;
    private final Admission admission;
    private final Seats seats;
    private final Sockets sockets;
    private final Origins origins;
    private final Problems problems;
    private final ExecutorService threads;

    LiveRoutes(
            Owners owners,
            Admission admission,
            Seats seats,
            Sockets sockets,
            Origins origins,
            Problems problems,
            @VirtualThreads ExecutorService threads) {
        this.owners = owners;
        this.admission = admission;
        this.seats = seats;
        this.sockets = sockets;
        this.origins = origins;
        this.problems = problems;
        this.threads = threads;
    }

    void register(@Observes Router router) {
        router.route().method(HttpMethod.GET).order(FIRST).handler(this::serveOrNext);
    }

    /** Prefixes, not patterns: they are looked at with every request. */
    private void serveOrNext(RoutingContext context) {
        String path = context.request().path();
        if (path.startsWith(SOCKETS)) {
            socket(context, path.substring(SOCKETS.length()));
        } else if (path.startsWith(FRAMES)) {
            frame(context, path.substring(FRAMES.length()));
        } else {
            context.next();
        }
    }

    private void socket(RoutingContext context, String topic) {
        HttpServerRequest request = context.request();
        Optional<LiveTopics> owner = owners.of(topic);
        if (!request.headers().contains(HttpHeaders.UPGRADE, "websocket", true)) {
            refuse(context, 400, "web.malformed");
        } else if (!request.headers().contains(HttpHeaders.ORIGIN) || !origins.isOwn(request)) {
            refuse(
                    context,
                    403,
                    "web.foreign-origin"); // a page's script cannot leave Origin out, so who does is no page of ours
        } else if (request.query() != null) {
            refuse(context, 400, "web.malformed"); // addresses are logged: nothing secret shall ever stand there
        } else if (owner.isEmpty()) {
            refuse(context, 404, "web.not-found");
        } else if (!seats.take()) {
            refuse(context, 503, "web.unavailable");
        } else {
            admit(
                    context,
                    owner.get(),
                    topic,
                    seats::free,
                    admitted -> open(context, owner.get(), topic, admitted.who()));
        }
    }

    private void open(RoutingContext context, LiveTopics owner, String topic, String who) {
        if (seats.assign(who)) {
            sockets.open(context.request(), owner, topic, who);
        } else {
            seats.free();
            refuse(context, 503, "web.unavailable");
        }
    }

    private void frame(RoutingContext context, String topic) {
        HttpServerRequest request = context.request();
        Optional<LiveTopics> owner = owners.of(topic);
        if (!origins.isOwn(request)) {
            refuse(context, 403, "web.foreign-origin");
        } else if (owner.isEmpty()) {
            refuse(context, 404, "web.not-found");
        } else {
            admit(context, owner.get(), topic, () -> {}, admitted -> reply(context, admitted.frame()));
        }
    }

    private static void reply(RoutingContext context, Frame frame) {
        HttpServerRequest request = context.request();
        var response = request.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (response.closed()) {
            return;
        }
        if (frame.is(request.getParam("epoch"), request.getParam("seq"))) {
            response.setStatusCode(204).end();
        } else {
            response.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(frame.json());
        }
    }

    /** Asks the owner on a virtual thread; the rest goes on where the request came in. */
    private void admit(
            RoutingContext context,
            LiveTopics owner,
            String topic,
            Runnable refused,
            Consumer<Admission.Result.Admitted> admitted) {
        HttpServerRequest request = context.request();
        request.pause();
        Context loop = Vertx.currentContext();
        threads.execute(() -> {
            try {
                Admission.Result result = admission.admit(owner, topic, request);
                loop.runOnContext(back -> {
                    switch (result) {
                        case Admission.Result.Admitted yes -> admitted.accept(yes);
                        case Admission.Result.Refused no -> {
                            refused.run();
                            refuse(context, no.status(), no.status() == 403 ? "web.forbidden" : "web.not-found");
                        }
                    }
                });
            } catch (RuntimeException e) {
                loop.runOnContext(back -> {
                    refused.run();
                    context.fail(e);
                });
            }
        });
    }

    private void refuse(RoutingContext context, int status, String code) {
        var response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        Problem problem = problems.of(status, code, Languages.of(context));
        problem.retryAfterSeconds().ifPresent(seconds -> response.putHeader("Retry-After", Integer.toString(seconds)));
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.JSON)
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Json.encodeToBuffer(problem));
    }
}
