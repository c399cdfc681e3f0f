package org.leitai.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.leitai.roster.SignInResult.SignedIn;
import org.leitai.roster.SignInResult.TooMany;
import org.leitai.roster.SignInResult.Wrong;
import org.leitai.web.Languages;

/** Sign-in with the personal code, and sign-out. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class SignInPages {

    /**
     * What the sign-in page shows. The code that was typed is not shown again.
     *
     * @param phone as typed
     * @param fault null when nothing is wrong
     * @param waitSeconds with {@link RosterRefusal#TOO_MANY}
     * @param query {@code ?to=…} or nothing, to go on with
     */
    record View(String phone, RosterRefusal fault, long waitSeconds, String query) {

        public boolean phoneInvalid() {
            return fault == RosterRefusal.PHONE_INVALID;
        }

        @Override
        public String toString() {
            return "View[…]";
        }
    }

    private interface Templates {
        @CheckedTemplate(basePath = "roster")
        record signIn(View view) implements TemplateInstance {}
    }

    private final SignIns signIns;
    private final CurrentWorker worker;
    private final WorkerCookie cookies;
    private final Languages languages;
    private final Clock clock;

    SignInPages(SignIns signIns, CurrentWorker worker, WorkerCookie cookies, Languages languages, Clock clock) {
        this.signIns = signIns;
        this.worker = worker;
        this.cookies = cookies;
        this.languages = languages;
        this.clock = clock;
    }

    @GET
    @Path("sign-in")
    @PermitAll
    public Response form(@QueryParam("to") String wish) {
        ReturnPath to = ReturnPath.of(wish);
        return worker.id().isPresent()
                ? Response.seeOther(URI.create(to.path())).build()
                : page(200, new View("", null, 0, to.query()));
    }

    @POST
    @Path("sign-in")
    @PermitAll
    public Response signIn(
            @FormParam("phone") String typedPhone,
            @FormParam("code") String typedCode,
            @QueryParam("to") String wish,
            HttpServerRequest request) {
        ReturnPath to = ReturnPath.of(wish);
        Optional<Phone> phone = Phone.read(typedPhone);
        if (phone.isEmpty()) {
            return refused(typedPhone, RosterRefusal.PHONE_INVALID, to);
        }
        Instant now = clock.instant();
        String address = request.remoteAddress().hostAddress();
        return switch (signIns.signIn(phone.get(), typedCode, address, now)) {
            case SignedIn in ->
                Response.seeOther(URI.create(to.path()))
                        .cookie(cookies.issue(in.person(), in.epoch(), now))
                        .build();
            case Wrong wrong -> refused(typedPhone, RosterRefusal.SIGN_IN_WRONG, to);
            case TooMany tooMany -> tooMany(typedPhone, tooMany, to);
        };
    }

    @POST
    @Path("sign-out")
    @PermitAll
    public Response signOut() {
        return Response.seeOther(URI.create("/")).cookie(cookies.expired()).build();
    }

    private Response refused(String typedPhone, RosterRefusal refusal, ReturnPath to) {
        return page(refusal.status(), new View(typedPhone, refusal, 0, to.query()));
    }

    private Response tooMany(String typedPhone, TooMany refused, ReturnPath to) {
        // A started second counts: who waits as long as told is let in.
        long waitSeconds = refused.delay().plusMillis(999).toSeconds();
        var view = new View(typedPhone, RosterRefusal.TOO_MANY, waitSeconds, to.query());
        Response page = page(RosterRefusal.TOO_MANY.status(), view);
        return Response.fromResponse(page)
                .header(HttpHeaders.RETRY_AFTER, waitSeconds)
                .build();
    }

    private Response page(int status, View view) {
        return Response.status(status)
                .entity(new Templates.signIn(view).setLocale(languages.current()))
                .build();
    }
}
