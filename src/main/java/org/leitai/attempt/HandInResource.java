package org.leitai.attempt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.contest.Contests;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Problems;

/** What a phone asks for with its ticket besides answering: the next question, and the end. */
@Path("/api/answers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HandInResource {

    /** {@code {"from":2}}, and nothing else: the present question's number. */
    private static final Pattern NEXT = Pattern.compile("\\s*\\{\\s*\"from\"\\s*:\\s*([1-9][0-9]{0,2})\\s*}\\s*");

    private final Attempts attempts;
    private final AttemptStates states;
    private final Contests contests;
    private final Tickets tickets;
    private final Arrivals arrivals;
    private final Problems problems;

    HandInResource(
            Attempts attempts,
            AttemptStates states,
            Contests contests,
            Tickets tickets,
            Arrivals arrivals,
            Problems problems) {
        this.attempts = attempts;
        this.states = states;
        this.contests = contests;
        this.tickets = tickets;
        this.arrivals = arrivals;
        this.problems = problems;
    }

    @POST
    @Path("/next")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    public Response next(@HeaderParam(Tickets.HEADER) String shown, String body, RoutingContext context) {
        Instant now = arrivals.of(context);
        Matcher wish = NEXT.matcher(body);
        return switch (tickets.check(shown, now)) {
            case Tickets.Check.Bad bad -> refused(bad.refusal(), context);
            case Tickets.Check.Good good when !wish.matches() -> refused(AttemptRefusal.MALFORMED, context);
            case Tickets.Check.Good good -> next(good.ticket(), Integer.parseInt(wish.group(1)), now, context);
        };
    }

    @POST
    @Path("/hand-in")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    public Response handIn(@HeaderParam(Tickets.HEADER) String shown, RoutingContext context) {
        Instant now = arrivals.of(context);
        return switch (tickets.check(shown, now)) {
            case Tickets.Check.Bad bad -> refused(bad.refusal(), context);
            case Tickets.Check.Good good -> handIn(good.ticket(), now, context);
        };
    }

    private Response handIn(Ticket ticket, Instant now, RoutingContext context) {
        return attempts.handIn(ticket, now)
                .map(place ->
                        RoundPaths.of(contests.round(place.round()).orElseThrow()) + "/attempts/" + place.ordinal())
                .map(path -> Response.ok(Map.of("result", path)).build())
                .orElseGet(() -> refused(AttemptRefusal.UNKNOWN, context));
    }

    private Response next(Ticket ticket, int from, Instant now, RoutingContext context) {
        Optional<OpenAttempt> open = attempts.deliverNext(ticket, from, now);
        return open.map(attempt -> states.of(contests.round(attempt.round()).orElseThrow(), attempt, now))
                .orElseGet(() -> refused(AttemptRefusal.CLOSED, context));
    }

    private Response refused(AttemptRefusal refusal, RoutingContext context) {
        return problems.of(refusal, Languages.of(context)).response();
    }
}
