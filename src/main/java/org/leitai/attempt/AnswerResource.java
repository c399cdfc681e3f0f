package org.leitai.attempt;

import io.smallrye.common.annotation.NonBlocking;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.leitai.marking.Answer;
import org.leitai.marking.SlotShape;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Problems;

/**
 * The hot path: one answer in, one acknowledgement out, after the commit. No look-up on the way: the ticket says whose attempt it
 * is and what its slots look like, the statement that writes decides the rest. Runs on the event loop and never blocks it.
 */
@Path("/api/answers")
@Produces(MediaType.APPLICATION_JSON)
class AnswerResource {

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

    /** The ticket is the permission; a cookie is neither needed nor looked at. */
    @PUT
    @Path("/{slot}")
    @PermitAll
    @NonBlocking
    @Consumes(MediaType.WILDCARD)
    public CompletionStage<Response> answer(
            @PathParam("slot") String slot, @HeaderParam(Tickets.HEADER) String shown, byte[] body, RoutingContext context) {
        Instant arrival = arrivals.of(context);
        return switch (tickets.check(shown, arrival)) {
            case Tickets.Check.Bad bad -> refused(bad.refusal(), context);
            case Tickets.Check.Good good -> answer(good.ticket(), slot, body, context);
        };
    }

    private CompletionStage<Response> answer(Ticket ticket, String slot, byte[] body, RoutingContext context) {
        if (body.length > AnswerBody.LARGEST_BYTES) {
            return refused(AttemptRefusal.TOO_LARGE, context);
        }
        Optional<SlotShape> shape = SlotNumber.read(slot).flatMap(number -> SlotShape.decode(ticket.shapes(), number));
        Optional<AnswerBody> read = AnswerBody.read(body);
        Optional<Answer> answer = shape.isEmpty() ? Optional.empty() : read.flatMap(given -> Answer.read(shape.get(), given.answer()));
        if (answer.isEmpty()) {
            return refused(AttemptRefusal.MALFORMED, context);
        }
        return attempts.answer(ticket, Integer.parseInt(slot), read.get().seq(), answer.get().canonical(), arrivals.of(context))
                .thenApply(result -> reply(result, shape.get(), context));
    }

    private Response reply(AnswerResult result, SlotShape shape, RoutingContext context) {
        return switch (result) {
            case AnswerResult.Stored stored -> Response.ok(AnswerJson.acknowledgement(stored, shape)).build();
            case AnswerResult.Refused refused -> problems.of(refused.refusal(), Languages.of(context)).response();
        };
    }

    private CompletionStage<Response> refused(AttemptRefusal refusal, RoutingContext context) {
        return CompletableFuture.completedFuture(problems.of(refusal, Languages.of(context)).response());
    }
}
