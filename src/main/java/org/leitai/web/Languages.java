package org.leitai.web;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import java.util.Locale;

/** The language of a request: the cookie {@code lang} if set, else the browser's first wish, else Chinese. */
@RequestScoped
public class Languages {

    public static final String COOKIE = "lang";

    private final RoutingContext context;

    Languages(RoutingContext context) {
        this.context = context;
    }

    public Locale current() {
        return of(context);
    }

    /** For what runs outside of the request's scope, as after a commit. A phone set to Chinese lists English second. */
    public static Locale of(RoutingContext context) {
        Cookie cookie = context.request().getCookie(COOKIE);
        if (cookie != null) {
            return cookie.getValue().equals("en") ? Locale.ENGLISH : Texts.CHINESE;
        }
        return context.acceptableLanguages().stream()
                        .findFirst()
                        .filter(wish -> wish.tag().equals("en"))
                        .isPresent()
                ? Locale.ENGLISH
                : Texts.CHINESE;
    }
}
