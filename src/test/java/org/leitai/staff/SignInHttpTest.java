package org.leitai.staff;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;
import org.leitai.support.TestClock;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SignInHttpTest {

    @Inject
    TestClock clock;

    @Inject
    Accounts accounts;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void forgetFailures() throws Exception {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from staff_throttle");
            statement.executeUpdate("delete from staff_known_address");
        }
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private static RequestSpecification browser() {
        return given().redirects()
                .follow(false)
                .config(config().encoderConfig(encoderConfig().defaultContentCharset(StandardCharsets.UTF_8)))
                .accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private static RequestSpecification browser(String cookie) {
        return browser().cookie(StaffSession.COOKIE, cookie);
    }

    private static Response signIn(String username, String password) {
        return browser()
                .formParam("username", username)
                .formParam("password", password)
                .post("/staff/sign-in");
    }

    @Nested
    class Sessions {

        @Test
        void signingInLeadsToThePageThatWasAskedFor() {
            var member = StaffSession.as(Roles.AUDITOR);
            browser()
                    .formParam("username", "  " + member.username().toUpperCase() + " ")
                    .formParam("password", member.password())
                    .formParam("to", "/staff/audit?page=1")
                    .post("/staff/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/staff/audit?page=1"))
                    .header("Set-Cookie", containsString("HttpOnly"))
                    .header("Set-Cookie", containsString("SameSite=Lax"))
                    .header("Set-Cookie", containsString("Path=/staff"));
        }

        @Test
        void aPageWithoutASessionLeadsToSignInAndBack() {
            browser()
                    .get("/staff/audit?page=2")
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/staff/sign-in?to=%2Fstaff%2Faudit%3Fpage%3D2"));
        }

        @Test
        void aProgramWithoutASessionGetsAProblem() {
            given().accept("*/*")
                    .get("/staff/audit")
                    .then()
                    .statusCode(401)
                    .contentType("application/problem+json")
                    .body("code", equalTo("web.not-signed-in"));
        }

        @Test
        void aCookieStolenBeforeSigningOutIsWorthNothingAfterwards() {
            var member = StaffSession.as(Roles.AUDITOR);
            browser(member.cookie()).get("/staff/account").then().statusCode(200);
            browser(member.cookie())
                    .post("/staff/sign-out")
                    .then()
                    .statusCode(303)
                    .header("Set-Cookie", containsString("Max-Age=0"));
            given().cookie(StaffSession.COOKIE, member.cookie())
                    .accept("*/*")
                    .get("/staff/account")
                    .then()
                    .statusCode(401);
        }

        @Test
        void signingInAgainEndsTheSessionThatTheBrowserCameWith() {
            var member = StaffSession.as(Roles.AUDITOR);
            browser(member.cookie())
                    .formParam("username", member.username())
                    .formParam("password", member.password())
                    .post("/staff/sign-in")
                    .then()
                    .statusCode(303);
            browser(member.cookie()).get("/staff/account").then().statusCode(303);
        }

        /*
         * start        use 1:59      3:58:59     5:59 (2 h and a second later)
         * |------------|-------------|-----------|
         */
        @Test
        void aSessionEndsTwoHoursAfterItsLastUse() {
            var member = StaffSession.as(Roles.AUDITOR);
            clock.advance(Duration.ofMinutes(119));
            browser(member.cookie()).get("/staff/account").then().statusCode(200);
            clock.advance(Duration.ofMinutes(119).plusSeconds(50));
            browser(member.cookie()).get("/staff/account").then().statusCode(200);
            clock.advance(Duration.ofHours(2).plusSeconds(1));
            browser(member.cookie()).get("/staff/account").then().statusCode(303);
        }

        @Test
        void aSessionEndsTwelveHoursAfterItsStartHoweverBusy() {
            var member = StaffSession.as(Roles.AUDITOR);
            for (int hour = 1; hour < 12; hour++) {
                clock.advance(Duration.ofHours(1));
                browser(member.cookie()).get("/staff/account").then().statusCode(200);
            }
            clock.advance(Duration.ofHours(1));
            browser(member.cookie()).get("/staff/account").then().statusCode(303);
        }

        @Test
        void theDatabaseKnowsOnlyTheHashOfACookie() throws Exception {
            var member = StaffSession.as(Roles.AUDITOR);
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(member.cookie().getBytes(StandardCharsets.UTF_8));
            try (var connection = database.getConnection();
                    var statement =
                            connection.prepareStatement("select token_hash from staff_session where account_id = ?")) {
                statement.setLong(1, member.id().value());
                var row = statement.executeQuery();
                assertThat(row.next()).isTrue();
                assertThat(row.getBytes(1)).isEqualTo(hash);
            }
        }

        @Test
        void aForgedCookieIsNobody() {
            browser("x".repeat(43)).get("/staff/account").then().statusCode(303);
            browser("").get("/staff/account").then().statusCode(303);
        }

        @Test
        void aClosedAccountIsOutAtOnce() {
            var member = StaffSession.as(Roles.AUDITOR);
            accounts.close(member.id(), "admin", "left");
            browser(member.cookie()).get("/staff/account").then().statusCode(303);
            signIn(member.username(), member.password()).then().statusCode(401);
        }
    }

    @Nested
    class RolesOfAnAccount {

        @Test
        void aRoleTakenAwayIsGoneWithTheNextRequest() {
            var member = StaffSession.as(Roles.AUDITOR, Roles.EDITOR);
            browser(member.cookie()).get("/staff/audit").then().statusCode(200);
            accounts.changeRoles(member.id(), Set.of(Roles.EDITOR), "admin", "moved to another office");
            browser(member.cookie())
                    .get("/staff/audit")
                    .then()
                    .statusCode(403)
                    .contentType("text/html")
                    .body(containsString("您没有权限打开这里"));
        }

        @Test
        void theNavigationOffersOnlyWhatOpens() {
            browser(StaffSession.as(Roles.EDITOR).cookie())
                    .get("/staff/account")
                    .then()
                    .body(not(containsString("/staff/audit")));
            browser(StaffSession.as(Roles.AUDITOR).cookie())
                    .get("/staff/account")
                    .then()
                    .body(containsString("/staff/audit"));
        }

        @Test
        void everyEntryOfTheNavigationLeadsSomewhere() {
            var member = StaffSession.as(Roles.ALL.toArray(String[]::new));
            assertThat(Navigation.paths())
                    .allSatisfy(
                            path -> browser(member.cookie()).get(path).then().statusCode(200));
        }

        @Test
        void theStartPageIsTheFirstThatThePersonMayOpen() {
            browser(StaffSession.as(Roles.AUDITOR).cookie())
                    .get("/staff")
                    .then()
                    .statusCode(303)
                    .header("Location", containsString(Navigation.paths().getFirst()));
        }
    }

    @Nested
    class WrongPasswords {

        @Test
        void knownAndUnknownUsersGetTheSameAnswer() {
            var member = StaffSession.as(Roles.AUDITOR);
            Response known = signIn(member.username(), "wrong");
            Response unknown = signIn("nobody1", "wrong");
            assertThat(known.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
            assertThat(known.body().asString().replace(member.username(), "…"))
                    .isEqualTo(unknown.body().asString().replace("nobody1", "…"));
            assertThat(known.headers().asList().stream().map(header -> header.getName()))
                    .isEqualTo(unknown.headers().asList().stream()
                            .map(header -> header.getName())
                            .toList());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "a\u0000b", "'; drop table staff_account; --", "<script>alert(1)</script>"})
        void anythingMayBeTypedAsAUsername(String typed) {
            signIn(typed, "wrong").then().statusCode(401).body(not(containsString("<script>")));
        }

        @Test
        void aPasswordLongerThanBcryptReadsIsJustWrong() {
            signIn("nobody2", "密".repeat(200)).then().statusCode(401);
        }

        /*
         * failures  1 2 3 4 5            6         7
         * wait      0 0 0 0 1 s          2 s       4 s … 60 s
         */
        @Test
        void failuresOfAnAccountAreSlowedAndNeverLockedOut() {
            StaffSession.open("slowed", "the right password", Roles.AUDITOR);
            for (int failure = 1; failure <= 5; failure++) {
                signIn("slowed", "wrong").then().statusCode(401);
            }
            signIn("slowed", "the right password")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "1")
                    .body(containsString("请在 1 秒后再试"));
            for (int failure = 6; failure <= 15; failure++) {
                clock.advance(Duration.ofMinutes(1));
                signIn("slowed", "wrong").then().statusCode(401);
            }
            signIn("slowed", "the right password").then().statusCode(429).header("Retry-After", "60");
            clock.advance(Duration.ofMinutes(1));
            signIn("slowed", "the right password").then().statusCode(303);
        }

        @Test
        void anUnknownAccountIsSlowedJustTheSame() {
            for (int failure = 1; failure <= 5; failure++) {
                signIn("nobody3", "wrong").then().statusCode(401);
            }
            signIn("nobody3", "wrong").then().statusCode(429).header("Retry-After", "1");
        }

        @Test
        void manyAccountsFromOneAddressAreSlowed() {
            for (int failure = 1; failure <= 30; failure++) {
                signIn("sprayed" + failure, "wrong").then().statusCode(401);
            }
            signIn("sprayed31", "wrong").then().statusCode(429);
        }
    }

    @Nested
    class GivenPasswords {

        @Test
        void aGivenPasswordOpensNothingButItsChange() {
            StaffSession.open("fresh1", "given by the admin", Roles.ADMIN);
            String cookie = StaffSession.signIn("fresh1", "given by the admin");
            browser(cookie)
                    .get("/staff/audit")
                    .then()
                    .statusCode(303)
                    .header("Location", containsString("/staff/password?to=%2Fstaff%2Faudit"));
            given().cookie(StaffSession.COOKIE, cookie)
                    .accept("*/*")
                    .get("/staff/audit")
                    .then()
                    .statusCode(401);
            browser(cookie).get("/staff/password").then().statusCode(200).body(containsString("初始密码"));
        }

        @Test
        void aNewPasswordThatBreaksARuleIsRefusedBesideItsField() {
            StaffSession.open("fresh2", "given by the admin", Roles.ADMIN);
            String cookie = StaffSession.signIn("fresh2", "given by the admin");
            refused(cookie, "given by the admin", "eleven char", "eleven char", "太短");
            refused(cookie, "given by the admin", "给".repeat(25), "给".repeat(25), "太长");
            refused(cookie, "given by the admin", "given by the admin", "given by the admin", "不能和现在的密码相同");
            refused(cookie, "given by the admin", "my name is FRESH2", "my name is FRESH2", "不要包含用户名");
            refused(cookie, "given by the admin", "a sentence to keep", "a sentence to kep", "不一样");
            refused(cookie, "not what was given", "a sentence to keep", "a sentence to keep", "现在的密码不对");
        }

        private void refused(String cookie, String old, String fresh, String again, String text) {
            change(cookie, old, fresh, again)
                    .then()
                    .statusCode(422)
                    .body(containsString(text))
                    .body(not(containsString(fresh)));
        }

        @Test
        void aNewPasswordEndsEveryOtherSession() {
            var member = StaffSession.as(Roles.AUDITOR);
            String elsewhere = StaffSession.signIn(member.username(), member.password());
            String here = change(member.cookie(), member.password(), "another sentence", "another sentence")
                    .then()
                    .statusCode(303)
                    .extract()
                    .cookie(StaffSession.COOKIE);
            browser(here).get("/staff/account").then().statusCode(200);
            browser(elsewhere).get("/staff/account").then().statusCode(303);
            browser(member.cookie()).get("/staff/account").then().statusCode(303);
            signIn(member.username(), member.password()).then().statusCode(401);
            signIn(member.username(), "another sentence").then().statusCode(303);
        }

        private static Response change(String cookie, String old, String fresh, String again) {
            return browser(cookie)
                    .formParam("old", old)
                    .formParam("new", fresh)
                    .formParam("again", again)
                    .post("/staff/password");
        }
    }

    @Nested
    class OtherSites {

        @Test
        void aFormOnAnotherSiteSignsNobodyInOrOut() {
            var member = StaffSession.as(Roles.AUDITOR);
            for (String path : new String[] {"/staff/sign-in", "/staff/sign-out", "/staff/password"}) {
                browser(member.cookie())
                        .header("Origin", "https://evil.example")
                        .formParam("username", member.username())
                        .formParam("password", member.password())
                        .post(path)
                        .then()
                        .statusCode(403);
            }
            browser(member.cookie()).get("/staff/account").then().statusCode(200);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://evil.example/staff",
                    "//evil.example/staff",
                    "/\\evil.example",
                    "/staff/../../evil",
                    "/staff\\@evil.example",
                    "/staffage",
                    "javascript:alert(1)",
                    "/staff/sign-out",
                    "/staff/\r\nSet-Cookie: a=b",
                    ""
                })
        void signInLeadsNowhereElse(String to) {
            var member = StaffSession.as(Roles.AUDITOR);
            browser()
                    .formParam("username", member.username())
                    .formParam("password", member.password())
                    .formParam("to", to)
                    .post("/staff/sign-in")
                    .then()
                    .statusCode(303)
                    .header("Location", matchesRegex("http://[^/]+/staff"));
        }
    }
}
