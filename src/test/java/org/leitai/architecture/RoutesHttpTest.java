package org.leitai.architecture;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;
import org.leitai.support.TestContests;
import org.leitai.support.Workers;

/** Calls every route that only reads, as everybody who might try. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RoutesHttpTest {

    private enum Caller {
        ANONYMOUS(Set.of(), false),
        WORKER(Set.of("worker"), false),
        ORGANIZER(Set.of("staff", "organizer"), true),
        AUDITOR(Set.of("staff", "auditor"), true);

        private final Set<String> roles;
        private final boolean isStaff;

        Caller(Set<String> roles, boolean isStaff) {
            this.roles = roles;
            this.isStaff = isStaff;
        }

        /** Staff are nobody among workers, and workers nobody among staff. */
        boolean isKnownAt(Route route) {
            return !roles.isEmpty() && isStaff == route.isForStaff();
        }
    }

    @Inject
    Workers workers;

    @Inject
    TestContests contests;

    private final Map<Caller, Map<String, String>> cookies = new EnumMap<>(Caller.class);

    @BeforeEach
    void signIn() {
        contests.open(); // the first of a run is t-1, or another class has made it
        cookies.put(Caller.ANONYMOUS, Map.of());
        cookies.put(Caller.WORKER, Map.of(Workers.COOKIE, workers.register().cookie()));
        cookies.put(
                Caller.ORGANIZER,
                Map.of(StaffSession.COOKIE, StaffSession.as("organizer").cookie()));
        cookies.put(
                Caller.AUDITOR,
                Map.of(StaffSession.COOKIE, StaffSession.as("auditor").cookie()));
    }

    @Test
    void everyReadingRouteAnswersEachCallerAsTheTableSays() {
        var all = new SoftAssertions();
        Route.table().stream()
                .filter(route -> route.method().equals("GET"))
                .forEach(route -> cookies.forEach((caller, cookie) -> check(route, caller, call(route, cookie), all)));
        all.assertAll();
    }

    private static Response call(Route route, Map<String, String> cookie) {
        return given().redirects()
                .follow(false)
                .accept("text/html,application/json;q=0.9,*/*;q=0.8")
                .cookies(cookie)
                .get(route.example());
    }

    private static void check(Route route, Caller caller, Response response, SoftAssertions all) {
        int status = response.statusCode();
        var assertion = all.assertThat(status).as("%s %s as %s", route.method(), route.example(), caller);
        boolean isKnown = caller.isKnownAt(route);
        if (route.isOpenTo(isKnown ? caller.roles : Set.of())) {
            assertion.isNotIn(401, 403).isLessThan(500);
        } else if (isKnown) {
            assertion.isEqualTo(403);
        } else {
            assertion.isIn(401, 303);
            all.assertThat(status == 303 ? response.header("Location") : "/sign-in")
                    .as("where %s leads %s", route.example(), caller)
                    .containsPattern("/(sign-in|register)");
        }
    }
}
