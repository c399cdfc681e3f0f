package org.leitai.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.leitai.roster.RegistrationResult.Refused;
import org.leitai.roster.RegistrationResult.Registered;
import org.leitai.web.Languages;

/** Registration and the privacy notice. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class RegisterPages {

    private interface Templates {
        @CheckedTemplate(basePath = "roster")
        record register(RegisterView view) implements TemplateInstance {}

        @CheckedTemplate(basePath = "roster")
        record notice(String version) implements TemplateInstance {}
    }

    private final Registrations registrations;
    private final Units units;
    private final CurrentWorker worker;
    private final WorkerCookie cookies;
    private final Languages languages;
    private final Clock clock;

    RegisterPages(
            Registrations registrations,
            Units units,
            CurrentWorker worker,
            WorkerCookie cookies,
            Languages languages,
            Clock clock) {
        this.registrations = registrations;
        this.units = units;
        this.worker = worker;
        this.cookies = cookies;
        this.languages = languages;
        this.clock = clock;
    }

    @GET
    @Path("register")
    @PermitAll
    public Response form(@QueryParam("to") String wish) {
        ReturnPath to = ReturnPath.of(wish);
        return worker.id().isPresent()
                ? Response.seeOther(URI.create(to.path())).build()
                : page(200, RegistrationForm.EMPTY, Map.of(), to);
    }

    @POST
    @Path("register")
    @PermitAll
    public Response register(@BeanParam RegistrationForm form, @QueryParam("to") String wish) {
        ReturnPath to = ReturnPath.of(wish);
        Instant now = clock.instant();
        return switch (registrations.register(form, now)) {
            case Refused refused -> page(refused.status(), form, refused.faults(), to);
            case Registered registered ->
                Response.ok(code(registered, to))
                        .cookie(cookies.issue(registered.person(), 0, now))
                        .build();
        };
    }

    @GET
    @Path("privacy")
    @PermitAll
    public TemplateInstance notice() {
        return new Templates.notice(Consent.VERSION).setLocale(languages.current());
    }

    private Response page(
            int status, RegistrationForm form, Map<RegistrationForm.Field, RosterRefusal> faults, ReturnPath to) {
        var view = RegisterView.of(form, faults, units, to);
        return Response.status(status)
                .entity(new Templates.register(view).setLocale(languages.current()))
                .build();
    }

    private TemplateInstance code(Registered registered, ReturnPath to) {
        return new CodeView(registered.code().grouped(), to.path(), true).page(languages.current());
    }
}
