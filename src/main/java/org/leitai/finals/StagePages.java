package org.leitai.finals;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.leitai.finals.library.SheetViews;
import org.leitai.finals.look.Looks;
import org.leitai.finals.pack.PackSeals;
import org.leitai.web.Languages;
import org.leitai.web.QrSvg;

/** What everybody may look at: the big screen, and the page that follows a final on a phone. The state comes by socket. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class StagePages {

    private final Matches matches;
    private final Finals finals;
    private final SheetViews sheets;
    private final Looks looks;
    private final PackSeals packs;
    private final Languages languages;

    StagePages(
            Matches matches,
            Finals finals,
            SheetViews sheets,
            Looks looks,
            PackSeals packs,
            Languages languages) {
        this.matches = matches;
        this.finals = finals;
        this.sheets = sheets;
        this.looks = looks;
        this.packs = packs;
        this.languages = languages;
    }

    @GET
    @Path("screen/{code}")
    @PermitAll
    public TemplateInstance screen(@PathParam("code") String code, @Context UriInfo uri) {
        return new FinalTemplates.screen(show(code, uri)).setLocale(languages.current());
    }

    @GET
    @Path("live/{code}")
    @PermitAll
    public TemplateInstance live(@PathParam("code") String code, @Context UriInfo uri) {
        FinalViews.Show show = show(code, uri);
        PackSeals.Seal pack =
                packs.of(matches.room(code).orElseThrow(NotFoundException::new).match());
        return new FinalTemplates.live(show, pack).setLocale(languages.current());
    }

    /** Read from the database alone: readers of the rules open no room. */
    @GET
    @Path("live/{code}/rules")
    @PermitAll
    public TemplateInstance rules(@PathParam("code") String code) {
        StoredMatch match = finals.find(code).orElseThrow(NotFoundException::new);
        var view = new FinalViews.RulesPage(match.code(), match.title(), sheets.of(match.rules(), languages.current()));
        return new FinalTemplates.rules(view).setLocale(languages.current());
    }

    /** Pages ask with the digest of what they want, so it may be kept for ever; another picture has another address. */
    @GET
    @Path("screen/{code}/logo")
    @PermitAll
    @Produces("image/png")
    public Response logo(@PathParam("code") String code) {
        Map.Entry<String, byte[]> logo = looks.logo(code).orElseThrow(NotFoundException::new);
        var keep = new CacheControl();
        keep.setPrivate(false);
        keep.setMaxAge((int) TimeUnit.DAYS.toSeconds(365));
        keep.getCacheExtension().put("immutable", null);
        return Response.ok(logo.getValue())
                .cacheControl(keep)
                .tag(logo.getKey())
                .build();
    }

    private FinalViews.Show show(String code, UriInfo uri) {
        StoredMatch match =
                matches.room(code).orElseThrow(NotFoundException::new).match();
        String address = uri.getBaseUri() + "live/" + match.code();
        return new FinalViews.Show(
                match.code(),
                match.title(),
                looks.of(match.code()),
                address.replaceFirst("^https?://", ""),
                QrSvg.of(address));
    }
}
