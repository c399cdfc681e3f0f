package org.leitai.contest;

import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.leitai.web.Languages;

/** The start page. */
@Path("/")
class HomePages {

    private final Languages languages;

    HomePages(Languages languages) {
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        return new PhoneTemplates.home(new HomeView(List.of())).setLocale(languages.current());
    }
}
