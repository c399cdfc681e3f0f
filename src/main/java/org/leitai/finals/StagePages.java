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
import org.leitai.finals.library.SheetViews;
import org.leitai.web.Languages;

/** What everybody may look at: the big screen, and the page that follows a final on a phone. The state comes by socket. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class StagePages {

    private final Matches matches;
    private final Finals finals;
    private final SheetViews sheets;
    private final Languages languages;

    StagePages(Matches matches, Finals finals, SheetViews sheets, Languages languages) {
        this.matches = matches;
        this.finals = finals;
        this.sheets = sheets;
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
        return new FinalTemplates.live(stage(code)).setLocale(languages.current());
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

    private FinalViews.Stage stage(String code) {
        StoredMatch match =
                matches.room(code).orElseThrow(NotFoundException::new).match();
        return new FinalViews.Stage(match.code(), match.title());
    }
}
