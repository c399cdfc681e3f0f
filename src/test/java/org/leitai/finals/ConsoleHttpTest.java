package org.leitai.finals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.stage.Audience;
import org.leitai.staff.Accounts;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** Hosts, scorekeepers and judges at their consoles. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ConsoleHttpTest {

    private static final String RULES = """
        title: 测试规则
        teams: 3
        segments:
          - title: 抢答
            kind: buzzer
            questions: 6
            points: { right: 10, wrong: -10, foul: -5 }
            seconds: { answer: 20 }
            buzz: { opening: countdown-321, foul: minus }
          - title: 演讲
            kind: judged
            points: { right: 10 }
            panel: { judges: 3, averaging: mean-without-extremes }
          - title: 必答
            kind: required
            points: { right: 10, wrong: -5 }
            seconds: { think: 30 }
        """;

    private static final int REVOKED = 4403;

    @Inject
    TestFinals finals;

    @Inject
    Matches matches;

    @Inject
    Accounts accounts;

    @TestHTTPResource("/")
    URI server;

    private String code;
    private StaffSession host;

    @BeforeEach
    void aFinal() {
        code = finals.make(RULES, TestFinals.TEAMS);
        host = StaffSession.as("host");
    }

    @Nested
    class Sockets {

        @Test
        @DisplayName("WS8 a console's socket is closed within a second after its host has signed out")
        void isClosedAfterSigningOut() {
            CompletableFuture<Integer> closed = open("host", pass(host, "/host"));
            assertThat(closed).isNotDone();
            given().redirects()
                    .follow(false)
                    .cookie(StaffSession.COOKIE, host.cookie())
                    .post("/staff/sign-out");
            assertThat(closed).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(REVOKED);
        }

        @Test
        @DisplayName("WS8 and after a new password")
        void isClosedAfterANewPassword() {
            CompletableFuture<Integer> closed = open("host", pass(host, "/host"));
            given().redirects()
                    .follow(false)
                    .cookie(StaffSession.COOKIE, host.cookie())
                    .formParam("old", host.password())
                    .formParam("new", "another sentence to keep")
                    .formParam("again", "another sentence to keep")
                    .post("/staff/password")
                    .then()
                    .statusCode(303);
            assertThat(closed).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(REVOKED);
        }

        @Test
        @DisplayName("AZ5 a role that is taken away closes the judge's socket within a second, and its pass opens none")
        void isClosedWhenTheRoleIsTakenAway() {
            StaffSession judge = StaffSession.as("judge");
            String pass = pass(judge, "/judge");
            CompletableFuture<Integer> closed = open("judge", pass);
            accounts.changeRoles(judge.id(), Set.of("editor"), "tester", "r");
            assertThat(closed).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(REVOKED);
            assertThat(open("judge", pass)).failsWithin(Duration.ofSeconds(5));
        }

        @Test
        void staysOpenWhileTheSessionIsInForce() {
            CompletableFuture<Integer> closed = open("host", pass(host, "/host"));
            assertThat(closed).failsWithin(Duration.ofMillis(1500));
        }

        @Test
        @DisplayName("WS9 a judge's pass does not open the host's topic, nor a scorekeeper's the judges'")
        void ofAnotherDutyIsRefused() {
            assertThat(open("host", pass(StaffSession.as("judge"), "/judge"))).failsWithin(Duration.ofSeconds(5));
            assertThat(open("judge", pass(StaffSession.as("scorekeeper"), "/host")))
                    .failsWithin(Duration.ofSeconds(5));
        }

        private String pass(StaffSession of, String page) {
            String name = HostPass.cookieName(code);
            return name + "="
                    + given().cookie(StaffSession.COOKIE, of.cookie())
                            .get(path(page))
                            .then()
                            .statusCode(200)
                            .extract()
                            .cookie(name);
        }

        /** Completes with the code that the server closes the socket with; fails when it does not open. */
        private CompletableFuture<Integer> open(String topic, String cookie) {
            URI address = URI.create("ws://" + server.getAuthority() + "/live/ws/match/" + code + "/" + topic);
            var closed = new CompletableFuture<Integer>();
            var listener = new WebSocket.Listener() {
                @Override
                public CompletionStage<?> onClose(WebSocket socket, int status, String reason) {
                    closed.complete(status);
                    return null;
                }
            };
            try {
                HttpClient.newHttpClient()
                        .newWebSocketBuilder()
                        .header("Origin", "http://" + server.getAuthority())
                        .header("Cookie", cookie)
                        .buildAsync(address, listener)
                        .get(10, TimeUnit.SECONDS);
            } catch (Exception refused) {
                closed.completeExceptionally(refused);
            }
            return closed;
        }
    }

    @Nested
    class Countdown {

        @Test
        void opensTheBuzzByItself() {
            toTheCountdown();
            awaitArmed();
            MatchState state = room().state();
            assertThat(state.phase()).isEqualTo(Phase.BUZZ_ARMED);
        }

        @Test
        void goesOnWhenTheMatchHasBeenTakenOver() {
            toTheCountdown();
            room().giveUp();
            room().takeOver();
            awaitArmed();
        }

        @Test
        void isSeenByEverybody() {
            toTheCountdown();
            assertThat(picture(new Audience.Screen())).contains("\"window\":\"countdown\"");
            assertThat(picture(new Audience.SeatOf(1))).contains("\"state\":\"countdown\"");
        }

        @Test
        void opensNothingOnceCancelled() {
            toTheCountdown();
            command(host, Map.of("act", "cancel-countdown")).then().statusCode(200);
            long cancelled = version();
            var later = new CompletableFuture<Void>();
            assertThat(later).failsWithin(Duration.ofMillis(3500));
            assertThat(version()).isEqualTo(cancelled);
        }

        private void toTheCountdown() {
            command(host, Map.of("act", "next")).then().statusCode(200);
            command(host, Map.of("act", "next")).then().statusCode(200);
            command(host, Map.of("act", "next")).then().statusCode(200);
            assertThat(room().state().counting()).isTrue();
        }

        private void awaitArmed() {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(15);
            while (room().state().phase() != Phase.BUZZ_ARMED && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            assertThat(room().state().phase()).isEqualTo(Phase.BUZZ_ARMED);
        }
    }

    @Nested
    class Lead {

        @Test
        void isWithOneHostAndTheOtherMayTakeItOver() {
            StaffSession second = StaffSession.as("host");
            command(host, Map.of("act", "take-lead")).then().statusCode(200);
            command(second, Map.of("act", "next")).then().statusCode(409).body("code", equalTo("finals.not-leading"));
            command(second, Map.of("act", "adjust", "team", 1, "points", "+5", "reason", "r"))
                    .then()
                    .statusCode(200);
            command(second, Map.of("act", "take-lead")).then().statusCode(200);
            command(second, Map.of("act", "next")).then().statusCode(200);
            command(host, Map.of("act", "next")).then().statusCode(409);
            assertThat(state().jsonPath().getString("host.controls.lead")).isEqualTo(second.username());
        }
    }

    @Nested
    class Duty {

        @Test
        void ofAScorekeeperIsToRuleCorrectAndHearProtests() {
            StaffSession keeper = StaffSession.as("scorekeeper");
            command(keeper, Map.of("act", "adjust", "team", 1, "points", "2.5", "reason", "r"))
                    .then()
                    .statusCode(200);
            Stream.of("next", "pause", "undo", "freeze", "finish", "take-lead", "void-question")
                    .forEach(act -> command(keeper, Map.of("act", act, "reason", "r"))
                            .then()
                            .statusCode(403));
            given().cookie(StaffSession.COOKIE, keeper.cookie())
                    .get(path("/notes"))
                    .then()
                    .statusCode(403);
        }

        @Test
        void ofAJudgeIsToGiveScores() {
            StaffSession judge = StaffSession.as("judge");
            Stream.of("rule", "adjust", "next", "raise-protest")
                    .forEach(act -> command(judge, Map.of("act", act, "team", 1, "verdict", "right", "reason", "r"))
                            .then()
                            .statusCode(403));
            given().cookie(StaffSession.COOKIE, judge.cookie())
                    .get(path("/state"))
                    .then()
                    .statusCode(403);
        }

        @Test
        void whatIsNoNumberIsNamedAsPoints() {
            command(host, Map.of("act", "adjust", "team", 1, "points", "ten", "reason", "r"))
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("finals.bad-points"));
        }
    }

    @Nested
    class Judges {

        private List<StaffSession> panel;

        @BeforeEach
        void aPanel() {
            panel = Stream.of("judge", "judge", "judge").map(StaffSession::as).toList();
        }

        @Test
        void handInAtTheSameTimeAndSeeTheOthersOnlyThen() {
            long question = toTheSpeech();
            score(panel.get(0), question, "9").then().statusCode(200);
            assertThat(scores(panel.get(1)).jsonPath().getMap("own")).isNull();
            assertThat(scores(panel.get(1)).jsonPath().getList("others")).isEmpty();
            score(panel.get(1), question, "7.5").then().statusCode(200);
            score(panel.get(2), question, "8").then().statusCode(200);
            Response seen = scores(panel.get(1));
            assertThat(seen.jsonPath().getList("others.points")).containsExactlyInAnyOrder("9", "8");
            assertThat(seen.jsonPath().getString("mean")).isEqualTo("8");
            score(StaffSession.as("judge"), question, "1")
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("finals.match.panel-full"));
            command(host, Map.of("act", "next")).then().statusCode(400); // it is the host's to rule
            command(host, Map.of("act", "rule", "verdict", "right")).then().statusCode(200);
            assertThat(state().jsonPath().getString("teams[0].score")).isEqualTo("8");
        }

        @Test
        void seeNeitherKeysNorPointsOfOthersOnTheirTopic() {
            long question = toTheSpeech();
            score(panel.get(0), question, "9.25").then().statusCode(200);
            assertThat(picture(new Audience.Judge()))
                    .contains("canary-stem-1", panel.get(0).username())
                    .doesNotContain(TestFinals.KEY)
                    .doesNotContain("9.25")
                    .doesNotContain("\"host\"");
        }

        @Test
        void cannotScoreAnotherQuestionThanTheyHaveSeen() {
            long question = toTheSpeech();
            score(panel.get(0), question - 1, "9").then().statusCode(400);
        }

        private long toTheSpeech() {
            command(host, Map.of("act", "open-segment", "segment", 1)).then().statusCode(200);
            command(host, Map.of("act", "next")).then().statusCode(200);
            return state().jsonPath().getLong("host.controls.asked");
        }

        private Response score(StaffSession judge, long question, String points) {
            return given().cookie(StaffSession.COOKIE, judge.cookie())
                    .contentType("application/json")
                    .body(Map.of("act", "judge-score", "team", 1, "question", question, "parts", Map.of("", points)))
                    .post(path("/commands"));
        }

        private Response scores(StaffSession judge) {
            return given().cookie(StaffSession.COOKIE, judge.cookie()).get(path("/scores"));
        }
    }

    @Test
    void aProtestKeepsTheMatchOpenUntilItIsSettled() {
        command(host, Map.of("act", "open-segment", "segment", 2)).then().statusCode(200);
        command(host, Map.of("act", "next")).then().statusCode(200);
        command(host, Map.of("act", "rule", "team", 1, "verdict", "wrong"))
                .then()
                .statusCode(200);
        StaffSession keeper = StaffSession.as("scorekeeper");
        command(keeper, Map.of("act", "raise-protest", "team", 1, "reason", "书上是 B"))
                .then()
                .statusCode(200);
        command(host, Map.of("act", "finish"))
                .then()
                .statusCode(409)
                .body("code", equalTo("finals.match.protests-left"));
        long protest = state().jsonPath().getLong("host.controls.protests[0].id");
        command(
                        keeper,
                        Map.of(
                                "act",
                                "settle-protest",
                                "protest",
                                protest,
                                "outcome",
                                "upheld",
                                "points",
                                Map.of("1", "15"),
                                "reason",
                                "查对出处"))
                .then()
                .statusCode(200);
        assertThat(state().jsonPath().getString("teams[0].score")).isEqualTo("10");
        command(host, Map.of("act", "finish")).then().statusCode(200);
    }

    @Test
    void theLastStepsAreListedWithoutWhatWasUndone() {
        command(host, Map.of("act", "next")).then().statusCode(200);
        command(host, Map.of("act", "adjust", "team", 1, "points", "5", "reason", "r"))
                .then()
                .statusCode(200);
        command(host, Map.of("act", "adjust", "team", 2, "points", "7", "reason", "slip"))
                .then()
                .statusCode(200);
        command(host, Map.of("act", "undo", "reason", "wrong team")).then().statusCode(200);
        assertThat(steps()).containsExactly("score-adjusted", "segment-opened");
        command(host, Map.of("act", "undo", "to", 1, "reason", "back")).then().statusCode(200);
        assertThat(steps()).containsExactly("segment-opened");
        command(host, Map.of("act", "redo", "reason", "no")).then().statusCode(200);
        assertThat(steps()).containsExactly("score-adjusted", "segment-opened");
    }

    @Test
    void aNoteIsKeptForHostsAndTheNewestCounts() {
        note("item/1", "慢读").then().statusCode(204);
        note("item/1", "慢读两遍").then().statusCode(204);
        note("nowhere", "x").then().statusCode(400);
        given().cookie(StaffSession.COOKIE, StaffSession.as("host").cookie())
                .get(path("/notes"))
                .then()
                .statusCode(200)
                .body("'item/1'", equalTo("慢读两遍"));
        Stream.of(new Audience.Screen(), new Audience.Public(), new Audience.Judge(), new Audience.SeatOf(1))
                .forEach(audience -> assertThat(picture(audience)).doesNotContain("慢读"));
    }

    @Test
    @DisplayName("FN17 the hall's network is gone for 30 s: after the pause every clock has the same time left")
    void anOutageCostsNoTime() {
        command(host, Map.of("act", "open-segment", "segment", 2)).then().statusCode(200);
        command(host, Map.of("act", "next")).then().statusCode(200);
        Instant start = matches.now();
        at(start, new CommandBody.StartClock());
        at(start.plusMillis(12_345), new CommandBody.Pause("network"));
        Instant back = start.plusMillis(42_345);
        assertThat(room().picture(new Audience.SeatOf(1), back).clock().remaining())
                .isEqualTo(17_655);
        room().giveUp(); // another node goes on
        room().takeOver();
        at(back, new CommandBody.Resume());
        long left = room().state().clock().remainingMillis(back);
        assertThat(left).isBetween(17_555L, 17_755L);
        assertThat(room().picture(new Audience.Screen(), back).clock().endsAt()).isEqualTo(back.toEpochMilli() + left);
    }

    private void at(Instant now, CommandBody body) {
        assertThat(room().command(body, room().state().version(), host.username(), now))
                .isInstanceOf(CommandResult.Done.class);
    }

    private List<String> steps() {
        return given().cookie(StaffSession.COOKIE, host.cookie())
                .get(path("/steps"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("code");
    }

    private Response note(String place, String body) {
        return given().cookie(StaffSession.COOKIE, host.cookie())
                .contentType("application/json")
                .body(Map.of("place", place, "body", body))
                .post(path("/notes"));
    }

    private Response command(StaffSession by, Map<String, Object> body) {
        return given().cookie(StaffSession.COOKIE, by.cookie())
                .header("If-Match", "\"" + version() + "\"")
                .contentType("application/json")
                .body(body)
                .post(path("/commands"));
    }

    private MatchRoom room() {
        return matches.room(code).orElseThrow();
    }

    private long version() {
        return room().state().version();
    }

    private Response state() {
        return given().cookie(StaffSession.COOKIE, host.cookie()).get(path("/state"));
    }

    private String picture(Audience audience) {
        return matches.json(room().picture(audience, matches.now()));
    }

    private String path(String end) {
        return "/staff/finals/" + code + end;
    }
}
