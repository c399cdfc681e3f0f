package org.leitai.finals.console;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.leitai.finals.Finals;
import org.leitai.finals.HostPass;
import org.leitai.finals.StoredMatch;
import org.leitai.staff.Accounts;
import org.leitai.staff.CurrentStaff;
import org.leitai.staff.OpenSessions;
import org.leitai.staff.Roles;
import org.leitai.staff.StaffMember;
import org.leitai.web.Arrivals;
import org.leitai.web.Languages;

/** The host's console, the scorekeeper's, and the judges' tablets. */
@Path("/staff/finals/{code}")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
class ConsolePages {

    private interface Templates {

        @CheckedTemplate(basePath = "finals")
        record host(View view) implements TemplateInstance {}

        @CheckedTemplate(basePath = "finals")
        record judge(View view) implements TemplateInstance {}
    }

    /**
     * @param duty {@code host} or {@code scorekeeper}
     * @param judges all who may be judges
     */
    record View(String code, String title, String duty, String me, String myName, List<Judge> judges) {}

    record Judge(String username, String name) {}

    private final Finals finals;
    private final HostPass passes;
    private final OpenSessions sessions;
    private final Accounts accounts;
    private final CurrentStaff staff;
    private final Arrivals arrivals;
    private final Languages languages;

    ConsolePages(
            Finals finals,
            HostPass passes,
            OpenSessions sessions,
            Accounts accounts,
            CurrentStaff staff,
            Arrivals arrivals,
            Languages languages) {
        this.finals = finals;
        this.passes = passes;
        this.sessions = sessions;
        this.accounts = accounts;
        this.staff = staff;
        this.arrivals = arrivals;
        this.languages = languages;
    }

    @GET
    @Path("/host")
    @RolesAllowed({Roles.ORGANIZER, Roles.HOST, Roles.SCOREKEEPER})
    public Response host(@PathParam("code") String code, RoutingContext context) {
        StaffMember member = staff.require();
        boolean hosts = member.is(Roles.ORGANIZER) || member.is(Roles.HOST);
        return page(code, context, new Templates.host(view(code, hosts ? "host" : "scorekeeper")));
    }

    @GET
    @Path("/judge")
    @RolesAllowed(Roles.JUDGE)
    public Response judge(@PathParam("code") String code, RoutingContext context) {
        return page(code, context, new Templates.judge(view(code, "judge")));
    }

    private Response page(String code, RoutingContext context, TemplateInstance page) {
        String session = sessions.reference(context.request()).orElseThrow();
        return Response.ok(page.setLocale(languages.current()))
                .cookie(passes.cookie(code, session, arrivals.of(context)))
                .build();
    }

    private View view(String code, String duty) {
        StoredMatch match = finals.find(code).orElseThrow(NotFoundException::new);
        StaffMember me = staff.require();
        List<Judge> judges = accounts.having(Roles.JUDGE).stream()
                .map(member -> new Judge(member.username(), member.displayName()))
                .toList();
        return new View(match.code(), match.title(), duty, me.username(), me.displayName(), judges);
    }
}
