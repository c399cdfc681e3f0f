package org.leitai.support;

import static io.restassured.RestAssured.given;

import io.quarkus.arc.Arc;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.leitai.audit.AuditLog;
import org.leitai.kernel.StaffId;
import org.leitai.staff.Accounts;

/**
 * A signed-in member of staff, made the way that people make one: an account is opened, its owner signs in over HTTP and
 * replaces the given password.
 *
 * @param cookie value of the cookie {@link #COOKIE}
 */
public record StaffSession(StaffId id, String username, String password, String cookie) {

    public static final String COOKIE = "leitai-staff";

    private static final String GIVEN_PASSWORD = "given by the test";
    private static final String OWN_PASSWORD = "a sentence to remember";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new member with these roles, see {@code Roles}. */
    public static StaffSession as(String... roles) {
        String username = "member" + COUNT.incrementAndGet();
        StaffId id = open(username, GIVEN_PASSWORD, roles);
        String first = signIn(username, GIVEN_PASSWORD);
        String cookie = given().redirects()
                .follow(false)
                .cookie(COOKIE, first)
                .formParam("old", GIVEN_PASSWORD)
                .formParam("new", OWN_PASSWORD)
                .formParam("again", OWN_PASSWORD)
                .post("/staff/password")
                .then()
                .statusCode(303)
                .extract()
                .cookie(COOKIE);
        return new StaffSession(id, username, OWN_PASSWORD, cookie);
    }

    /** An account whose password still has to be replaced. */
    public static StaffId open(String username, String password, String... roles) {
        return Arc.container()
                .instance(Accounts.class)
                .get()
                .open(username, "测试 " + username, Set.of(roles), password, AuditLog.SYSTEM);
    }

    /** The cookie of a new session. */
    public static String signIn(String username, String password) {
        return given().redirects()
                .follow(false)
                .formParam("username", username)
                .formParam("password", password)
                .post("/staff/sign-in")
                .then()
                .statusCode(303)
                .extract()
                .cookie(COOKIE);
    }
}
