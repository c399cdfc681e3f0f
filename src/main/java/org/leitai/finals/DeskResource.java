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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.leitai.finals.seat.LinkCheck;
import org.leitai.finals.seat.SeatDesk;
import org.leitai.kernel.Refusal;
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
    private final SeatAdmissions admissions;
    private final LinkLimits limits;
    private final HostPass hosts;
    private final OpenSessions sessions;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Problems problems;
    private final Languages languages;

    DeskResource(
            Matches matches,
            SeatAdmissions admissions,
            LinkLimits limits,
            HostPass hosts,
            OpenSessions sessions,
            CurrentStaff staff,
            Arrivals arrivals,
            Problems problems,
            Languages languages) {
        this.matches = matches;
        this.admissions = admissions;
        this.limits = limits;
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
        return refusal(room, body, author, arrivals.of(context))
                .map(refusal -> problems.of(refusal, languages.current()).response())
                .orElseGet(() -> Response.ok(Map.of("ok", true)).build());
    }

    private Optional<Refusal> refusal(MatchRoom room, DeskBody body, String author, Instant now) {
        if (body == null || body.act() == null) {
            return Optional.of(FinalRefusal.MALFORMED);
        }
        return switch (body.act()) {
            case "admit", "admit-also", "turn-away" -> admissions.settle(room, body, author, now);
            case "test" -> at(room, desk -> desk.test(true));
            case "test-end" -> at(room, desk -> desk.test(false));
            case "dismiss-alarms" -> at(room, desk -> desk.dismissAlarms());
            case "sound" -> hasTeam(room, body) ? at(room, desk -> desk.sound(body.team())) : malformed();
            case "refuse-ask" -> hasTeam(room, body) ? at(room, desk -> desk.ask(body.team(), null)) : malformed();
            default -> malformed();
        };
    }

    private static Optional<Refusal> at(MatchRoom room, Consumer<SeatDesk> work) {
        return room.atDesk(work) ? Optional.empty() : Optional.of(FinalRefusal.ELSEWHERE);
    }

    private static Optional<Refusal> malformed() {
        return Optional.of(FinalRefusal.MALFORMED);
    }

    private static boolean hasTeam(MatchRoom room, DeskBody body) {
        return body.team() != null
                && body.team() >= 1
                && body.team() <= room.match().teams().size();
    }

    private MatchRoom room(String code) {
        return matches.room(code).orElseThrow(NotFoundException::new);
    }
}
