package org.leitai.report;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.leitai.contest.ContestRefusal;
import org.leitai.contest.Contests;
import org.leitai.contest.RuleSheet;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;

/** Shows the rule sheet of a round and its versions; replaces it until the round opens. */
@Path("/staff/contests/{contest}/{round}/rules")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class RulesPages {

    private final Contests contests;
    private final RulesViews views;
    private final Sheets sheets;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;

    RulesPages(
            Contests contests,
            RulesViews views,
            Sheets sheets,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages) {
        this.contests = contests;
        this.views = views;
        this.sheets = sheets;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance rules(
            @PathParam("contest") String contest, @PathParam("round") int ordinal, RoutingContext context) {
        RoundPlace place = RoundPlace.of(contests, contest, ordinal);
        SheetView sheet = SheetView.unchecked(sheets.text(place.round().sheet()));
        return views.page(place, sheet, "", null, null, arrivals.of(context), languages.current());
    }

    @POST
    @RolesAllowed(Roles.ORGANIZER)
    public Response revise(
            @PathParam("contest") String contest,
            @PathParam("round") int ordinal,
            @BeanParam RulesForm form,
            RoutingContext context) {
        RoundPlace place = RoundPlace.of(contests, contest, ordinal);
        Instant now = arrivals.of(context);
        Optional<ReportRefusal> fault = form.saves() ? Reason.fault(form.cleanReason()) : Optional.empty();
        return switch (sheets.check(form.typedSheet(), languages.current())) {
            case Sheets.Checked.Faulty faulty -> page(422, place, form, faulty.view(), fault, now);
            case Sheets.Checked.Fine fine when fault.isPresent() -> page(422, place, form, fine.view(), fault, now);
            case Sheets.Checked.Fine fine when form.saves() -> save(place, form, fine.sheet(), fine.view(), now);
            case Sheets.Checked.Fine fine -> page(200, place, form, fine.view(), fault, now);
        };
    }

    private Response save(RoundPlace place, RulesForm form, RuleSheet sheet, SheetView view, Instant now) {
        Optional<ContestRefusal> refusal = contests.revise(
                place.round(), sheet, form.cleanReason(), staff.require().username());
        return refusal.map(reason -> Response.status(reason.status())
                        .entity(views.page(
                                place, view, form.cleanReason(), null, reason.code(), now, languages.current()))
                        .build())
                .orElseGet(() ->
                        Response.seeOther(URI.create(place.path() + "/rules")).build());
    }

    private Response page(
            int status, RoundPlace place, RulesForm form, SheetView sheet, Optional<ReportRefusal> fault, Instant now) {
        String reasonFault = fault.map(Refusal::code).orElse(null);
        return Response.status(status)
                .entity(views.page(place, sheet, form.cleanReason(), reasonFault, null, now, languages.current()))
                .build();
    }
}
