package org.leitai.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.PersonId;
import org.leitai.support.RealServers;
import org.leitai.support.TestClock;
import org.leitai.support.Workers;
import org.leitai.web.Signer;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WorkerCookieHttpTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final PersonId PERSON = new PersonId(42);

    @Inject
    Workers workers;

    @Inject
    TestClock clock;

    @Inject
    WorkerCookie cookies;

    @Inject
    Signer signer;

    private Workers.Worker worker;

    @BeforeEach
    void aWorkerIsRegistered() {
        worker = workers.register();
    }

    @AfterEach
    void timeIsRealAgain() {
        clock.reset();
    }

    @Test
    void ownCookieIsKnownAndAnyOtherIsAnonymous() {
        assertKnown(worker.cookie());
        String payload = worker.cookie().substring(0, worker.cookie().indexOf('.'));
        for (String forged : List.of(
                payload,
                payload + ".",
                payload + ".AAAA",
                worker.cookie().substring(0, worker.cookie().length() - 2),
                "x" + worker.cookie(),
                "eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.",
                signer.key("ticket").sign("1.0.99999999999.0"),
                signer.key("worker-cookie").sign("1"),
                signer.key("worker-cookie").sign("-1.0.99999999999.0"))) {
            assertAnonymous(forged);
        }
    }

    /**
     * <pre>
     * issued ├────────── 30 days ──────────┤ expires
     *        known                    known anonymous
     * </pre>
     */
    @Test
    void cookieLivesThirtyDaysToTheSecond() {
        String cookie = cookies.issue(PERSON, 3, NOW).getValue();
        Instant end = NOW.plus(WorkerCookie.LIFETIME);
        assertThat(cookies.verify(cookie, NOW)).contains(new WorkerPrincipal(PERSON, 3));
        assertThat(cookies.verify(cookie, end.minusMillis(1))).isPresent();
        assertThat(cookies.verify(cookie, end)).isEmpty();
    }

    @Test
    void expiredCookieIsAnonymous() {
        clock.advance(Duration.ofDays(30).minusMinutes(1));
        assertKnown(worker.cookie());
        clock.advance(Duration.ofMinutes(1));
        assertAnonymous(worker.cookie());
    }

    @Test
    void sixteenThousandCookiesAreVerifiedWithoutALookUp() {
        for (long id = 1; id <= 16_000; id++) {
            String cookie = cookies.issue(new PersonId(id), 0, NOW).getValue();
            assertThat(cookies.verify(cookie, NOW).orElseThrow().person()).isEqualTo(new PersonId(id));
        }
    }

    @Test
    void damagedCookieIsNoError() {
        given().cookie(Workers.COOKIE, "%%%").get("/").then().statusCode(200);
        given().cookie(Workers.COOKIE, "A".repeat(5000)).get("/").then().statusCode(200);
    }

    @Test
    void pagesOfStaffDoNotKnowWorkers() {
        assertThat(get("/c/probe/who", worker.cookie()).asString()).startsWith("worker ");
        assertThat(get("/staff/probe/who", worker.cookie()).asString()).isEqualTo("nobody");
    }

    @Test
    void whoNeedsToBeKnownIsLedToTheRegistrationAndBack() {
        Response page = get("/c/probe/needed?by=units", "");
        assertThat(page.statusCode()).isEqualTo(303);
        assertThat(page.header("Location")).endsWith("/register?to=%2Fc%2Fprobe%2Fneeded%3Fby%3Dunits");
        assertThat(get("/me", "").header("Location")).endsWith("/register");
    }

    @Test
    void clientsAndChangesGetAPlain401() {
        assertThat(get("/api/c/probe/needed", "").statusCode()).isEqualTo(401);
        assertThat(get("/api/c/probe/needed", worker.cookie()).statusCode()).isEqualTo(200);
        given().redirects().follow(false).post("/me/code").then().statusCode(401);
    }

    @Test
    void whoIsSignedInNeedsNoForm() {
        assertThat(get("/register?to=/c/demo", worker.cookie()).header("Location"))
                .endsWith("/c/demo");
        assertThat(get("/sign-in", worker.cookie()).statusCode()).isEqualTo(303);
    }

    private static void assertKnown(String cookie) {
        assertThat(me(cookie).statusCode()).isEqualTo(200);
    }

    private static void assertAnonymous(String cookie) {
        assertThat(me(cookie).statusCode()).as(cookie).isEqualTo(303);
    }

    private static Response me(String cookie) {
        return get("/me", cookie);
    }

    private static Response get(String path, String cookie) {
        return given().redirects().follow(false).cookie(Workers.COOKIE, cookie).get(path);
    }
}
