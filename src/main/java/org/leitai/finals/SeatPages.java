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
import java.util.Optional;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;

/** A team's seat: the code that binds the device, then the buzzer. */
@Path("/seat")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SeatPages {

    private final Seats seats;
    private final Finals finals;
    private final Arrivals arrivals;
    private final Languages languages;

    SeatPages(Seats seats, Finals finals, Arrivals arrivals, Languages languages) {
        this.seats = seats;
        this.finals = finals;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    @GET
    @PermitAll
    public TemplateInstance seat(RoutingContext context) {
        Cookie cookie = context.request().getCookie(seats.cookieName());
        return Optional.ofNullable(cookie)
                .flatMap(found -> seats.of(found.getValue(), arrivals.of(context)))
                .flatMap(this::page)
                .orElseGet(() -> new FinalTemplates.seatCode(null).setLocale(languages.current()));
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

    private Optional<TemplateInstance> page(Seat seat) {
        return finals.find(seat.match()).map(match -> {
            var view = new FinalViews.SeatPage(
                    match.code(), match.title(), seat.team(), match.teams().get(seat.team() - 1));
            return new FinalTemplates.seat(view).setLocale(languages.current());
        });
    }
}
