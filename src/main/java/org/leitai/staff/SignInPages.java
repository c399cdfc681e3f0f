package org.leitai.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import org.leitai.web.Languages;

/** In and out of the staff pages. */
@Path("/staff")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class SignInPages {

    private interface Templates {

        /**
         * @param username as typed before
         * @param refusal key of the text; null at first
         * @param waitSeconds zero when waiting does not help
         */
        @CheckedTemplate(basePath = "staff")
        record signIn(String to, String username, String refusal, long waitSeconds) implements TemplateInstance {}
    }

    private final SignIn signIn;
    private final Sessions sessions;
    private final StaffCookie cookie;
    private final CurrentStaff staff;
    private final Navigation navigation;
    private final Languages languages;

    SignInPages(
            SignIn signIn,
            Sessions sessions,
            StaffCookie cookie,
            CurrentStaff staff,
            Navigation navigation,
            Languages languages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.cookie = cookie;
        this.staff = staff;
        this.navigation = navigation;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    public Response start() {
        return seeOther(navigation.startPath());
    }

    @GET
    @Path("/sign-in")
    @PermitAll
    public Response form(@QueryParam("to") String to) {
        return staff.find().isPresent() ? seeOther(StaffPath.ownOrRoot(to)) : page(200, to, "", null, Duration.ZERO);
    }

    @POST
    @Path("/sign-in")
    @PermitAll
    public Response signIn(
            @FormParam("username") @DefaultValue("") String username,
            @FormParam("password") @DefaultValue("") String password,
            @FormParam("to") String to,
            @CookieParam(StaffCookie.NAME) String before,
            HttpServerRequest request) {
        return switch (signIn.signIn(username, password, ClientAddress.of(request))) {
            case SignIn.Result.SignedIn signedIn -> {
                endSession(before);
                yield Response.seeOther(URI.create(StaffPath.ownOrRoot(to)))
                        .cookie(cookie.of(signedIn.token()))
                        .build();
            }
            case SignIn.Result.Refused refused ->
                page(refused.reason().status(), to, username, refused.reason().code(), refused.retryAfter());
        };
    }

    @POST
    @Path("/sign-out")
    @PermitAll
    public Response signOut(@CookieParam(StaffCookie.NAME) String token) {
        endSession(token);
        return Response.seeOther(URI.create(StaffPath.SIGN_IN))
                .cookie(cookie.none())
                .build();
    }

    private void endSession(String token) {
        if (token != null) {
            sessions.end(token);
        }
    }

    private Response page(int status, String to, String username, String refusal, Duration retryAfter) {
        long waitSeconds = retryAfter.plusMillis(999).toSeconds(); // rounded up: earlier would be refused again
        var response = Response.status(status)
                .entity(new Templates.signIn(StaffPath.ownOrRoot(to), username, refusal, waitSeconds)
                        .setLocale(languages.current()));
        return waitSeconds == 0
                ? response.build()
                : response.header("Retry-After", waitSeconds).build();
    }

    private static Response seeOther(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
