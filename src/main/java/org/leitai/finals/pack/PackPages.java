package org.leitai.finals.pack;

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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.finals.Finals;
import org.leitai.finals.StoredMatch;
import org.leitai.kernel.Refusal;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.Roles;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;
import org.leitai.web.Texts;

/** The page on which a pack is put together, approved and sealed. */
@Path("/staff/finals/{code}/pack")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class PackPages {

    private final Finals finals;
    private final Packs packs;
    private final PackEdits edits;
    private final PackPictures pictures;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;
    private final Texts texts;

    PackPages(
            Finals finals,
            Packs packs,
            PackEdits edits,
            PackPictures pictures,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages,
            Texts texts) {
        this.finals = finals;
        this.packs = packs;
        this.edits = edits;
        this.pictures = pictures;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
        this.texts = texts;
    }

    @GET
    @RolesAllowed({Roles.EDITOR, Roles.ORGANIZER, Roles.REVIEWER})
    public TemplateInstance desk(@PathParam("code") String code, @BeanParam PackForm.Search search) {
        StoredMatch match = require(code);
        return page(match, place(match, search.part()), search, PackForm.empty(), Map.of());
    }

    @POST
    @Path("/edit")
    @RolesAllowed({Roles.EDITOR, Roles.ORGANIZER})
    public Response edit(@PathParam("code") String code, @BeanParam PackForm form, RoutingContext context) {
        StoredMatch match = require(code);
        PackForm.Place place = place(match, form.part());
        String author = staff.require().username();
        Map<String, PackRefusal> faults = edits.edit(match, place, form, author, arrivals.of(context));
        return faults.isEmpty() ? back(match, place) : faulty(match, place, form, faults);
    }

    @POST
    @Path("/approve")
    @RolesAllowed({Roles.ORGANIZER, Roles.REVIEWER})
    public Response approve(
            @PathParam("code") String code,
            @FormParam("revision") @DefaultValue("-1") int revision,
            @FormParam("anyway") boolean anyway,
            RoutingContext context) {
        StoredMatch match = require(code);
        return answer(
                match,
                packs.approve(match, revision, anyway, staff.require().username(), arrivals.of(context)),
                "approve");
    }

    @POST
    @Path("/seal")
    @RolesAllowed(Roles.ORGANIZER)
    public Response seal(
            @PathParam("code") String code,
            @FormParam("revision") @DefaultValue("-1") int revision,
            @FormParam("holder") List<String> holders,
            RoutingContext context) {
        StoredMatch match = require(code);
        return answer(
                match,
                packs.seal(match, revision, holders, staff.require().username(), arrivals.of(context)),
                "holder");
    }

    @POST
    @Path("/discard")
    @RolesAllowed(Roles.ORGANIZER)
    public Response discard(
            @PathParam("code") String code, @FormParam("reason") String reason, RoutingContext context) {
        StoredMatch match = require(code);
        return answer(match, packs.discard(match, reason, staff.require().username(), arrivals.of(context)), "reason");
    }

    private Response answer(StoredMatch match, Optional<PackRefusal> refused, String field) {
        PackForm.Place first = place(match, null);
        return refused.map(refusal -> faulty(match, first, PackForm.empty(), Map.of(field, refusal)))
                .orElseGet(() -> back(match, first));
    }

    private static Response back(StoredMatch match, PackForm.Place place) {
        return Response.seeOther(URI.create("/staff/finals/" + match.code() + "/pack?part=" + place.name()))
                .build();
    }

    private Response faulty(StoredMatch match, PackForm.Place place, PackForm form, Map<String, PackRefusal> faults) {
        var said = new LinkedHashMap<String, String>();
        faults.forEach((field, refusal) -> said.put(field, texts.of(languages.current(), refusal.code())));
        int status = faults.values().stream().mapToInt(Refusal::status).max().orElseThrow();
        var search = new PackForm.Search(place.name(), null, null, null, null, null);
        return Response.status(status)
                .entity(page(match, place, search, form, said))
                .build();
    }

    private TemplateInstance page(
            StoredMatch match,
            PackForm.Place place,
            PackForm.Search search,
            PackForm form,
            Map<String, String> faults) {
        String reserve = texts.of(languages.current(), "finals.pack.reserve");
        return new PackTemplates.desk(pictures.desk(match, staff.require(), place, search, form, faults, reserve))
                .setLocale(languages.current());
    }

    private PackForm.Place place(StoredMatch match, String part) {
        return PackForm.place(part, packs.needs(match)).orElseGet(() -> new PackForm.Place(0));
    }

    private StoredMatch require(String code) {
        return finals.find(code).orElseThrow(NotFoundException::new);
    }
}
