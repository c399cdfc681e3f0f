package org.leitai.finals.library;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Languages;
import org.leitai.web.LeitaiConfig;

/** The shelf of rules, and each of them to read and to take along as a file. */
@Path("/staff/finals/rules")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class RuleBookPages {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final RuleBook book;
    private final SheetViews sheets;
    private final CurrentStaff staff;
    private final Languages languages;
    private final LeitaiConfig config;

    RuleBookPages(RuleBook book, SheetViews sheets, CurrentStaff staff, Languages languages, LeitaiConfig config) {
        this.book = book;
        this.sheets = sheets;
        this.staff = staff;
        this.languages = languages;
        this.config = config;
    }

    @GET
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public TemplateInstance shelf() {
        var view = new RuleBookViews.Shelf(book.own().stream().map(this::own).toList(), book.presets(), mayEdit());
        return new RuleBookTemplates.shelf(view).setLocale(languages.current());
    }

    @GET
    @Path("/{name}")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public TemplateInstance reading(@PathParam("name") String name) {
        String yaml = yaml(name);
        Locale locale = languages.current();
        String title = book.choices().stream()
                .filter(choice -> choice.code().equals(name))
                .findFirst()
                .orElseThrow()
                .title();
        var view = new RuleBookViews.Reading(
                name, title, book.find(name).map(this::own).orElse(null), sheets.of(yaml, locale), yaml, mayEdit());
        return new RuleBookTemplates.reading(view).setLocale(locale);
    }

    @GET
    @Path("/{name}/rules.yaml")
    @Produces("application/yaml")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public Response file(@PathParam("name") String name) {
        return SheetViews.file(name, yaml(name));
    }

    private String yaml(String name) {
        return book.yaml(name).orElseThrow(NotFoundException::new);
    }

    private boolean mayEdit() {
        return staff.require().is(Roles.ORGANIZER);
    }

    private RuleBookViews.Own own(RuleSet set) {
        return new RuleBookViews.Own(
                set.id(),
                set.version(),
                set.title(),
                set.savedBy(),
                TIME.format(set.savedAt().atZone(config.zone())));
    }
}
