package org.leitai.attempt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.bank.Form;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;
import org.leitai.marking.SlotShape;
import org.leitai.roster.CurrentWorker;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Problems;

/** Start, delivery, next question and hand-in, for the answering page. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AttemptResource {

    /** {@code {"from":2}}, and nothing else: the present question's number. */
    private static final Pattern NEXT = Pattern.compile("\\s*\\{\\s*\"from\"\\s*:\\s*([1-9][0-9]{0,2})\\s*}\\s*");

    private final Attempts attempts;
    private final Contests contests;
    private final Tickets tickets;
    private final CurrentWorker worker;
    private final Arrivals arrivals;
    private final Problems problems;
    private final Languages languages;
    private final Standings standings;

    AttemptResource(
            Attempts attempts,
            Contests contests,
            Tickets tickets,
            CurrentWorker worker,
            Arrivals arrivals,
            Problems problems,
            Languages languages,
            Standings standings) {
        this.attempts = attempts;
        this.contests = contests;
        this.tickets = tickets;
        this.worker = worker;
        this.arrivals = arrivals;
        this.problems = problems;
        this.languages = languages;
        this.standings = standings;
    }

    @POST
    @Path("/c/{contest}/r/{round}/attempts")
    @RolesAllowed(CurrentWorker.ROLE)
    @Consumes(MediaType.WILDCARD)
    public Response start(
            @PathParam("contest") String contest, @PathParam("round") int ordinal, RoutingContext context) {
        Round round = round(contest, ordinal);
        return attempts.start(round, worker.require(), arrivals.of(context))
                .map(this::refused)
                .orElseGet(() -> Response.ok(Map.of("answerPage", RoundPaths.of(round) + "/answer")).build());
    }

    @GET
    @Path("/c/{contest}/r/{round}/attempts/open")
    @RolesAllowed(CurrentWorker.ROLE)
    public Response open(@PathParam("contest") String contest, @PathParam("round") int ordinal, RoutingContext context) {
        Round round = round(contest, ordinal);
        Instant now = arrivals.of(context);
        return attempts.deliver(round, worker.require(), now)
                .map(open -> state(round, open, now))
                .orElseGet(() -> refused(
                        now.isBefore(round.window().closes()) ? AttemptRefusal.UNKNOWN : AttemptRefusal.ENDED));
    }

    /** The rank of one of my finished attempts, asked again while the board is being brought up to date. */
    @GET
    @Path("/c/{contest}/r/{round}/attempts/{number}")
    @RolesAllowed(CurrentWorker.ROLE)
    public Response standing(
            @PathParam("contest") String contest, @PathParam("round") int ordinal, @PathParam("number") int number) {
        Round round = round(contest, ordinal);
        PersonId person = worker.require();
        boolean mine = attempts.finished(round, person).stream().anyMatch(attempt -> attempt.ordinal() == number);
        return mine ? Response.ok(standings.json(round, person)).build() : refused(AttemptRefusal.UNKNOWN);
    }

    @POST
    @Path("/answers/next")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    public Response next(@HeaderParam(Tickets.HEADER) String shown, String body, RoutingContext context) {
        Instant now = arrivals.of(context);
        Matcher wish = NEXT.matcher(body);
        return switch (tickets.check(shown, now)) {
            case Tickets.Check.Bad bad -> refused(bad.refusal());
            case Tickets.Check.Good good when !wish.matches() -> refused(AttemptRefusal.MALFORMED);
            case Tickets.Check.Good good -> next(good.ticket(), Integer.parseInt(wish.group(1)), now);
        };
    }

    @POST
    @Path("/answers/hand-in")
    @PermitAll
    @Consumes(MediaType.WILDCARD)
    public Response handIn(@HeaderParam(Tickets.HEADER) String shown, RoutingContext context) {
        Instant now = arrivals.of(context);
        return switch (tickets.check(shown, now)) {
            case Tickets.Check.Bad bad -> refused(bad.refusal());
            case Tickets.Check.Good good -> handIn(good.ticket(), now);
        };
    }

    private Response handIn(Ticket ticket, Instant now) {
        return attempts.handIn(ticket, now)
                .map(place -> RoundPaths.of(contests.round(place.round()).orElseThrow()) + "/attempts/" + place.ordinal())
                .map(path -> Response.ok(Map.of("result", path)).build())
                .orElseGet(() -> refused(AttemptRefusal.UNKNOWN));
    }

    private Response next(Ticket ticket, int from, Instant now) {
        Optional<OpenAttempt> open = attempts.deliverNext(ticket, from, now);
        return open.map(attempt -> state(contests.round(attempt.round()).orElseThrow(), attempt, now))
                .orElseGet(() -> refused(AttemptRefusal.CLOSED));
    }

    private Response state(Round round, OpenAttempt attempt, Instant now) {
        Form form = contests.pool(attempt.ruleSheetId()).draw(attempt.seed());
        List<AttemptStore.Current> answers = attempts.answers(attempt.id());
        String ticket = tickets.issue(attempt, SlotShape.encode(SlotShape.of(form)));
        return Response.ok(AnswerJson.state(round, attempt, form, ticket, answers, now.toEpochMilli()))
                .build();
    }

    private Round round(String contest, int ordinal) {
        return contests.round(contest, ordinal).orElseThrow(NotFoundException::new);
    }

    private Response refused(AttemptRefusal refusal) {
        return problems.of(refusal, languages.current()).response();
    }
}
