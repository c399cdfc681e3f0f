package org.leitai.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Remembers the language that a person chose, and goes back to the page. */
@Path("/language")
class LanguagePages {

    private static final int SECONDS_PER_YEAR = 365 * 24 * 3600;

    private final LeitaiConfig config;

    LanguagePages(LeitaiConfig config) {
        this.config = config;
    }

    /** @param to a path of this site; anything else leads to the start page */
    @GET
    @PermitAll
    public Response choose(
            @QueryParam("lang") @DefaultValue("zh") String language, @QueryParam("to") @DefaultValue("/") String to) {
        String path = to.matches("/[A-Za-z0-9][A-Za-z0-9/?=&._-]*|/") ? to : "/";
        return Response.seeOther(URI.create(path))
                .cookie(new NewCookie.Builder(Languages.COOKIE)
                        .value(language.equals("en") ? "en" : "zh")
                        .path("/")
                        .maxAge(SECONDS_PER_YEAR)
                        .secure(config.https())
                        .httpOnly(true)
                        .sameSite(NewCookie.SameSite.LAX)
                        .build())
                .build();
    }
}
