package org.leitai.leaderboard;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.leitai.web.Arrivals;

/** The public boards of a round as JSON, which refreshes their page. */
@Path("/api/c/{contest}/r/{round}/board")
@RunOnVirtualThread
class BoardResource {

    private final BoardViews views;
    private final Arrivals arrivals;

    BoardResource(BoardViews views, Arrivals arrivals) {
        this.views = views;
        this.arrivals = arrivals;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public BoardView board(
            @PathParam("contest") String contest,
            @PathParam("round") int round,
            @QueryParam("by") @DefaultValue("persons") String by,
            @QueryParam("page") @DefaultValue("1") String page,
            RoutingContext context) {
        return views.of(contest, round, by, page, arrivals.of(context));
    }
}
