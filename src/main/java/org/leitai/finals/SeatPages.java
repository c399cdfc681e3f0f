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
    private final Finals finals;
    private final Arrivals arrivals;
    private final Languages languages;

    SeatPages(Seats seats, Matches matches, Finals finals, Arrivals arrivals, Languages languages) {
        this.seats = seats;
        this.matches = matches;
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
                .flatMap(room -> room.said(new SeatMessage.Knock(from, 0), now))
                .map(SeatAck::ok)
                .orElse(false);
        if (free) {
            finals.find(seat.match()).ifPresent(match -> seats.admit(match.id(), seat.id(), now));
        }
        return free ? SeatStanding.IN : SeatStanding.WAITING;
    }

    private Optional<Seat> named(RoutingContext context) {
        Cookie cookie = context.request().getCookie(seats.cookieName());
        return Optional.ofNullable(cookie).flatMap(found -> seats.named(found.getValue(), arrivals.of(context)));
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
