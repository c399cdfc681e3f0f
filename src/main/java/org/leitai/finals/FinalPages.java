package org.leitai.finals;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.leitai.finals.library.RuleBook;
import org.leitai.finals.library.SheetViews;
import org.leitai.finals.pack.PackSeals;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.staff.StaffMember;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.QrSvg;
import org.leitai.web.Texts;

/** Staff pages of finals: the list, a new one, its seats, the host's console. */
@Path("/staff/finals")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class FinalPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Finals finals;
    private final MatchQuestions questions;
    private final Entrants entrants;
    private final RuleBook rules;
    private final SheetViews sheets;
    private final Seats seats;
    private final PackSeals packs;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;
    private final LeitaiConfig config;

    FinalPages(
            Finals finals,
            MatchQuestions questions,
            Entrants entrants,
            RuleBook rules,
            SheetViews sheets,
            Seats seats,
            PackSeals packs,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts,
            LeitaiConfig config) {
        this.finals = finals;
        this.questions = questions;
        this.entrants = entrants;
        this.rules = rules;
        this.sheets = sheets;
        this.seats = seats;
        this.packs = packs;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
        this.config = config;
    }

    @GET
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER, Roles.JUDGE, Roles.EDITOR, Roles.REVIEWER})
    public TemplateInstance list() {
        return new FinalTemplates.list(rows(), FinalViews.Duties.of(staff.require())).setLocale(languages.current());
    }

    @GET
    @Path("/new")
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance form(@QueryParam("rules") @DefaultValue("") String chosen, RoutingContext context) {
        return draft(NewMatchForm.empty().with(chosen), List.of(), EntryForm.empty(), null, arrivals.of(context));
    }

    @POST
    @Path("/new")
    @RolesAllowed(Roles.ORGANIZER)
    public Response create(@BeanParam NewMatchForm form, @BeanParam EntryForm entry, RoutingContext context) {
        Instant now = arrivals.of(context);
        if (entry.fromRound() || entry.fromHeats()) {
            return fill(form, entry, now);
        }
        String typed = form.rules().isBlank() ? rules.yaml(form.preset()).orElse("") : form.rules();
        String author = staff.require().username();
        return switch (finals.create(form, typed, author, now)) {
            case Finals.Created.Made(String code) ->
                Response.seeOther(URI.create("/staff/finals/" + code)).build();
            case Finals.Created.Faulty faulty ->
                Response.status(422)
                        .entity(draft(form, faults(form, faulty), entry, null, now))
                        .build();
        };
    }

    private Response fill(NewMatchForm form, EntryForm entry, Instant now) {
        Locale locale = languages.current();
        return switch (entrants.fill(entry, staff.require().username(), now)) {
            case Entrants.Filled.Teams(List<String> names, Long seed) -> {
                String notice = seed == null
                        ? texts.of(locale, "finals.entry.filled", names.size())
                        : texts.of(locale, "finals.entry.drawn", names.size(), String.valueOf(seed));
                yield Response.ok(draft(form.withTeams(names), List.of(), entry, notice, now))
                        .build();
            }
            case Entrants.Filled.Refused(FinalRefusal refusal, List<Object> arguments) -> {
                String text = texts.of(locale, refusal.code(), arguments.toArray());
                var fault = new FinalViews.Fault("entry", text);
                yield Response.status(refusal.status())
                        .entity(draft(form, List.of(fault), entry, null, now))
                        .build();
            }
        };
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public TemplateInstance match(@PathParam("code") String code, @Context UriInfo uri) {
        return setUp(require(code), uri, List.of());
    }

    @GET
    @Path("/{code}/rules.yaml")
    @Produces("application/yaml")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response rules(@PathParam("code") String code) {
        StoredMatch match = require(code);
        return SheetViews.file(match.code(), match.rules());
    }

    /** The codes are in the answer and nowhere else: a redirect would have to keep them. */
    @POST
    @Path("/{code}/seats")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public TemplateInstance seats(
            @PathParam("code") String code,
            @FormParam("act") @DefaultValue("all") String act,
            @FormParam("team") @DefaultValue("0") int team,
            @Context UriInfo uri,
            RoutingContext context) {
        StoredMatch match = require(code);
        int size = match.teams().size();
        List<Integer> wanted = team >= 1 && team <= size
                ? List.of(team)
                : IntStream.rangeClosed(1, size).boxed().toList();
        Map<Integer, SeatCode> issued = finals.issue(
                match, wanted, act.equals("replace"), staff.require().username(), arrivals.of(context));
        var codes = new ArrayList<FinalViews.Code>();
        issued.forEach((seat, issuedCode) -> codes.add(new FinalViews.Code(
                match.teams().get(seat - 1),
                issuedCode.printed(),
                QrSvg.of(uri.getBaseUri() + "seat#" + issuedCode.value()))));
        return setUp(match, uri, codes);
    }

    private List<FinalViews.Row> rows() {
        return finals.all().stream()
                .map(match -> new FinalViews.Row(
                        match.code(),
                        match.title(),
                        match.teams().size(),
                        TIME.format(match.createdAt().atZone(config.zone()))))
                .toList();
    }

    private StoredMatch require(String code) {
        return finals.find(code).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance setUp(StoredMatch match, UriInfo uri, List<FinalViews.Code> codes) {
        Map<Integer, Integer> devices = seats.devices(match.id());
        List<FinalViews.SeatRow> rows = IntStream.rangeClosed(1, match.teams().size())
                .mapToObj(team ->
                        new FinalViews.SeatRow(team, match.teams().get(team - 1), devices.getOrDefault(team, 0)))
                .toList();
        String base = uri.getBaseUri().toString();
        var view = new FinalViews.SetUp(
                match.code(),
                match.title(),
                base,
                match.rules(),
                sheets.of(match.rules(), languages.current()),
                packs.of(match),
                staff.require().is(Roles.ORGANIZER),
                rows,
                codes);
        return new FinalTemplates.match(view).setLocale(languages.current());
    }

    private TemplateInstance draft(
            NewMatchForm form, List<FinalViews.Fault> faults, EntryForm entry, String notice, Instant now) {
        var sources = new FinalViews.Entry(entry, entrants.rounds(now), rows(), notice);
        var view = new FinalViews.Draft(form, questions.topics(), rules.choices(), faults, sources);
        return new FinalTemplates.create(view).setLocale(languages.current());
    }

    private List<FinalViews.Fault> faults(NewMatchForm form, Finals.Created.Faulty faulty) {
        Locale locale = languages.current();
        var faults = new ArrayList<FinalViews.Fault>();
        faulty.fields()
                .forEach((field, refusal) -> faults.add(new FinalViews.Fault(field, text(locale, form, refusal))));
        faulty.rules()
                .forEach(fault -> faults.add(new FinalViews.Fault(
                        fault.field().isEmpty() ? "rules" : fault.field(),
                        texts.of(locale, fault.key(), fault.arguments().toArray()))));
        return faults;
    }

    private String text(Locale locale, NewMatchForm form, FinalRefusal refusal) {
        return refusal == FinalRefusal.LONG_TEAM
                ? texts.of(locale, refusal.code(), String.join(" / ", form.longTeams()), NewMatchForm.LONGEST_TEAM)
                : texts.of(locale, refusal.code());
    }
}
