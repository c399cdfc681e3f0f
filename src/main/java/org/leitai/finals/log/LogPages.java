package org.leitai.finals.log;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.leitai.finals.CommandResult;
import org.leitai.finals.FinalRefusal;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.match.MatchCommand;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** The score sheet, and the time line with the way back to any event. */
@Path("/staff/finals")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class LogPages {

    private static final int LONGEST_REASON = 200;

    private final MatchLogs logs;
    private final MatchArchive archive;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;
    private final LeitaiConfig config;

    LogPages(
            MatchLogs logs,
            MatchArchive archive,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts,
            LeitaiConfig config) {
        this.logs = logs;
        this.archive = archive;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
        this.config = config;
    }

    @GET
    @Path("/{code}/sheet")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER, Roles.JUDGE})
    public TemplateInstance sheet(@PathParam("code") String code, RoutingContext context) {
        MatchLog log = require(code);
        ScoreSheet sheet = ScoreSheet.of(log.setUp().start(), log.events());
        var views = new SheetViews(texts, languages.current(), config.zone(), sheet);
        return new LogTemplates.sheet(views.of(log, arrivals.of(context))).setLocale(languages.current());
    }

    /** @param at version to look at */
    @GET
    @Path("/{code}/log")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER, Roles.JUDGE})
    public TemplateInstance log(
            @PathParam("code") String code, @QueryParam("at") Long at, @QueryParam("page") Long page) {
        return timeline(require(code), new TimelineViews.Wish(at, page, mayChange(), null, ""));
    }

    /**
     * @param act {@code back}: everything after {@code to} is undone; {@code redo}: the last undo is taken back
     * @param seen version of the match that the page showed
     */
    @POST
    @Path("/{code}/log")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response change(
            @PathParam("code") String code,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("to") @DefaultValue("0") long to,
            @FormParam("seen") @DefaultValue("-1") long seen,
            @FormParam("reason") @DefaultValue("") String reason,
            RoutingContext context) {
        String why = reason.strip();
        boolean back = act.equals("back");
        Long at = back ? Long.valueOf(to) : null;
        if (!back && !act.equals("redo") || why.length() > LONGEST_REASON) {
            return refused(code, at, why, FinalRefusal.MALFORMED);
        }
        if (why.isEmpty()) {
            return refused(code, at, why, LogRefusal.REASON_MISSING);
        }
        MatchCommand command = back ? new MatchCommand.Undo(to, why) : new MatchCommand.Redo(why);
        String author = staff.require().username();
        return switch (archive.give(code, command, seen, author, arrivals.of(context))
                .orElseThrow(NotFoundException::new)) {
            case CommandResult.Done done ->
                Response.seeOther(URI.create("/staff/finals/" + code + "/log")).build();
            case CommandResult.Conflict conflict -> refused(code, at, why, LogRefusal.MOVED_ON);
            case CommandResult.Refused(Refusal refusal, long version) -> refused(code, at, why, refusal);
            case CommandResult.Elsewhere elsewhere -> refused(code, at, why, FinalRefusal.ELSEWHERE);
        };
    }

    /** The page as the match is now, and why nothing was done. */
    private Response refused(String code, Long at, String reason, Refusal refusal) {
        String message = texts.of(languages.current(), refusal.code());
        return Response.status(refusal.status())
                .entity(timeline(require(code), new TimelineViews.Wish(at, null, true, message, reason)))
                .build();
    }

    private TemplateInstance timeline(MatchLog log, TimelineViews.Wish wish) {
        var views = new TimelineViews(texts, languages.current(), config.zone());
        return new LogTemplates.timeline(views.of(log, wish)).setLocale(languages.current());
    }

    private boolean mayChange() {
        return staff.require().is(Roles.ORGANIZER) || staff.require().is(Roles.HOST);
    }

    private MatchLog require(String code) {
        return logs.find(code).orElseThrow(NotFoundException::new);
    }
}
