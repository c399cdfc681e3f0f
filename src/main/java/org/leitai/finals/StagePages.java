package org.leitai.finals;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.leitai.finals.pack.PackSeals;
import org.leitai.web.Languages;

/** What everybody may look at: the big screen, and the page that follows a final on a phone. The state comes by socket. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class StagePages {

    private final Matches matches;
    private final PackSeals packs;
    private final Languages languages;

    StagePages(Matches matches, PackSeals packs, Languages languages) {
        this.matches = matches;
        this.packs = packs;
        this.languages = languages;
    }

    @GET
    @Path("screen/{code}")
    @PermitAll
    public TemplateInstance screen(@PathParam("code") String code) {
        return new FinalTemplates.screen(stage(code)).setLocale(languages.current());
    }

    @GET
    @Path("live/{code}")
    @PermitAll
    public TemplateInstance live(@PathParam("code") String code) {
        FinalViews.Stage stage = stage(code);
        PackSeals.Seal pack =
                packs.of(matches.room(code).orElseThrow(NotFoundException::new).match());
        return new FinalTemplates.live(stage, pack).setLocale(languages.current());
    }

    private FinalViews.Stage stage(String code) {
        StoredMatch match =
                matches.room(code).orElseThrow(NotFoundException::new).match();
        return new FinalViews.Stage(match.code(), match.title());
    }
}
