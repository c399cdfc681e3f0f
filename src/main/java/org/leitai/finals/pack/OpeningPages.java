package org.leitai.finals.pack;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
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
import java.util.Optional;
import org.leitai.finals.Finals;
import org.leitai.finals.StoredMatch;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Texts;

/** Where a holder collects a key, and where two people enter theirs. Any member of staff may hold one, so all may come here. */
@Path("/staff/finals/{code}/pack/open")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class OpeningPages {

    private final Finals finals;
    private final Packs packs;
    private final Openings openings;
    private final Decks decks;
    private final PackPictures pictures;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;

    OpeningPages(
            Finals finals,
            Packs packs,
            Openings openings,
            Decks decks,
            PackPictures pictures,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts) {
        this.finals = finals;
        this.packs = packs;
        this.openings = openings;
        this.decks = decks;
        this.pictures = pictures;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    public TemplateInstance page(@PathParam("code") String code) {
        return page(require(code), null, null, null, null);
    }

    @POST
    @RolesAllowed(Roles.STAFF)
    public Response enter(@PathParam("code") String code, @FormParam("key") String typed, RoutingContext context) {
        StoredMatch match = require(code);
        return switch (openings.enter(match, typed, staff.require().username(), arrivals.of(context))) {
            case Openings.Entry.First(int number) ->
                Response.ok(page(match, null, null, null, number)).build();
            case Openings.Entry.Opened opened ->
                Response.seeOther(URI.create("/staff/finals/" + code + "/pack/open"))
                        .build();
            case Openings.Entry.Refused(Refusal refusal) -> refused(match, refusal, typed);
        };
    }

    /** What was sealed, byte for byte, so that anybody can check it against the hash; after the match. */
    @GET
    @Path("/plain")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RolesAllowed(Roles.ORGANIZER)
    public Response plain(@PathParam("code") String code) {
        StoredMatch match = require(code);
        if (packs.state(match).status() != PackRow.Status.OPENED || !packs.isOver(match)) {
            return refused(match, PackRefusal.NOT_OVER, null);
        }
        return Response.ok(decks.plain(match))
                .header("Content-Disposition", "attachment; filename=\"" + code + "-pack.json\"")
                .build();
    }

    /** The key is in the answer and nowhere else: a redirect would have to keep it. */
    @POST
    @Path("/key")
    @RolesAllowed(Roles.STAFF)
    public Response collect(@PathParam("code") String code, RoutingContext context) {
        StoredMatch match = require(code);
        Optional<String> key = openings.collect(match, staff.require().username(), arrivals.of(context));
        return key.map(shown ->
                        Response.ok(page(match, shown, null, null, null)).build())
                .orElseGet(() -> refused(match, PackRefusal.NO_KEY_FOR_YOU, null));
    }

    private Response refused(StoredMatch match, Refusal refusal, String typed) {
        String fault = texts.of(languages.current(), refusal.code());
        return Response.status(refusal.status())
                .type(MediaType.TEXT_HTML_TYPE)
                .entity(page(match, null, typed, fault, null))
                .build();
    }

    private TemplateInstance page(StoredMatch match, String shown, String typed, String fault, Integer entered) {
        return new PackTemplates.open(pictures.opening(match, staff.require(), shown, typed, fault, entered))
                .setLocale(languages.current());
    }

    private StoredMatch require(String code) {
        return finals.find(code).orElseThrow(NotFoundException::new);
    }
}
