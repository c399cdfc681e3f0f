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
    private final Languages languages;

    AnswerResource(Attempts attempts, Tickets tickets, Arrivals arrivals, Problems problems, Languages languages) {
        this.attempts = attempts;
        this.tickets = tickets;
        this.arrivals = arrivals;
        this.problems = problems;
        this.languages = languages;
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
            case Tickets.Check.Bad bad -> refused(bad.refusal());
            case Tickets.Check.Good good -> answer(good.ticket(), slot, body, arrival);
        };
    }

    private CompletionStage<Response> answer(Ticket ticket, String slot, byte[] body, Instant arrival) {
        if (body.length > AnswerBody.LARGEST_BYTES) {
            return refused(AttemptRefusal.TOO_LARGE);
        }
        Optional<SlotShape> shape = SlotNumber.read(slot).flatMap(number -> SlotShape.decode(ticket.shapes(), number));
        Optional<AnswerBody> read = AnswerBody.read(body);
        Optional<Answer> answer = shape.isEmpty() ? Optional.empty() : read.flatMap(given -> Answer.read(shape.get(), given.answer()));
        if (answer.isEmpty()) {
            return refused(AttemptRefusal.MALFORMED);
        }
        return attempts.answer(ticket, Integer.parseInt(slot), read.get().seq(), answer.get().canonical(), arrival)
                .thenApply(result -> reply(result, shape.get()));
    }

    private Response reply(AnswerResult result, SlotShape shape) {
        return switch (result) {
            case AnswerResult.Stored stored -> Response.ok(AnswerJson.acknowledgement(stored, shape)).build();
            case AnswerResult.Refused refused -> problems.of(refused.refusal(), languages.current()).response();
        };
    }

    private CompletionStage<Response> refused(AttemptRefusal refusal) {
        return CompletableFuture.completedFuture(problems.of(refusal, languages.current()).response());
    }
}
