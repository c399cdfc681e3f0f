package org.leitai.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Locale;

/** The language of the present request: the cookie {@code lang} if set, else the browser's wish, else Chinese. */
@RequestScoped
public class Languages {

    public static final String COOKIE = "lang";

    private final HttpHeaders headers;

    Languages(HttpHeaders headers) {
        this.headers = headers;
    }

    public Locale current() {
        var cookie = headers.getCookies().get(COOKIE);
        if (cookie != null) {
            return cookie.getValue().equals("en") ? Locale.ENGLISH : Texts.CHINESE;
        }
        // The first wish decides: a phone set to Chinese lists English second.
        return headers.getAcceptableLanguages().stream()
                        .findFirst()
                        .filter(wish -> wish.getLanguage().equals("en"))
                        .isPresent()
                ? Locale.ENGLISH
                : Texts.CHINESE;
    }
}
