package org.leitai.contest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.leitai.web.Languages;

/** The start page. */
@Path("/")
class HomePages {

    private interface Templates {
        @CheckedTemplate(basePath = "contest")
        record home() implements TemplateInstance {}
    }

    private final Languages languages;

    HomePages(Languages languages) {
        this.languages = languages;
    }

    @GET
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance home() {
        return new Templates.home().setLocale(languages.current());
    }
}
