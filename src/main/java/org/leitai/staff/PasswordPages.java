package org.leitai.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
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
import org.leitai.web.Languages;

/** One's own password. */
@Path("/staff/password")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class PasswordPages {

    private interface Templates {

        /**
         * @param forced the present password was given by somebody else and opens nothing but this page
         * @param refusedField name of the field to blame; empty when none is
         * @param refusal key of the text; null at first
         * @param waitSeconds zero when waiting does not help
         */
        @CheckedTemplate(basePath = "staff")
        record password(
                String to,
                String username,
                boolean forced,
                int shortest,
                String refusedField,
                String refusal,
                long waitSeconds)
                implements TemplateInstance {}
    }

    private final PasswordChange change;
    private final StaffCookie cookie;
    private final CurrentStaff staff;
    private final Accounts accounts;
    private final Languages languages;

    PasswordPages(
            PasswordChange change, StaffCookie cookie, CurrentStaff staff, Accounts accounts, Languages languages) {
        this.change = change;
        this.cookie = cookie;
        this.staff = staff;
        this.accounts = accounts;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    public TemplateInstance form(@QueryParam("to") String to) {
        return page(to, "", null, 0);
    }

    @POST
    @RolesAllowed(Roles.STAFF)
    public Response change(
            @FormParam("old") @DefaultValue("") String old,
            @FormParam("new") @DefaultValue("") String fresh,
            @FormParam("again") @DefaultValue("") String again,
            @FormParam("to") String to,
            HttpServerRequest request) {
        return switch (change.change(staff.require(), old, fresh, again, ClientAddress.of(request))) {
            case PasswordChange.Result.Changed changed ->
                Response.seeOther(URI.create(StaffPath.ownOrRoot(to)))
                        .cookie(cookie.of(changed.token()))
                        .build();
            case PasswordChange.Result.Refused refused -> refusal(to, refused);
        };
    }

    private Response refusal(String to, PasswordChange.Result.Refused refused) {
        PasswordRefusal reason = refused.reason();
        long waitSeconds =
                refused.retryAfter().plusMillis(999).toSeconds(); // rounded up: earlier would be refused again
        var response = Response.status(reason.status()).entity(page(to, reason.field(), reason.code(), waitSeconds));
        return waitSeconds == 0
                ? response.build()
                : response.header("Retry-After", waitSeconds).build();
    }

    private TemplateInstance page(String to, String refusedField, String refusal, long waitSeconds) {
        StaffMember member = staff.require();
        boolean forced = accounts.credentials(member.id()).mustChange();
        return new Templates.password(
                        StaffPath.ownOrRoot(to),
                        member.username(),
                        forced,
                        PasswordChange.SHORTEST,
                        refusedField,
                        refusal,
                        waitSeconds)
                .setLocale(languages.current());
    }
}
