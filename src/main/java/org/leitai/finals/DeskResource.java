package org.leitai.finals;

import io.quarkus.qute.TemplateInstance;
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
import java.util.Map;
import org.leitai.finals.seat.LinkCheck;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.OpenSessions;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Problems;

/** The preflight board of the seats, and what the host does there. */
@Path("/staff/finals/{code}")
@RunOnVirtualThread
class DeskResource {

    private final Matches matches;
    private final LinkLimits limits;
    private final OwnerCalls owners;
    private final HostPass hosts;
    private final OpenSessions sessions;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Problems problems;
    private final Languages languages;

    DeskResource(
            Matches matches,
            LinkLimits limits,
            OwnerCalls owners,
            HostPass hosts,
            OpenSessions sessions,
            CurrentStaff staff,
            Arrivals arrivals,
            Problems problems,
            Languages languages) {
        this.matches = matches;
        this.limits = limits;
        this.owners = owners;
        this.hosts = hosts;
        this.sessions = sessions;
        this.staff = staff;
        this.arrivals = arrivals;
        this.problems = problems;
        this.languages = languages;
    }

    @GET
    @Path("/preflight")
    @Produces(MediaType.TEXT_HTML)
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response preflight(@PathParam("code") String code, RoutingContext context) {
        StoredMatch match = room(code).match();
        var view = new FinalViews.Preflight(
                match.code(),
                match.title(),
                limits.limits().slowMillis(),
                limits.limits().unsureMillis(),
                LinkCheck.JITTERY_MILLIS,
                LinkCheck.LOW_BATTERY_PERCENT);
        TemplateInstance page = new FinalTemplates.preflight(view).setLocale(languages.current());
        return Response.ok(page)
                .cookie(hosts.cookie(code, sessions.reference(context.request()).orElseThrow(), arrivals.of(context)))
                .build();
    }

    @POST
    @Path("/desk")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response desk(@PathParam("code") String code, DeskBody body, RoutingContext context) {
        MatchRoom room = room(code);
        String author = staff.require().username();
        return owners.desk(room, body, author, arrivals.of(context))
                .map(refusal -> problems.of(refusal, languages.current()).response())
                .orElseGet(() -> Response.ok(Map.of("ok", true)).build());
    }

    private MatchRoom room(String code) {
        return matches.room(code).orElseThrow(NotFoundException::new);
    }
}
