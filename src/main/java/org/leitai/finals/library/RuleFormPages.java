package org.leitai.finals.library;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.form.RulesFields;
import org.leitai.finals.rules.form.RulesReading;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;

/** The form of rules: every button posts all of it and gets it back, until it is saved. */
@Path("/staff/finals/rules/form")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class RuleFormPages {

    private final RuleBook book;
    private final RuleFormViews views;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final MatchRulesFormat format = new MatchRulesFormat();

    RuleFormPages(RuleBook book, RuleFormViews views, CurrentStaff staff, Arrivals arrivals, Languages languages) {
        this.book = book;
        this.views = views;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    /**
     * @param from rules to begin with; new ones will come of them
     * @param set own rules to go on with
     */
    @GET
    @RolesAllowed(Roles.ORGANIZER)
    public TemplateInstance form(
            @QueryParam("from") @DefaultValue("") String from, @QueryParam("set") @DefaultValue("") String set) {
        Locale locale = languages.current();
        if (!set.isEmpty()) {
            RuleSet own = book.find(set).orElseThrow(NotFoundException::new);
            return page(views.of(set, own.version(), null, RulesFields.of(read(own.yaml())), Set.of(), locale));
        }
        String name = from.isEmpty() ? book.presets().getFirst().code() : from;
        String yaml = book.yaml(name).orElseThrow(NotFoundException::new);
        return page(views.of("", 0, null, RulesFields.of(read(yaml)), Set.of(), locale));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Roles.ORGANIZER)
    public Response act(MultivaluedMap<String, String> form, RoutingContext context) {
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, values.getFirst()));
        RuleFormAct act = RuleFormAct.of(typed.get("act"));
        RulesFields before = RulesFields.typed(typed);
        RulesFields fields = act.kind() == RuleFormAct.Kind.ADD ? added(before, typed.get("add")) : act.on(before);
        Set<Integer> open = act.open(typed.get("open"), fields.segments().size());
        var draft = new Draft(typed.getOrDefault("set", ""), version(typed.get("version")), fields, open);
        RulesReading reading = fields.read();
        return switch (act.kind()) {
            case SAVE -> reading.isValid() ? save(draft, reading.rules(), context) : again(422, draft, null);
            case FILE -> reading.isValid() ? file(reading.rules()) : again(422, draft, null);
            case PREVIEW, ADD, UP, DOWN, COPY, REMOVE -> again(200, draft, null);
        };
    }

    /** What the form holds beside its button. */
    private record Draft(String set, int version, RulesFields fields, Set<Integer> open) {}

    private Response save(Draft draft, MatchRules rules, RoutingContext context) {
        RuleSet own = draft.set().isEmpty() ? null : book.find(draft.set()).orElseThrow(NotFoundException::new);
        var saved = book.save(
                own == null ? null : own.id(),
                own == null ? 0 : draft.version(),
                rules,
                staff.require().username(),
                arrivals.of(context));
        return switch (saved) {
            case RuleBook.Saved.Done(long id, int version) ->
                Response.seeOther(URI.create("/staff/finals/rules/" + id)).build();
            case RuleBook.Saved.Overtaken() -> again(409, draft, "finals.form.overtaken");
        };
    }

    private Response file(MatchRules rules) {
        return SheetViews.file("draft", format.toYaml(rules));
    }

    private Response again(int status, Draft draft, String notice) {
        var view = views.of(draft.set(), draft.version(), notice, draft.fields(), draft.open(), languages.current());
        return Response.status(status).entity(page(view)).build();
    }

    private RulesFields added(RulesFields fields, String kind) {
        return Arrays.stream(SegmentKind.values())
                .filter(one ->
                        one.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(kind))
                .findFirst()
                .map(one -> fields.add(one, views.kind(one, languages.current())))
                .orElse(fields);
    }

    private MatchRules read(String yaml) {
        return switch (format.read(yaml)) {
            case MatchRulesFormat.Result.Valid(MatchRules rules) -> rules;
            case MatchRulesFormat.Result.Faulty(var faults) ->
                throw new IllegalStateException("stored rules are faulty: " + faults);
        };
    }

    private static int version(String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }

    private TemplateInstance page(RuleFormView view) {
        return new RuleBookTemplates.form(view).setLocale(languages.current());
    }
}
