package org.leitai.staff;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import org.leitai.web.Languages;

/** Everybody's accounts, for administrators: a list, a new one, and what can be done with each. */
@Path("/staff/accounts")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
public class AccountListPages {

    private interface Templates {

        @CheckedTemplate(basePath = "staff")
        record accounts(List<Row> rows, Draft draft, Given given) implements TemplateInstance {}

        @CheckedTemplate(basePath = "staff")
        record accountOf(Row row, List<Choice> roles, Draft draft, Given given, boolean own)
                implements TemplateInstance {}
    }

    record Row(String username, String name, List<String> roles, boolean enabled, boolean mustChange) {

        /** What can be done with it besides: the opposite of what it is. */
        public String toggle() {
            return enabled ? "close" : "reopen";
        }
    }

    record Choice(String role, boolean chosen) {}

    /**
     * What was typed, and what is wrong with it.
     *
     * @param refusedField name of the field to blame; empty when none is
     * @param refusal key of the text; null at first
     */
    record Draft(String username, String name, List<Choice> roles, String reason, String refusedField, String refusal) {

        static Draft empty() {
            return new Draft("", "", choices(List.of()), "", "", null);
        }
    }

    /** A password that was just made, shown this once; null where none was. */
    record Given(String username, String password) {

        @Override
        public String toString() {
            return "(given password)";
        }
    }

    private final AccountDesk desk;
    private final CurrentStaff staff;
    private final Languages languages;

    AccountListPages(AccountDesk desk, CurrentStaff staff, Languages languages) {
        this.desk = desk;
        this.staff = staff;
        this.languages = languages;
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    public TemplateInstance list() {
        return list(Draft.empty(), null);
    }

    /** The password is in the answer and nowhere else: a redirect would have to keep it. */
    @POST
    @RolesAllowed(Roles.ADMIN)
    public Response open(
            @FormParam("username") @DefaultValue("") String username,
            @FormParam("name") @DefaultValue("") String name,
            @FormParam("roles") List<String> roles) {
        return switch (desk.open(username, name, roles, staff.require())) {
            case AccountDesk.Result.Done(String made, String password) ->
                Response.ok(list(Draft.empty(), new Given(made, password))).build();
            case AccountDesk.Result.Refused(AccountRefusal why) ->
                Response.status(why.status())
                        .entity(list(new Draft(username, name, choices(roles), "", why.field(), why.code()), null))
                        .build();
        };
    }

    @GET
    @Path("/{username}")
    @RolesAllowed(Roles.ADMIN)
    public TemplateInstance account(@PathParam("username") String username) {
        return page(require(username), Draft.empty(), null);
    }

    /** @param act {@code roles}, {@code close}, {@code reopen} or {@code reset} */
    @POST
    @Path("/{username}")
    @RolesAllowed(Roles.ADMIN)
    public Response change(
            @PathParam("username") String username,
            @FormParam("act") @DefaultValue("") String act,
            @FormParam("roles") List<String> roles,
            @FormParam("reason") @DefaultValue("") String reason) {
        Account account = require(username);
        StaffMember actor = staff.require();
        AccountDesk.Result result =
                switch (act) {
                    case "roles" -> desk.changeRoles(account, roles, reason, actor);
                    case "close" -> desk.close(account, reason, actor);
                    case "reopen" -> desk.reopen(account, reason, actor);
                    case "reset" -> desk.resetPassword(account, reason, actor);
                    default -> throw new NotFoundException();
                };
        return switch (result) {
            case AccountDesk.Result.Done(String of, String password) ->
                password.isEmpty()
                        ? Response.seeOther(URI.create("/staff/accounts/" + of)).build()
                        : Response.ok(page(require(of), Draft.empty(), new Given(of, password)))
                                .build();
            case AccountDesk.Result.Refused(AccountRefusal why) ->
                Response.status(why.status())
                        .entity(page(
                                account, new Draft("", act, choices(roles), reason, why.field(), why.code()), null))
                        .build();
        };
    }

    private Account require(String username) {
        return desk.find(username).orElseThrow(NotFoundException::new);
    }

    private TemplateInstance list(Draft draft, Given given) {
        List<Row> rows = desk.all().stream().map(AccountListPages::row).toList();
        return new Templates.accounts(rows, draft, given).setLocale(languages.current());
    }

    private TemplateInstance page(Account account, Draft draft, Given given) {
        boolean typed = draft.refusal() != null && draft.name().equals("roles");
        List<Choice> roles = typed ? draft.roles() : choices(account.roles);
        boolean own = account.username.equals(staff.require().username());
        return new Templates.accountOf(row(account), roles, draft, given, own).setLocale(languages.current());
    }

    private static Row row(Account account) {
        List<String> roles = Roles.ALL.stream().filter(account.roles::contains).toList();
        return new Row(account.username, account.displayName, roles, account.enabled, account.mustChange);
    }

    private static List<Choice> choices(Collection<String> chosen) {
        return Roles.ALL.stream()
                .map(role -> new Choice(role, chosen.contains(role)))
                .toList();
    }
}
