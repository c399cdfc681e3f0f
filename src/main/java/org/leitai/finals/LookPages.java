package org.leitai.finals;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.leitai.finals.look.Look;
import org.leitai.finals.look.LookForm;
import org.leitai.finals.look.LookRefusal;
import org.leitai.finals.look.Looks;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Texts;

/** The form that says how a final presents itself. */
@Path("/staff/finals")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class LookPages {

    private final Finals finals;
    private final Looks looks;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;

    LookPages(Finals finals, Looks looks, CurrentStaff staff, Arrivals arrivals, Languages languages, Texts texts) {
        this.finals = finals;
        this.looks = looks;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
    }

    @GET
    @Path("/{code}/look")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    public TemplateInstance form(@PathParam("code") String code) {
        return page(require(code), looks.form(code), Map.of());
    }

    @POST
    @Path("/{code}/look")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST})
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response change(@PathParam("code") String code, @BeanParam LookForm form, RoutingContext context) {
        StoredMatch match = require(code);
        Map<String, LookRefusal> faults =
                looks.change(code, match.teams().size(), form, staff.require().username(), arrivals.of(context));
        return faults.isEmpty()
                ? Response.seeOther(URI.create("/staff/finals/" + code)).build()
                : Response.status(422).entity(page(match, form, faults)).build();
    }

    private StoredMatch require(String code) {
        return finals.find(code).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance page(StoredMatch match, LookForm form, Map<String, LookRefusal> faults) {
        Look look = looks.of(match.code());
        var said = new LinkedHashMap<String, String>();
        faults.forEach((field, refusal) -> said.put(field, texts.of(languages.current(), refusal.code())));
        var view = new FinalViews.LookPage(
                match.code(),
                match.title(),
                match.teams(),
                form.credits(),
                form.lineup(),
                form.listed(),
                look.logo(),
                said);
        return new FinalTemplates.look(view).setLocale(languages.current());
    }
}
