package org.leitai.leaderboard;

import io.quarkus.qute.TemplateInstance;
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
import org.leitai.web.Languages;

/** The page of the public boards of a round. */
@Path("/c/{contest}/r/{round}/board")
@RunOnVirtualThread
class BoardPages {

    private final BoardViews views;
    private final Arrivals arrivals;
    private final Languages languages;

    BoardPages(BoardViews views, Arrivals arrivals, Languages languages) {
        this.views = views;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance page(
            @PathParam("contest") String contest,
            @PathParam("round") int round,
            @QueryParam("by") @DefaultValue("persons") String by,
            @QueryParam("page") @DefaultValue("1") String page,
            RoutingContext context) {
        return new PhoneTemplates.board(views.of(contest, round, by, page, arrivals.of(context)))
                .setLocale(languages.current());
    }
}
