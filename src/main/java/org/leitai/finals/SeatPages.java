package org.leitai.finals;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leitai.finals.seat.SeatAck;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;

/** A team's seat: the code that binds the device, then the buzzer. */
@Path("/seat")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SeatPages {

    private final Seats seats;
    private final Matches matches;
    private final OwnerCalls owners;
    private final Finals finals;
    private final Arrivals arrivals;
    private final Languages languages;

    SeatPages(Seats seats, Matches matches, OwnerCalls owners, Finals finals, Arrivals arrivals, Languages languages) {
        this.seats = seats;
        this.matches = matches;
        this.owners = owners;
        this.finals = finals;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    @GET
    @PermitAll
    public TemplateInstance seat(RoutingContext context) {
        return named(context)
                .flatMap(seat -> page(seat, standing(seat, arrivals.of(context))))
                .orElseGet(() -> new FinalTemplates.seatCode(null).setLocale(languages.current()));
    }

    /** One of the seats of a browser that sits at several, as the wall of a rehearsal does. */
    @GET
    @Path("/{match}/{team}")
    @PermitAll
    public TemplateInstance seat(
            @PathParam("match") String match, @PathParam("team") int team, RoutingContext context) {
        Instant now = arrivals.of(context);
        return seats.named(name -> cookie(context, name), match, team, now)
                .filter(seat -> seat.match().equals(match) && seat.team() == team)
                .flatMap(seat -> page(seat, standing(seat, now)))
                .orElseGet(() -> new FinalTemplates.seatCode(null).setLocale(languages.current()));
    }

    /** For a device that waits, every two seconds: whether it is in, still waits, or was turned away. */
    @GET
    @Path("/standing")
    @Produces(MediaType.APPLICATION_JSON)
    @PermitAll
    public Map<String, String> standing(RoutingContext context) {
        SeatStanding standing =
                named(context).map(seat -> standing(seat, arrivals.of(context))).orElse(SeatStanding.GONE);
        return Map.of("standing", standing.name().toLowerCase(Locale.ROOT));
    }

    /** A device that waits knocks, and is in at once when its team has none that is connected. */
    private SeatStanding standing(Seat seat, Instant now) {
        SeatStanding standing = seats.standing(seat);
        if (standing != SeatStanding.WAITING) {
            return standing;
        }
        var from = new SeatMessage.From(seat.team(), seat.device(), System.nanoTime(), -1, -1);
        boolean free = matches.room(seat.match())
                .flatMap(room -> owners.said(room, new SeatMessage.Knock(from, 0), now))
                .map(SeatAck::ok)
                .orElse(false);
        if (free) {
            finals.find(seat.match()).ifPresent(match -> seats.admit(match.id(), seat.id(), now));
        }
        return free ? SeatStanding.IN : SeatStanding.WAITING;
    }

    private Optional<Seat> named(RoutingContext context) {
        return cookie(context, seats.cookieName()).flatMap(found -> seats.named(found, arrivals.of(context)));
    }

    private static Optional<String> cookie(RoutingContext context, String name) {
        return Optional.ofNullable(context.request().getCookie(name)).map(Cookie::getValue);
    }

    @POST
    @PermitAll
    public Response take(@FormParam("code") String typed, RoutingContext context) {
        Instant now = arrivals.of(context);
        return SeatCode.typed(typed)
                .flatMap(code -> seats.redeem(code, now))
                .map(seat -> Response.seeOther(URI.create("/seat"))
                        .cookie(seats.cookie(seat, now))
                        .build())
                .orElseGet(() -> Response.status(FinalRefusal.SEAT_CODE.status())
                        .entity(new FinalTemplates.seatCode(FinalRefusal.SEAT_CODE.code())
                                .setLocale(languages.current()))
                        .build());
    }

    private Optional<TemplateInstance> page(Seat seat, SeatStanding standing) {
        return standing == SeatStanding.GONE
                ? Optional.empty()
                : finals.find(seat.match()).map(match -> {
                    var view = new FinalViews.SeatPage(
                            match.code(),
                            match.title(),
                            seat.team(),
                            match.teams().get(seat.team() - 1));
                    return (standing == SeatStanding.IN
                                    ? new FinalTemplates.seat(view)
                                    : new FinalTemplates.seatWait(view))
                            .setLocale(languages.current());
                });
    }
}
