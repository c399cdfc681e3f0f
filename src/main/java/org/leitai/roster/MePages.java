package org.leitai.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.leitai.kernel.PersonId;
import org.leitai.web.Languages;

/** What a worker sees and decides about the own person. */
@Path("/me")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(CurrentWorker.ROLE)
@RunOnVirtualThread
class MePages {

    /** @param unitNames from the federation down to the own unit */
    record View(Person person, List<String> unitNames) {}

    private interface Templates {
        @CheckedTemplate(basePath = "roster")
        record me(View view) implements TemplateInstance {}
    }

    private final Persons persons;
    private final Units units;
    private final PersonalCodes codes;
    private final CurrentWorker worker;
    private final WorkerCookie cookies;
    private final Languages languages;
    private final Clock clock;

    MePages(
            Persons persons,
            Units units,
            PersonalCodes codes,
            CurrentWorker worker,
            WorkerCookie cookies,
            Languages languages,
            Clock clock) {
        this.persons = persons;
        this.units = units;
        this.codes = codes;
        this.worker = worker;
        this.cookies = cookies;
        this.languages = languages;
        this.clock = clock;
    }

    @GET
    public Response me() {
        return persons.find(worker.require())
                .map(person -> Response.ok(page(person)).build())
                .orElseGet(this::erased);
    }

    /** The present phone stays signed in; every other one is signed out. */
    @POST
    @Path("code")
    public Response renewCode() {
        PersonId person = worker.require();
        Instant now = clock.instant();
        return codes.renew(person, now)
                .map(renewed -> Response.ok(page(renewed.code()))
                        .cookie(cookies.issue(person, renewed.epoch(), now))
                        .build())
                .orElseGet(this::erased);
    }

    @POST
    @Path("full-name")
    public Response decideFullName(@FormParam("show") boolean show) {
        persons.decideFullName(worker.require(), show, clock.instant());
        return Response.seeOther(URI.create("/me")).build();
    }

    private TemplateInstance page(Person person) {
        var unitNames = units.find(person.unit()).stream()
                .flatMap(unit -> unit.path().stream())
                .map(id -> units.find(id).orElseThrow().name())
                .toList();
        return new Templates.me(new View(person, unitNames)).setLocale(languages.current());
    }

    private TemplateInstance page(PersonalCode code) {
        return new CodeView(code.grouped(), "/me", false).page(languages.current());
    }

    /** The cookie outlived the person. */
    private Response erased() {
        return Response.seeOther(URI.create("/register"))
                .cookie(cookies.expired())
                .build();
    }
}
