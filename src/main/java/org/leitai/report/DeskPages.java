package org.leitai.report;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Locale;
import org.leitai.contest.Contests;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.QrSvg;

/** The desk of a round: the page, its figures, and the code that leads phones to the contest. */
@Path("/staff/contests/{contest}/{round}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class DeskPages {

    private static final int LONGEST_SEARCH = 100;

    private final Contests contests;
    private final DeskViews views;
    private final Desk desk;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;

    DeskPages(
            Contests contests, DeskViews views, Desk desk, CurrentStaff staff, Arrivals arrivals, Languages languages) {
        this.contests = contests;
        this.views = views;
        this.desk = desk;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    /** @param page of the internal board */
    @GET
    @RolesAllowed({Roles.ORGANIZER, Roles.AUDITOR})
    public TemplateInstance desk(
            @PathParam("contest") String contest,
            @PathParam("round") int round,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context UriInfo uri,
            RoutingContext context) {
        long number = page.matches("\\d{1,9}") ? Long.parseLong(page) : 1;
        return page(contest, round, number, null, uri, arrivals.of(context));
    }

    /** A POST, because what is searched for is personal and has no business in an address. */
    @POST
    @Path("/search")
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance search(
            @PathParam("contest") String contest,
            @PathParam("round") int round,
            @FormParam("text") @DefaultValue("") String text,
            @Context UriInfo uri,
            RoutingContext context) {
        String wanted =
                text.strip().substring(0, Math.min(LONGEST_SEARCH, text.strip().length()));
        return page(contest, round, 1, wanted.isEmpty() ? null : wanted, uri, arrivals.of(context));
    }

    @GET
    @Path("/figures")
    @RolesAllowed({Roles.ORGANIZER, Roles.AUDITOR})
    @Produces(MediaType.APPLICATION_JSON)
    public FiguresView figures(
            @PathParam("contest") String contest, @PathParam("round") int round, RoutingContext context) {
        return desk.figures(RoundPlace.of(contests, contest, round).round(), arrivals.of(context), languages.current());
    }

    @GET
    @Path("/qr.svg")
    @RolesAllowed({Roles.ORGANIZER, Roles.AUDITOR})
    @Produces(MediaType.WILDCARD) // who may see it is decided before what the reader accepts
    public Response qr(@PathParam("contest") String contest, @PathParam("round") int round, @Context UriInfo uri) {
        RoundPlace place = RoundPlace.of(contests, contest, round);
        String svg = QrSvg.of(DeskViews.address(place, uri.getBaseUri()).url());
        return Response.ok(svg, "image/svg+xml").build();
    }

    private TemplateInstance page(String contest, int ordinal, long page, String search, UriInfo uri, Instant now) {
        RoundPlace place = RoundPlace.of(contests, contest, ordinal);
        Locale locale = languages.current();
        boolean mayAct = staff.require().is(Roles.ORGANIZER);
        var wish = new DeskViews.Wish(page, search, mayAct, uri.getBaseUri(), now, locale);
        return new ReportTemplates.desk(views.of(place, wish)).setLocale(locale);
    }
}
