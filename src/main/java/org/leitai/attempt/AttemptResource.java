package org.leitai.attempt;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;
import org.leitai.roster.CurrentWorker;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Problems;

/** Start, delivery and rank of my attempts, for the answering and the result page. */
@Path("/api/c/{contest}/r/{round}/attempts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AttemptResource {

    private final Attempts attempts;
    private final Contests contests;
    private final AttemptStates states;
    private final CurrentWorker worker;
    private final Arrivals arrivals;
    private final Problems problems;
    private final Languages languages;
    private final Standings standings;

    AttemptResource(
            Attempts attempts,
            Contests contests,
            AttemptStates states,
            CurrentWorker worker,
            Arrivals arrivals,
            Problems problems,
            Languages languages,
            Standings standings) {
        this.attempts = attempts;
        this.contests = contests;
        this.states = states;
        this.worker = worker;
        this.arrivals = arrivals;
        this.problems = problems;
        this.languages = languages;
        this.standings = standings;
    }

    @POST
    @RolesAllowed(CurrentWorker.ROLE)
    @Consumes(MediaType.WILDCARD)
    public Response start(
            @PathParam("contest") String contest, @PathParam("round") int ordinal, RoutingContext context) {
        Round round = round(contest, ordinal);
        return attempts.start(round, worker.require(), arrivals.of(context))
                .map(this::refused)
                .orElseGet(() -> Response.ok(Map.of("answerPage", RoundPaths.of(round) + "/answer"))
                        .build());
    }

    @GET
    @Path("/open")
    @RolesAllowed(CurrentWorker.ROLE)
    public Response open(
            @PathParam("contest") String contest, @PathParam("round") int ordinal, RoutingContext context) {
        Round round = round(contest, ordinal);
        Instant now = arrivals.of(context);
        return attempts.deliver(round, worker.require(), now)
                .map(open -> states.of(round, open, now))
                .orElseGet(() ->
                        refused(now.isBefore(round.window().closes()) ? AttemptRefusal.UNKNOWN : AttemptRefusal.ENDED));
    }

    /** The rank of one of my finished attempts, asked again while the board is being brought up to date. */
    @GET
    @Path("/{number}")
    @RolesAllowed(CurrentWorker.ROLE)
    public Response standing(
            @PathParam("contest") String contest, @PathParam("round") int ordinal, @PathParam("number") int number) {
        Round round = round(contest, ordinal);
        PersonId person = worker.require();
        boolean mine = attempts.finished(round, person).stream().anyMatch(attempt -> attempt.ordinal() == number);
        return mine ? Response.ok(standings.json(round, person)).build() : refused(AttemptRefusal.UNKNOWN);
    }

    private Round round(String contest, int ordinal) {
        return contests.round(contest, ordinal).orElseThrow(NotFoundException::new);
    }

    private Response refused(AttemptRefusal refusal) {
        return problems.of(refusal, languages.current()).response();
    }
}
