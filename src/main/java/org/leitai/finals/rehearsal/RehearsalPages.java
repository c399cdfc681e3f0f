package org.leitai.finals.rehearsal;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.finals.FinalRefusal;
import org.leitai.finals.Finals;
import org.leitai.finals.StoredMatch;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Texts;

/** The rehearsal of a final: robots, and a wall with every device of the hall on one page. */
@Path("/staff/finals/{code}/rehearsal")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Roles.ORGANIZER, Roles.HOST})
class RehearsalPages {

    private final Rehearsals rehearsals;
    private final Finals finals;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;

    RehearsalPages(
            Rehearsals rehearsals,
            Finals finals,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts) {
        this.rehearsals = rehearsals;
        this.finals = finals;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
    }

    @GET
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public TemplateInstance rehearsal(@PathParam("code") String code, @QueryParam("wall") String wall) {
        return page(require(code), wall != null, null);
    }

    private TemplateInstance page(StoredMatch match, boolean wall, FinalRefusal fault) {
        var robots = rehearsals.robots(match);
        List<RehearsalViews.Seat> seats = IntStream.rangeClosed(1, match.teams().size())
                .mapToObj(team -> new RehearsalViews.Seat(team, match.teams().get(team - 1)))
                .toList();
        List<String> paces = Arrays.stream(Pace.values()).map(Pace::code).toList();
        var view = new RehearsalViews.Show(
                match.code(),
                match.title(),
                robots.isPresent(),
                robots.orElse(Robots.RESTING),
                paces,
                seats,
                wall,
                fault == null ? null : fault.code());
        return new RehearsalTemplates.rehearsal(view).setLocale(languages.current());
    }

    /** A copy of the match that does not count, to rehearse with. */
    @POST
    @Path("/copy")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response copy(@PathParam("code") String code, RoutingContext context) {
        StoredMatch match = require(code);
        String title = texts.of(Texts.CHINESE, "finals.rehearsal.title", match.title());
        return rehearsals
                .copy(match, title, staff.require().username(), arrivals.of(context))
                .map(made -> Response.seeOther(page(made)).build())
                .orElseGet(() -> refused(match, FinalRefusal.CODE_TAKEN));
    }

    /** This browser takes a seat of every team, beside the devices that have one. */
    @POST
    @Path("/seats")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response seats(@PathParam("code") String code, RoutingContext context) {
        StoredMatch match = require(code);
        if (rehearsals.robots(match).isEmpty()) {
            return refused(match, FinalRefusal.NOT_A_REHEARSAL);
        }
        List<NewCookie> cookies = finals.sitEverywhere(match, staff.require().username(), arrivals.of(context));
        return Response.seeOther(URI.create(page(code) + "?wall=on"))
                .cookie(cookies.toArray(NewCookie[]::new))
                .build();
    }

    /** @param pace empty: the robots shall rest */
    @POST
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response robots(
            @PathParam("code") String code,
            @FormParam("pace") String pace,
            @FormParam("hosts") String hosts,
            @FormParam("everySeat") String everySeat,
            @FormParam("wall") String wall,
            RoutingContext context) {
        StoredMatch match = require(code);
        Instant now = arrivals.of(context);
        Robots robots = Pace.ofCode(pace == null ? "" : pace)
                .map(wanted -> new Robots(wanted, hosts != null, everySeat != null))
                .orElse(Robots.RESTING);
        return rehearsals.tell(match, robots, staff.require().username(), now)
                ? Response.seeOther(URI.create(page(code) + (wall == null ? "" : "?wall=on")))
                        .build()
                : refused(match, FinalRefusal.NOT_A_REHEARSAL);
    }

    private Response refused(StoredMatch match, FinalRefusal refusal) {
        return Response.status(refusal.status())
                .entity(page(match, false, refusal))
                .build();
    }

    private static URI page(String code) {
        return URI.create("/staff/finals/" + code + "/rehearsal");
    }

    private StoredMatch require(String code) {
        return finals.find(code).orElseThrow(NotFoundException::new);
    }
}
