package org.leitai.contest;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Shows;

/** The start page: the contests, those under way first. */
@Path("/")
class HomePages {

    private final Contests contests;
    private final Instance<Shows> shows;
    private final Arrivals arrivals;
    private final Languages languages;
    private final ZoneId zone;

    HomePages(Contests contests, Instance<Shows> shows, Arrivals arrivals, Languages languages, LeitaiConfig config) {
        this.contests = contests;
        this.shows = shows;
        this.arrivals = arrivals;
        this.languages = languages;
        this.zone = config.zone();
    }

    @GET
    @PermitAll
    @RunOnVirtualThread
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home(RoutingContext context) {
        Instant now = arrivals.of(context);
        var view = new HomeView(
                contests.all().stream()
                        .map(contest -> card(contest, now))
                        .sorted(Comparator.comparing(HomeView.Contest::open).reversed())
                        .toList(),
                shows.stream().flatMap(one -> one.shows().stream()).toList());
        return new PhoneTemplates.home(view).setLocale(languages.current());
    }

    private HomeView.Contest card(Contest contest, Instant now) {
        Round round = contest.currentRound(now);
        return new HomeView.Contest(
                "/c/" + contest.code(),
                contest.title(),
                contest.organizer(),
                round.phase(now, zone).name().toLowerCase(Locale.ROOT),
                round.window().opens().atZone(zone),
                round.window().closes().atZone(zone));
    }
}
