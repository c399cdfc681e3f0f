package org.leitai.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** An error in the form that its reader asked for: a page for people, {@link Problem} for programs. */
@ApplicationScoped
public class ErrorPages {

    private interface Templates {

        /**
         * @param hint what to do about it; null when there is nothing to say
         * @param incident null unless the log has more about it
         * @param home where to go from here
         */
        @CheckedTemplate(basePath = "web")
        record error(int status, String title, String hint, String incident, String home) implements TemplateInstance {}
    }

    /** What goes over the wire. */
    record Rendered(int status, String contentType, String body) {}

    private static final Map<Integer, String> CODES = Map.of(
            401, "web.not-signed-in",
            403, "web.forbidden",
            404, "web.not-found",
            405, "web.not-allowed",
            413, "web.too-large",
            415, "web.unsupported-type",
            422, "web.invalid",
            429, "web.too-many",
            503, "web.unavailable");

    private final Texts texts;
    private final Clock clock;

    ErrorPages(Texts texts, Clock clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /** Whether a page is wanted: the caller's first wish is HTML, and the path is not one for programs. */
    public static boolean prefersHtml(RoutingContext context) {
        String path = context.normalizedPath();
        return !path.equals("/api")
                && !path.startsWith("/api/")
                && context.parsedHeaders().accept().stream()
                        .findFirst()
                        .map(wish -> wish.rawValue().strip())
                        .filter(wish -> wish.startsWith("text/html") || wish.startsWith("application/xhtml+xml"))
                        .isPresent();
    }

    Rendered of(RoutingContext context, int status, Map<String, String> errors, String incident) {
        Locale locale = Languages.of(context);
        String code = CODES.getOrDefault(status, status < 500 ? "web.malformed" : "web.fault");
        String title = texts.of(locale, code);
        return prefersHtml(context)
                ? page(context, status, code, title, incident, locale)
                : problem(new Problem(
                        status, code, title, errors, incident, clock.instant().toEpochMilli()));
    }

    private Rendered page(
            RoutingContext context, int status, String code, String title, String incident, Locale locale) {
        String hintKey = code + ".hint";
        String hint = texts.has(hintKey) ? texts.of(locale, hintKey) : null;
        // Staff go back to their pages, everybody else to the contests.
        String home = context.normalizedPath().startsWith("/staff") ? "/staff" : "/";
        String html = new Templates.error(status, title, hint, incident, home)
                .setLocale(locale)
                .render();
        return new Rendered(status, MediaType.TEXT_HTML + ";charset=UTF-8", html);
    }

    private static Rendered problem(Problem problem) {
        return new Rendered(problem.status(), Problem.JSON, Json.encode(problem));
    }
}
