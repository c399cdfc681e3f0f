package org.leitai.finals;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
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
import java.util.Map;
import java.util.OptionalLong;
import org.leitai.finals.stage.Audience;
import org.leitai.finals.stage.StageState;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Problems;

/**
 * The console's commands and its state. A command names the version that the console saw, in {@code If-Match: "version"}: of two that were
 * made for the same state one is done, the other gets 409 and the new version in {@code ETag}.
 */
@Path("/staff/finals")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class CommandResource {

    private final Matches matches;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Problems problems;
    private final Languages languages;

    CommandResource(Matches matches, CurrentStaff staff, Arrivals arrivals, Problems problems, Languages languages) {
        this.matches = matches;
        this.staff = staff;
        this.arrivals = arrivals;
        this.problems = problems;
        this.languages = languages;
    }

    @POST
    @Path("/{code}/commands")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER, Roles.JUDGE})
    public Response command(
            @PathParam("code") String code,
            @HeaderParam("If-Match") String ifMatch,
            CommandBody body,
            RoutingContext context) {
        MatchRoom room = matches.room(code).orElseThrow(NotFoundException::new);
        OptionalLong version = version(ifMatch);
        if (version.isEmpty() && (body == null || body.needsVersion())) {
            return refused(FinalRefusal.VERSION_MISSING, room.state().version());
        }
        if (body == null || !Duties.may(staff.require(), body)) {
            return refused(
                    body == null ? FinalRefusal.MALFORMED : FinalRefusal.NOT_YOURS,
                    room.state().version());
        }
        String author = staff.require().username();
        return switch (room.command(body, version.orElse(-1), author, arrivals.of(context))) {
            case CommandResult.Done(long now) ->
                Response.ok(Map.of("v", now)).tag(String.valueOf(now)).build();
            case CommandResult.Refused(Refusal refusal, long now) -> refused(refusal, now);
            case CommandResult.Conflict(long now) -> refused(FinalRefusal.CONFLICT, now);
            case CommandResult.Elsewhere elsewhere ->
                refused(FinalRefusal.ELSEWHERE, room.state().version());
        };
    }

    /** What the console shows, for who cannot open a socket. */
    @GET
    @Path("/{code}/state")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER})
    public Response state(@PathParam("code") String code, RoutingContext context) {
        Instant now = arrivals.of(context);
        StageState state = matches.room(code)
                .map(room -> room.picture(new Audience.Host(), now))
                .orElseThrow(NotFoundException::new);
        return Response.ok(matches.json(state)).tag(String.valueOf(state.v())).build();
    }

    private static OptionalLong version(String ifMatch) {
        String bare = ifMatch == null ? "" : ifMatch.replace("\"", "").strip();
        return bare.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(bare)) : OptionalLong.empty();
    }

    private Response refused(Refusal refusal, long version) {
        Response problem = problems.of(refusal, languages.current()).response();
        return Response.fromResponse(problem).tag(String.valueOf(version)).build();
    }
}
