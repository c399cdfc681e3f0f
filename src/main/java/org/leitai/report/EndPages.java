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
import org.leitai.contest.Round;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;

/** Extends a round, moves its end, or closes it now; what takes time away from people is asked about first. */
@Path("/staff/contests/{contest}/{round}/end")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class EndPages {

    private final Contests contests;
    private final DeskStore store;
    private final DeskViews views;
    private final ContestTime time;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;

    EndPages(
            Contests contests,
            DeskStore store,
            DeskViews views,
            ContestTime time,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages) {
        this.contests = contests;
        this.store = store;
        this.views = views;
        this.time = time;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance form(
            @PathParam("contest") String contest, @PathParam("round") int ordinal, RoutingContext context) {
        RoundPlace place = RoundPlace.of(contests, contest, ordinal);
        EndForm form = EndForm.of(place.round().window().closes(), time);
        return page(place, form, null, null, null, arrivals.of(context));
    }

    @POST
    @RolesAllowed(Roles.ORGANIZER)
    public Response change(
            @PathParam("contest") String contest,
            @PathParam("round") int ordinal,
            @BeanParam EndForm form,
            RoutingContext context) {
        RoundPlace place = RoundPlace.of(contests, contest, ordinal);
        Instant now = arrivals.of(context);
        Instant closes = place.round().window().closes();
        Optional<ReportRefusal> reasonFault = Reason.fault(form.cleanReason());
        if (!form.hasSeen(closes)) {
            // Shown with the end that stands now, so that sending it again means it.
            return refused(place, form.seeing(closes), ReportRefusal.END_MOVED, reasonFault, now);
        }
        Optional<Instant> end = form.wanted(closes, now, time);
        if (end.isEmpty() || reasonFault.isPresent()) {
            return refused(place, form, end.isEmpty() ? ReportRefusal.END_MISSING : null, reasonFault, now);
        }
        boolean asks = end.get().isBefore(closes) && end.get().isAfter(now) && !form.isConfirmed();
        return asks ? confirm(place, form, end.get(), now) : change(place, form, end.get(), now);
    }

    private Response change(RoundPlace place, EndForm form, Instant end, Instant now) {
        Round round = place.round();
        Optional<ContestRefusal> refusal = contests.changeEnd(
                round, end, form.cleanReason(), staff.require().username());
        return refusal.map(reason -> refused(place, form, reason, Optional.empty(), now))
                .orElseGet(() -> Response.seeOther(URI.create(place.path())).build());
    }

    private Response confirm(RoundPlace place, EndForm form, Instant end, Instant now) {
        long answering = store.tally(place.round().id()).answering();
        var confirm = new EndView.Confirm("close".equals(form.how()), time.text(end), answering);
        return Response.ok(page(place, form, null, null, confirm, now)).build();
    }

    private Response refused(
            RoundPlace place, EndForm form, Refusal endFault, Optional<ReportRefusal> reasonFault, Instant now) {
        int status = endFault == null ? reasonFault.orElseThrow().status() : endFault.status();
        String endKey = endFault == null ? null : endFault.code();
        String reasonKey = reasonFault.map(Refusal::code).orElse(null);
        return Response.status(status)
                .entity(page(place, form, endKey, reasonKey, null, now))
                .build();
    }

    private TemplateInstance page(
            RoundPlace place, EndForm form, String endFault, String reasonFault, EndView.Confirm confirm, Instant now) {
        Round round = place.round();
        var view = new EndView(
                place.contest().title(),
                round.title(),
                place.path(),
                time.window(round.window()),
                !now.isBefore(round.window().closes()),
                !now.isBefore(round.window().opens()),
                form,
                endFault,
                reasonFault,
                confirm,
                views.changes(round));
        return new ReportTemplates.end(view).setLocale(languages.current());
    }
}
