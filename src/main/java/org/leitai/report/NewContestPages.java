package org.leitai.report;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.leitai.contest.ContestRefusal;
import org.leitai.contest.Contests;
import org.leitai.contest.RuleSheet;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;

/** Makes a contest from a rule sheet; checks it as often as one likes before anything is stored. */
@Path("/staff/contests/new")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class NewContestPages {

    private final Contests contests;
    private final Sheets sheets;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;

    NewContestPages(Contests contests, Sheets sheets, CurrentStaff staff, Arrivals arrivals, Languages languages) {
        this.contests = contests;
        this.sheets = sheets;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance form(RoutingContext context) {
        String example = sheets.example(arrivals.of(context), languages.current());
        return page(NewContestForm.of(example), SheetView.unchecked(example), Map.of(), null);
    }

    @POST
    @RolesAllowed(Roles.ORGANIZER)
    public Response make(@BeanParam NewContestForm form) {
        Locale locale = languages.current();
        Map<NewContestForm.Field, ReportRefusal> faults = form.saves() ? form.faults() : Map.of();
        return switch (sheets.check(form.typedSheet(), locale)) {
            case Sheets.Checked.Faulty faulty -> response(422, page(form, faulty.view(), faults, null));
            case Sheets.Checked.Fine fine
            when !faults.isEmpty() -> response(422, page(form, fine.view(), faults, null));
            case Sheets.Checked.Fine fine when form.saves() -> save(form, fine.sheet(), fine.view());
            case Sheets.Checked.Fine fine -> response(200, page(form, fine.view(), Map.of(), null));
        };
    }

    private Response save(NewContestForm form, RuleSheet sheet, SheetView view) {
        return contests.create(form.contest(sheet), staff.require().username())
                .map(refusal -> response(refusal.status(), refused(form, view, refusal)))
                .orElseGet(() -> Response.seeOther(URI.create(form.path())).build());
    }

    private TemplateInstance refused(NewContestForm form, SheetView view, ContestRefusal refusal) {
        return refusal == ContestRefusal.CODE_TAKEN
                ? page(form, view, Map.of(NewContestForm.Field.CODE, refusal), null)
                : page(form, view, Map.of(), refusal.code());
    }

    private TemplateInstance page(
            NewContestForm form,
            SheetView sheet,
            Map<NewContestForm.Field, ? extends Refusal> faults,
            String sheetFault) {
        var view = new NewContestView(form, sheet, faults, sheetFault);
        return new ReportTemplates.newContest(view).setLocale(languages.current());
    }

    private static Response response(int status, TemplateInstance page) {
        return Response.status(status).entity(page).build();
    }
}
