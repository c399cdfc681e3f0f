package org.leitai.finals.rehearsal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.Finals;
import org.leitai.finals.Matches;
import org.leitai.finals.TestFinals;
import org.leitai.finals.match.Phase;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RehearsalHttpTest {

    @Inject
    TestFinals finals;

    @Inject
    Finals stored;

    @Inject
    Matches matches;

    private String code;
    private String host;

    @BeforeEach
    void aFinal() {
        code = finals.make();
        host = StaffSession.as("host").cookie();
    }

    @Test
    void robotsPlayACopyThroughItsWholeRunDown() {
        String copy = copied();
        tell(copy, Map.of("pace", "rush", "hosts", "on"), 303);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> matches.room(copy).orElseThrow().state().phase() == Phase.FINISHED);
        assertThat(matches.room(copy).orElseThrow().state().segmentIndex()).isEqualTo(1);
        assertThat(matches.room(code).orElseThrow().state().version()).isZero();
    }

    @Test
    void theCopyAsksOtherQuestions() {
        String copy = copied();
        tell(copy, Map.of("pace", "rush", "hosts", "on"), 303);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> matches.room(copy).orElseThrow().state().question() != null);
        given().get("/live/frames/match/" + copy + "/public").then().body(not(containsString("canary-stem")));
    }

    @Test
    void noRobotPlaysAFinalThatCounts() {
        String page = tell(code, Map.of("pace", "rush", "hosts", "on"), 409);
        assertThat(page).contains("正式比赛不能让机器人上场");
        assertThat(matches.room(code).orElseThrow().state().version()).isZero();
    }

    @Test
    void oneBrowserTakesEverySeatOfARehearsalAndOfNothingElse() {
        String copy = copied();
        var taken = given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, host)
                .post("/staff/finals/" + copy + "/rehearsal/seats")
                .then()
                .statusCode(303)
                .extract();
        assertThat(taken.cookies()).hasSize(TestFinals.TEAMS.size());
        given().cookie(StaffSession.COOKIE, host)
                .get(taken.header("Location"))
                .then()
                .body(containsString("<iframe src=\"/seat/" + copy + "/3\""));
        given().cookies(taken.cookies()).get("/seat/" + copy + "/2").then().body(containsString("乙队"));
        given().get("/seat/" + copy + "/2").then().body(not(containsString("乙队")));
        given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, host)
                .post("/staff/finals/" + code + "/rehearsal/seats")
                .then()
                .statusCode(409);
    }

    @Test
    void robotsRestWhenTheyAreTold() {
        String copy = copied();
        tell(copy, Map.of("pace", "quick", "hosts", "on"), 303);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> matches.room(copy).orElseThrow().state().version() > 1);
        tell(copy, Map.of("pace", ""), 303);
        await().atMost(Duration.ofSeconds(10))
                .pollDelay(Duration.ofSeconds(2))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    long seen = matches.room(copy).orElseThrow().state().version();
                    await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
                    return matches.room(copy).orElseThrow().state().version() == seen;
                });
    }

    @Test
    void theHostIsLeftToAPersonUnlessRobotsAreToldOtherwise() {
        String copy = copied();
        tell(copy, Map.of("pace", "rush"), 303);
        for (String act : List.of("open-segment", "show-question", "open-buzz")) {
            long version = matches.room(copy).orElseThrow().state().version();
            given().cookie(StaffSession.COOKIE, host)
                    .header("If-Match", "\"" + version + "\"")
                    .contentType("application/json")
                    .body(Map.of("act", act))
                    .post("/staff/finals/" + copy + "/commands")
                    .then()
                    .statusCode(200);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> matches.room(copy).orElseThrow().state().phase() == Phase.ANSWERING);
    }

    private String copied() {
        String page = given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, host)
                .post("/staff/finals/" + code + "/rehearsal/copy")
                .then()
                .statusCode(303)
                .extract()
                .header("Location");
        String copy = page.replaceAll(".*/staff/finals/([^/]+)/rehearsal", "$1");
        assertThat(copy).isEqualTo(code + "-r1");
        return copy;
    }

    private String tell(String match, Map<String, String> robots, int status) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, host)
                .formParams(robots)
                .post("/staff/finals/" + match + "/rehearsal")
                .then()
                .statusCode(status)
                .extract()
                .asString();
    }
}
