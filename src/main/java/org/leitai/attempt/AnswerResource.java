package org.leitai.attempt;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Optional;
import org.leitai.marking.Answer;
import org.leitai.marking.SlotShape;
import org.leitai.web.Arrivals;
import org.leitai.web.Problems;

/**
 * The hot path, {@code PUT /api/answers/{slot}}: one answer in, one acknowledgement out, after the commit. No look-up on the way:
 * the ticket says whose attempt it is and what its slots look like, the statement that writes decides the rest. Runs on the
 * event loop and never blocks it.
 *
 * <p>Not a resource like the others: it stands behind the arrival's stamp, the security headers, the check of the origin and of
 * the declared size, and in front of the sign-in and the resource layer, which together cost twice as much as the answer. The
 * ticket is the permission; a cookie is neither needed nor looked at.
 */
@ApplicationScoped
class AnswerResource {

    private static final String PATH = "/api/answers/";

    /** After the filters of {@code web} (300 to 280), before Quarkus' authentication (200). */
    private static final int PRIORITY = 250;

    private final Attempts attempts;
    private final Tickets tickets;
    private final Arrivals arrivals;
    private final Problems problems;

    AnswerResource(Attempts attempts, Tickets tickets, Arrivals arrivals, Problems problems) {
        this.attempts = attempts;
        this.tickets = tickets;
        this.arrivals = arrivals;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, PRIORITY);
    }

    private void take(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (request.method() == HttpMethod.PUT && request.path().startsWith(PATH)) {
            Buffer body = Buffer.buffer(128);
            request.handler(part -> append(body, part)).endHandler(end -> orFail(context, () -> answer(context, body)));
        } else {
            context.next();
        }
    }

    /** What goes wrong outside of the router's own call is answered like what goes wrong within. */
    private static void orFail(RoutingContext context, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            context.fail(e);
        }
    }

    /** No more of a body is kept than what shows that it is too large. */
    private static void append(Buffer body, Buffer part) {
        if (body.length() <= AnswerBody.LARGEST_BYTES) {
            body.appendBuffer(part);
        }
    }

    private void answer(RoutingContext context, Buffer body) {
        Instant arrival = arrivals.of(context);
        switch (tickets.check(context.request().getHeader(Tickets.HEADER), arrival)) {
            case Tickets.Check.Bad bad -> problems.write(context, bad.refusal());
            case Tickets.Check.Good good -> answer(context, good.ticket(), body, arrival);
        }
    }

    private void answer(RoutingContext context, Ticket ticket, Buffer body, Instant arrival) {
        if (body.length() > AnswerBody.LARGEST_BYTES) {
            problems.write(context, AttemptRefusal.TOO_LARGE);
            return;
        }
        String slot = context.request().path().substring(PATH.length());
        Optional<SlotShape> shape = SlotNumber.read(slot).flatMap(number -> SlotShape.decode(ticket.shapes(), number));
        Optional<AnswerBody> read = AnswerBody.read(body.getBytes());
        Optional<Answer> answer = shape.isEmpty() ? Optional.empty() : read.flatMap(given -> Answer.read(shape.get(), given.answer()));
        if (answer.isEmpty()) {
            problems.write(context, AttemptRefusal.MALFORMED);
            return;
        }
        Context loop = Vertx.currentContext();
        attempts.answer(ticket, Integer.parseInt(slot), read.get().seq(), answer.get().canonical(), arrival)
                // Back to the connection's own thread: the writer has the next batch to take.
                .thenAccept(result -> loop.runOnContext(
                        now -> orFail(context, () -> reply(context, result, shape.get()))));
    }

    private void reply(RoutingContext context, AnswerResult result, SlotShape shape) {
        if (context.response().closed()) {
            return; // the phone has gone; it will ask again
        }
        switch (result) {
            case AnswerResult.Stored stored ->
                context.response()
                        .putHeader("Content-Type", "application/json")
                        .end(AnswerJson.acknowledgement(stored, shape));
            case AnswerResult.Refused refused -> problems.write(context, refused.refusal());
        }
    }
}
