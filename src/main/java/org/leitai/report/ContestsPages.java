package org.leitai.report;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Map;
import org.leitai.contest.Contest;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.kernel.RoundId;
import org.leitai.report.Figures.Tally;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;

/** Every contest with its rounds; where organizers start. */
@Path("/staff/contests")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ContestsPages {

    private final Contests contests;
    private final DeskStore store;
    private final ContestTime time;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final LeitaiConfig config;

    ContestsPages(
            Contests contests,
            DeskStore store,
            ContestTime time,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            LeitaiConfig config) {
        this.contests = contests;
        this.store = store;
        this.time = time;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.config = config;
    }

    @GET
    @RolesAllowed({Roles.ORGANIZER, Roles.AUDITOR})
    public TemplateInstance contests(RoutingContext context) {
        Instant now = arrivals.of(context);
        Map<RoundId, Tally> tallies = store.tallies();
        var rows = contests.all().stream()
                .flatMap(contest -> contest.rounds().stream()
                        .map(round -> row(contest, round, tallies.getOrDefault(round.id(), Tally.NONE), now)))
                .toList();
        return new ReportTemplates.contests(rows, staff.require().is(Roles.ORGANIZER)).setLocale(languages.current());
    }

    private ContestsView.Row row(Contest contest, Round round, Tally tally, Instant now) {
        return new ContestsView.Row(
                RoundPlace.path(contest.code(), round.ordinal()),
                contest.title(),
                contest.organizer(),
                round.title(),
                PhaseView.of(round, now, config.zone()).name(),
                time.text(round.window().opens()),
                time.text(round.window().closes()),
                tally.started(),
                tally.attempts());
    }
}
