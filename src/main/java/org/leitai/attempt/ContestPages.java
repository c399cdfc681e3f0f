package org.leitai.attempt;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
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
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.leitai.contest.Contest;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.roster.CurrentWorker;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Texts;

/** The contest's page, and the button on it that starts an attempt. */
@Path("/c/{contest}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ContestPages {

    private final Contests contests;
    private final Attempts attempts;
    private final ContestViews views;
    private final CurrentWorker worker;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;

    ContestPages(
            Contests contests,
            Attempts attempts,
            ContestViews views,
            CurrentWorker worker,
            Arrivals arrivals,
            Languages languages,
            Texts texts) {
        this.contests = contests;
        this.attempts = attempts;
        this.views = views;
        this.worker = worker;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
    }

    @GET
    @PermitAll
    public TemplateInstance contest(@PathParam("contest") String code, RoutingContext context) {
        Contest contest = contests.find(code).orElseThrow(NotFoundException::new);
        Instant now = arrivals.of(context);
        return page(contest, contest.currentRound(now), now, null);
    }

    /** Works without script: the answer to the form is the answering page, or this page saying why not. */
    @POST
    @Path("/r/{round}/attempts")
    @RolesAllowed(CurrentWorker.ROLE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response start(@PathParam("contest") String code, @PathParam("round") int ordinal, RoutingContext context) {
        Contest contest = contests.find(code).orElseThrow(NotFoundException::new);
        Round round = contest.round(ordinal).orElseThrow(NotFoundException::new);
        Instant now = arrivals.of(context);
        Optional<AttemptRefusal> refusal = attempts.start(round, worker.require(), now);
        return refusal.isEmpty()
                ? Response.seeOther(URI.create(RoundPaths.of(round) + "/answer"))
                        .build()
                : Response.status(refusal.get().status())
                        .entity(page(
                                contest,
                                round,
                                now,
                                texts.of(languages.current(), refusal.get().code())))
                        .build();
    }

    private TemplateInstance page(Contest contest, Round round, Instant now, String notice) {
        ContestView view = views.of(contest, round, worker.id(), now, languages.current(), notice);
        return new PhoneTemplates.contest(view).setLocale(languages.current());
    }
}
