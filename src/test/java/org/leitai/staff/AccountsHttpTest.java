package org.leitai.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.audit.AuditLog;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AccountsHttpTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @Inject
    AuditLog audit;

    private StaffSession admin;
    private String username;

    @BeforeEach
    void anAdministrator() {
        admin = StaffSession.as("admin");
        username = "person" + COUNT.incrementAndGet();
    }

    @Test
    void aNewAccountHasAPasswordThatIsShownOnceAndMustBeReplaced() {
        Response made = open(username, "张三", List.of("host", "judge"));
        assertThat(made.statusCode()).isEqualTo(200);
        String password = password(made);
        get("/staff/accounts").then().statusCode(200).body(containsString("张三")).body(not(containsString(password)));
        String session = StaffSession.signIn(username, password);
        given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, session)
                .accept("text/html")
                .get("/staff/finals")
                .then()
                .statusCode(303)
                .header("Location", containsString("/staff/password"));
        assertThat(lastActions()).contains("staff.account-opened");
        assertThat(audit.entries(0, 3).toString()).doesNotContain(password);
    }

    @Test
    void whatWasTypedStaysAndTheFaultStandsAtItsField() {
        Response refused = open("Not A Name", "李四", List.of("judge"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString())
                .contains("value=\"Not A Name\"", "value=\"李四\"", "aria-invalid=\"true\"")
                .containsPattern("value=\"judge\"\\s+checked");
        assertThat(open(username, "李四", List.of()).statusCode()).isEqualTo(422);
        assertThat(open(username, " ", List.of("judge")).statusCode()).isEqualTo(422);
        assertThat(open(admin.username(), "又一个", List.of("judge")).statusCode()).isEqualTo(409);
    }

    @Test
    void aRoleThatIsTakenAwayIsGoneWithTheNextRequest() {
        StaffSession editor = StaffSession.as("host", "judge");
        change(editor.username(), "roles", List.of("judge"), "只做评委").then().statusCode(303);
        given().cookie(StaffSession.COOKIE, editor.cookie())
                .post("/staff/finals/none/seats")
                .then()
                .statusCode(403);
        assertThat(lastActions()).contains("staff.roles-changed");
    }

    @Test
    void aChangeWantsAReason() {
        StaffSession judge = StaffSession.as("judge");
        Response refused = change(judge.username(), "roles", List.of("host"), " ");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).containsPattern("value=\"host\"\\s+checked");
        assertThat(change(judge.username(), "close", List.of(), "").statusCode())
                .isEqualTo(422);
    }

    @Test
    void aClosedAccountIsOutAtOnceAndMayComeBack() {
        StaffSession judge = StaffSession.as("judge");
        change(judge.username(), "close", List.of(), "离职").then().statusCode(303);
        given().cookie(StaffSession.COOKIE, judge.cookie())
                .get("/staff/account")
                .then()
                .statusCode(401);
        change(judge.username(), "reopen", List.of(), "回来").then().statusCode(303);
        StaffSession.signIn(judge.username(), judge.password());
        assertThat(lastActions()).contains("staff.account-reopened");
    }

    @Test
    void aResetEndsAllSessionsAndTheOldPassword() {
        StaffSession judge = StaffSession.as("judge");
        Response reset = change(judge.username(), "reset", List.of(), "忘了");
        assertThat(reset.statusCode()).isEqualTo(200);
        given().cookie(StaffSession.COOKIE, judge.cookie())
                .get("/staff/account")
                .then()
                .statusCode(401);
        StaffSession.signIn(judge.username(), password(reset));
    }

    @Test
    void nobodyClosesTheirOwnAccount() {
        assertThat(change(admin.username(), "close", List.of(), "r").statusCode())
                .isEqualTo(409);
        assertThat(change(admin.username(), "reset", List.of(), "r").statusCode())
                .isEqualTo(409);
    }

    private Response open(String name, String displayName, List<String> roles) {
        return given().cookie(StaffSession.COOKIE, admin.cookie())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("username", name)
                .formParam("name", displayName)
                .formParam("roles", roles.toArray())
                .post("/staff/accounts");
    }

    private Response change(String of, String act, List<String> roles, String reason) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, admin.cookie())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("act", act)
                .formParam("reason", reason)
                .formParam("roles", roles.toArray())
                .post("/staff/accounts/" + of);
    }

    private Response get(String path) {
        return given().cookie(StaffSession.COOKIE, admin.cookie()).get(path);
    }

    private static String password(Response page) {
        return page.asString().replaceAll("(?s).*data-password>([^<]+)<.*", "$1");
    }

    private List<String> lastActions() {
        return audit.entries(0, 3).stream().map(entry -> entry.action()).toList();
    }
}
