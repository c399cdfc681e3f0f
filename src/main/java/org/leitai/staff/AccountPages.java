package org.leitai.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.leitai.web.Languages;

/** One's own account. */
@Path("/staff/account")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AccountPages {

    private interface Templates {

        @CheckedTemplate(basePath = "staff")
        record account(StaffMember member, List<String> roles, long idleHours, long absoluteHours)
                implements TemplateInstance {}
    }

    private final CurrentStaff staff;
    private final Languages languages;

    AccountPages(CurrentStaff staff, Languages languages) {
        this.staff = staff;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    public TemplateInstance account() {
        StaffMember member = staff.require();
        List<String> roles = Roles.ALL.stream().filter(member::is).toList();
        return new Templates.account(member, roles, SessionStore.IDLE.toHours(), SessionStore.ABSOLUTE.toHours())
                .setLocale(languages.current());
    }
}
