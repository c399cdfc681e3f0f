package org.leitai.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.leitai.support.RealServers;
import org.leitai.support.TestClock;
import org.leitai.support.Workers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SignInHttpTest {

    private static final String WRONG = "2222-2222";

    @Inject
    Workers workers;

    @Inject
    TestClock clock;

    @Inject
    AgroalDataSource database;

    private Workers.Worker worker;

    @BeforeEach
    void aWorkerIsRegisteredAndNobodyFailedYet() throws SQLException {
        forgetFailures();
        worker = workers.register();
    }

    @AfterEach
    void timeIsRealAgain() throws SQLException {
        clock.reset();
        forgetFailures();
    }

    @Test
    void phoneAndPersonalCodeSignInAndLeadBack() {
        Response reply = signIn(worker.phone(), worker.code(), "/c/demo");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.header("Location")).endsWith("/c/demo");
        me(reply.cookie(Workers.COOKIE)).then().statusCode(200);
    }

    @Test
    void foreignReturnAddressesLeadToTheStartPage() {
        for (String to : List.of("https://evil.example/", "//evil.example", "/c/..//evil.example", "/staff")) {
            String location = signIn(worker.phone(), worker.code(), to).header("Location");
            assertThat(location).matches("http://localhost:\\d+/");
        }
    }

    @Test
    void wrongCodeAndUnknownPhoneGetTheSameAnswer() {
        String unknown = "19900009999";
        Response wrong = signIn(worker.phone(), WRONG, "/");
        Response nobody = signIn(unknown, WRONG, "/");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(nobody.statusCode()).isEqualTo(wrong.statusCode());
        assertThat(nobody.asString().replace(unknown, ""))
                .isEqualTo(wrong.asString().replace(worker.phone(), ""));
        assertThat(nobody.cookies()).isEmpty();
    }

    @Test
    void noPhoneIsSaidBesideTheField() {
        signIn("123", worker.code(), "/").then().statusCode(422);
        assertThat(signIn("123", worker.code(), "/").asString()).contains("请填写 11 位大陆手机号", "value=\"123\"");
    }

    @Test
    void guessingIsSlowedDownAndEndsByItself() {
        guess(6);
        Response blocked = signIn(worker.phone(), worker.code(), "/");
        assertThat(blocked.statusCode()).isEqualTo(429);
        assertThat(blocked.header("Retry-After")).isEqualTo("1");
        assertThat(blocked.asString()).contains("请 1 秒后再试");
        clock.advance(Duration.ofSeconds(1));
        assertThat(signIn(worker.phone(), worker.code(), "/").statusCode()).isEqualTo(303);
        assertThat(signIn(worker.phone(), WRONG, "/").statusCode()).isEqualTo(422);
    }

    @Test
    void delayNeverGrowsBeyondAMinute() {
        guess(5);
        for (int i = 0; i < 12; i++) {
            clock.advance(Duration.ofMinutes(1));
            assertThat(signIn(worker.phone(), WRONG, "/").statusCode()).isEqualTo(422);
        }
        clock.advance(Duration.ofMinutes(1));
        assertThat(signIn(worker.phone(), worker.code(), "/").statusCode()).isEqualTo(303);
    }

    @Test
    void unknownPhoneIsSlowedDownLikeAKnownOne() {
        for (int i = 0; i < 6; i++) {
            assertThat(signIn("19900009998", WRONG, "/").statusCode()).isEqualTo(422);
        }
        assertThat(signIn("19900009998", WRONG, "/").statusCode()).isEqualTo(429);
    }

    @RepeatedTest(5)
    void burstOfGuessesIsCountedOneByOne() throws Exception {
        List<Callable<Integer>> guesses = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            guesses.add(() -> signIn(worker.phone(), WRONG, "/").statusCode());
        }
        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(20)) {
            for (Future<Integer> future : threads.invokeAll(guesses)) {
                statuses.add(future.get());
            }
        }
        assertThat(statuses).containsOnly(422, 429);
        // Five free ones, and the sixth that starts the delay; a slow machine may see that second pass.
        assertThat(statuses).filteredOn(status -> status == 422).hasSizeBetween(6, 8);
    }

    @Test
    void factorysSharedAddressBearsManyMistakes() {
        for (int i = 0; i < 60; i++) {
            assertThat(signIn("1990001%04d".formatted(i), WRONG, "/").statusCode())
                    .isEqualTo(422);
        }
        assertThat(signIn(worker.phone(), worker.code(), "/").statusCode()).isEqualTo(303);
    }

    @Test
    void newPersonalCodeEndsTheOldOneAndTheOtherPhones() {
        String otherPhone = signIn(worker.phone(), worker.code(), "/").cookie(Workers.COOKIE);
        Response page = given().cookie(Workers.COOKIE, worker.cookie()).post("/me/code");
        assertThat(page.statusCode()).isEqualTo(200);
        String code = Workers.codeIn(page);
        assertThat(signIn(worker.phone(), worker.code(), "/").statusCode()).isEqualTo(422);
        assertThat(signIn(worker.phone(), code, "/").statusCode()).isEqualTo(303);
        me(otherPhone).then().statusCode(303);
        me(page.cookie(Workers.COOKIE)).then().statusCode(200);
    }

    @Test
    void signOutTakesTheCookieAway() {
        Response reply = given().redirects()
                .follow(false)
                .cookie(Workers.COOKIE, worker.cookie())
                .post("/sign-out");
        assertThat(reply.statusCode()).isEqualTo(303);
        assertThat(reply.getDetailedCookie(Workers.COOKIE).getValue()).isEmpty();
        assertThat(reply.getDetailedCookie(Workers.COOKIE).getMaxAge()).isZero();
    }

    @Test
    void nothingPersonalReachesUrlsOrLogs() {
        var log = new Log();
        Logger.getLogger("").addHandler(log);
        try {
            var canary = workers.register("金丝雀", workers.leaves().getFirst());
            var replies = List.of(
                    Workers.post("金丝雀", canary.phone(), "1"),
                    signIn(canary.phone(), WRONG, "/c/demo"),
                    signIn(canary.phone(), canary.code(), "/c/demo"),
                    me(canary.cookie()),
                    given().cookie(Workers.COOKIE, canary.cookie()).post("/me/code"));
            for (Response reply : replies) {
                String location = reply.header("Location");
                assertThat(location == null ? "" : location).doesNotContain(canary.phone(), "person", "code");
            }
            Logger.getLogger("org.leitai").info("the log is heard");
            assertThat(log.text()).contains("the log is heard");
            assertThat(log.text()).doesNotContain("金丝雀", canary.phone(), canary.code(), canary.cookie());
        } finally {
            Logger.getLogger("").removeHandler(log);
        }
    }

    private void guess(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn(worker.phone(), WRONG, "/").statusCode()).isEqualTo(422);
        }
    }

    private static Response signIn(String phone, String code, String to) {
        return given().redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .queryParam("to", to)
                .formParam("phone", phone)
                .formParam("code", code)
                .post("/sign-in");
    }

    private static Response me(String cookie) {
        return given().redirects().follow(false).cookie(Workers.COOKIE, cookie).get("/me");
    }

    private void forgetFailures() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("delete from sign_in_failure");
        }
    }

    /** Everything that the server writes to its log, parameters and stack traces included. */
    private static final class Log extends Handler {

        private final StringBuffer text = new StringBuffer();
        private final PatternFormatter formatter = new PatternFormatter("%p %c %m %e%n");

        @Override
        public void publish(LogRecord entry) {
            text.append(formatter.format(org.jboss.logmanager.ExtLogRecord.wrap(entry)));
        }

        String text() {
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
