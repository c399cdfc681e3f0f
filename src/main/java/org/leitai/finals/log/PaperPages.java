package org.leitai.finals.log;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.finals.FinalRefusal;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** Going on with paper when the machine is down, and bringing the points back in. */
@Path("/staff/finals")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PaperPages {

    private final MatchLogs logs;
    private final Papers papers;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;
    private final LeitaiConfig config;

    PaperPages(
            MatchLogs logs,
            Papers papers,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts,
            LeitaiConfig config) {
        this.logs = logs;
        this.papers = papers;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
        this.config = config;
    }

    @GET
    @Path("/{code}/paper")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER})
    public TemplateInstance page(@PathParam("code") String code, RoutingContext context) {
        return page(require(code), PaperForm.empty(), Map.of(), null, arrivals.of(context));
    }

    /** To print. */
    @GET
    @Path("/{code}/paper/print")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER})
    public TemplateInstance print(@PathParam("code") String code, RoutingContext context) {
        MatchLog log = require(code);
        return new LogTemplates.paperSheet(
                        views().of(log, List.of(), PaperForm.empty(), List.of(), null, arrivals.of(context)))
                .setLocale(languages.current());
    }

    @POST
    @Path("/{code}/paper")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER})
    public Response enter(@PathParam("code") String code, @BeanParam PaperForm form, RoutingContext context) {
        MatchLog log = require(code);
        Instant at = arrivals.of(context);
        Map<String, LogRefusal> faults = form.faults(log.setUp().start());
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(page(log, form, faults, null, at))
                    .build();
        }
        papers.enter(log.setUp(), form.line(staff.require().username(), at));
        return back(code);
    }

    /** @param seen version of the match that the page showed */
    @POST
    @Path("/{code}/paper/{entry}")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER})
    public Response decide(
            @PathParam("code") String code,
            @PathParam("entry") long entry,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("seen") @DefaultValue("-1") long seen,
            RoutingContext context) {
        MatchLog log = require(code);
        String by = staff.require().username();
        Instant at = arrivals.of(context);
        Optional<Refusal> refusal =
                switch (act) {
                    case "confirm" -> papers.confirm(log, entry, seen, by, at);
                    case "drop" -> papers.drop(log, entry, by, at);
                    default -> Optional.of(FinalRefusal.MALFORMED);
                };
        return refusal.map(no -> Response.status(no.status())
                        .entity(page(require(code), PaperForm.empty(), Map.of(), text(no), at))
                        .build())
                .orElseGet(() -> back(code));
    }

    private TemplateInstance page(
            MatchLog log, PaperForm form, Map<String, LogRefusal> faults, String message, Instant now) {
        List<LogViews.Fault> shown = faults.entrySet().stream()
                .map(fault -> new LogViews.Fault(fault.getKey(), text(fault.getValue())))
                .toList();
        return new LogTemplates.paper(views().of(log, papers.lines(log), form, shown, message, now))
                .setLocale(languages.current());
    }

    private PaperViews views() {
        return new PaperViews(
                texts, languages.current(), config.zone(), staff.require().username());
    }

    private String text(Refusal refusal) {
        return texts.of(languages.current(), refusal.code());
    }

    private static Response back(String code) {
        return Response.seeOther(URI.create("/staff/finals/" + code + "/paper")).build();
    }

    private MatchLog require(String code) {
        return logs.find(code).orElseThrow(NotFoundException::new);
    }
}
