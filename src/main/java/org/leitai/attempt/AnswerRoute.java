package org.leitai.attempt;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.leitai.kernel.Refusal;
import org.leitai.marking.Answer;
import org.leitai.marking.SlotShape;
import org.leitai.web.Languages;
import org.leitai.web.Origins;
import org.leitai.web.Problem;
import org.leitai.web.Problems;

/**
 * The hot path: {@code PUT /api/answers/{slot}}, one answer in, one acknowledgement out, after the commit. The ticket is the
 * permission and says what the slots look like; the statement that writes decides the rest. There is no look-up on the way.
 *
 * <p>A route of its own in front of all others, on the event loop: what the framework does for every other request (roles, request
 * scope, reflection) took two thirds of the time and decides nothing here.
 */
@Singleton
class AnswerRoute {

    private static final String PREFIX = "/api/answers/";

    /** In front of every filter and of the sign-in. */
    private static final int FIRST = -100_000;

    private final Attempts attempts;
    private final Tickets tickets;
    private final Origins origins;
    private final Problems problems;
    private final Clock clock;

    AnswerRoute(Attempts attempts, Tickets tickets, Origins origins, Problems problems, Clock clock) {
        this.attempts = attempts;
        this.tickets = tickets;
        this.origins = origins;
        this.problems = problems;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.route().method(HttpMethod.PUT).order(FIRST).handler(this::answerOrNext);
    }

    /** A prefix, not a pattern: it is looked at with every request. */
    private void answerOrNext(RoutingContext context) {
        if (context.request().path().startsWith(PREFIX)) {
            answer(context);
        } else {
            context.next();
        }
    }

    private void answer(RoutingContext context) {
        Instant arrival = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        HttpServerRequest request = context.request();
        if (!origins.isOwn(request)) {
            refuse(context, problems.of(403, "web.foreign-origin", Languages.of(context)));
            return;
        }
        switch (tickets.check(request.getHeader(Tickets.HEADER), arrival)) {
            case Tickets.Check.Bad bad -> refuse(context, bad.refusal());
            case Tickets.Check.Good good ->
                SmallBody.read(
                        request,
                        AnswerBody.LARGEST_BYTES,
                        body -> answer(context, good.ticket(), body, arrival),
                        () -> refuse(context, AttemptRefusal.TOO_LARGE));
        }
    }

    private void answer(RoutingContext context, Ticket ticket, Buffer body, Instant arrival) {
        // The stamp is that of the first byte: who holds the rest back, to think on, gains nothing.
        if (clock.instant().isAfter(arrival.plus(GroupCommit.LONGEST_WAIT))) {
            refuse(context, AttemptRefusal.BUSY);
            return;
        }
        Optional<Integer> slot = SlotNumber.read(context.request().path().substring(PREFIX.length()));
        Optional<SlotShape> shape = slot.flatMap(number -> SlotShape.decode(ticket.shapes(), number));
        Optional<AnswerBody> given = AnswerBody.read(body.getBytes());
        Optional<Answer> answer = shape.flatMap(known -> given.flatMap(read -> Answer.read(known, read.answer())));
        if (answer.isEmpty()) {
            refuse(context, AttemptRefusal.MALFORMED);
            return;
        }
        ReplyQueue replies = ReplyQueue.ofThisLoop();
        attempts.answer(ticket, slot.get(), given.get().seq(), answer.get().canonical(), arrival)
                .thenAccept(result -> replies.add(() -> reply(context, result, shape.get())));
    }

    private void reply(RoutingContext context, AnswerResult result, SlotShape shape) {
        switch (result) {
            case AnswerResult.Stored stored ->
                send(context, 200, "application/json", Buffer.buffer(AnswerJson.acknowledgement(stored, shape)));
            case AnswerResult.Refused refused -> refuse(context, refused.refusal());
        }
    }

    private void refuse(RoutingContext context, Refusal refusal) {
        refuse(context, problems.of(refusal, Languages.of(context)));
    }

    private void refuse(RoutingContext context, Problem problem) {
        problem.retryAfterSeconds()
                .ifPresent(seconds -> context.response().putHeader("Retry-After", Integer.toString(seconds)));
        send(context, problem.status(), Problem.JSON, Json.encodeToBuffer(problem));
    }

    private static void send(RoutingContext context, int status, String type, Buffer body) {
        if (!context.response().ended() && !context.response().closed()) {
            context.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", type)
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .end(body);
        }
    }
}
