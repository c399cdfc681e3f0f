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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leitai.finals.FinalRefusal;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.MatchArchive.SetUp;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Texts;

/** The signed log as a file, and the way of a match to the hall and back. */
@Path("/staff/finals")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class HandoverPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final String FILE = "application/x-ndjson";
    private static final int LONGEST_REASON = 200;

    private final Handovers handovers;
    private final MatchArchive archive;
    private final LogStore log;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;
    private final LeitaiConfig config;

    HandoverPages(
            Handovers handovers,
            MatchArchive archive,
            LogStore log,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts,
            LeitaiConfig config) {
        this.handovers = handovers;
        this.archive = archive;
        this.log = log;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
        this.config = config;
    }

    /** Keys of the questions that were asked are in it: it is for staff. */
    @GET
    @Path("/{code}/export")
    @Produces(FILE)
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response export(@PathParam("code") String code, RoutingContext context) {
        SetUp match = require(code);
        byte[] file = handovers.export(match, staff.require().username(), arrivals.of(context));
        return download(file, "leitai-" + code + "-log.jsonl");
    }

    @GET
    @Path("/{code}/handover")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public TemplateInstance page(@PathParam("code") String code) {
        return view(require(code), null, "");
    }

    /** @param act {@code hand-out} or {@code take-back} */
    @POST
    @Path("/{code}/handover")
    @RolesAllowed(Roles.ORGANIZER)
    public Response change(
            @PathParam("code") String code,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("reason") @DefaultValue("") String reason,
            RoutingContext context) {
        SetUp match = require(code);
        String why = reason.strip();
        String by = staff.require().username();
        Instant at = arrivals.of(context);
        Optional<Refusal> refusal =
                switch (act) {
                    case "hand-out" -> handovers.handOut(match, by, at);
                    case "take-back" ->
                        why.isEmpty() || why.length() > LONGEST_REASON
                                ? Optional.of(LogRefusal.REASON_MISSING)
                                : handovers.takeBack(match, why, by, at);
                    default -> Optional.of(FinalRefusal.MALFORMED);
                };
        return refusal.map(no -> Response.status(no.status())
                        .entity(view(match, texts.of(languages.current(), no.code()), why))
                        .build())
                .orElseGet(() -> Response.seeOther(URI.create("/staff/finals/" + code + "/handover"))
                        .build());
    }

    /** All questions and their keys are in it, and the key to hand back with. */
    @GET
    @Path("/{code}/handover/file")
    @Produces(FILE)
    @RolesAllowed(Roles.ORGANIZER)
    public Response file(@PathParam("code") String code) {
        SetUp match = require(code);
        Handover open = handovers.open(match.id()).orElseThrow(NotFoundException::new);
        return download(handovers.file(match.id(), open), "leitai-" + code + "-handover.jsonl");
    }

    private TemplateInstance view(SetUp match, String message, String reason) {
        List<Handover> all = handovers.all(match.id());
        var view = new LogViews.HandoverView(
                match.code(),
                match.title(),
                staff.require().is(Roles.ORGANIZER),
                match.questions().size(),
                log.entries(match.id()).size(),
                all.stream().filter(Handover::open).findFirst().map(this::row).orElse(null),
                handovers.origin(match.id()).map(this::row).orElse(null),
                all.stream().filter(given -> !given.open()).map(this::row).toList(),
                message,
                reason);
        return new LogTemplates.handover(view).setLocale(languages.current());
    }

    private LogViews.HandedRow row(Handover given) {
        return new LogViews.HandedRow(time(given.handedAt()), given.handedBy(), given.version(), end(given));
    }

    private String end(Handover given) {
        if (given.open()) {
            return "";
        }
        Locale locale = languages.current();
        String at = time(given.ended().at());
        return given.takenBack()
                ? texts.of(
                        locale,
                        "finals.log.handover.taken-back",
                        at,
                        given.ended().by(),
                        given.ended().reason())
                : texts.of(
                        locale,
                        "finals.log.handover.returned",
                        at,
                        given.ended().by());
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(config.zone()));
    }

    private static Response download(byte[] file, String name) {
        return Response.ok(file)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }

    private SetUp require(String code) {
        return archive.find(code).orElseThrow(NotFoundException::new);
    }
}
