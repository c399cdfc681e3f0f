package org.leitai.finals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.pack.QuestionStore;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.Audience;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class FinalsHttpTest {

    @Inject
    TestFinals finals;

    @Inject
    Matches matches;

    @Inject
    MatchStore store;

    @Inject
    QuestionStore packs;

    @TestHTTPResource("/")
    URI server;

    private String code;
    private String host;

    @BeforeEach
    void aFinal() {
        code = finals.make();
        host = StaffSession.as("host").cookie();
    }

    @Nested
    class Commands {

        @Test
        @DisplayName("FN12 a double click is one transition, and an undo is an event")
        void aDoubleClickIsOneTransition() {
            playToTheAnswer(1);
            long seen = version();
            Map<String, Object> right = Map.of("act", "rule", "verdict", "right");
            command(host, seen, right).then().statusCode(200);
            command(host, seen, right).then().statusCode(409);
            assertThat(score(0)).isEqualTo("10");
            command(host, version(), Map.of("act", "undo", "reason", "misheard"))
                    .then()
                    .statusCode(200);
            assertThat(score(0)).isEqualTo("0");
            assertThat(version()).isEqualTo(seen + 2);
        }

        @Test
        @DisplayName("FN13 the slower of two hosts gets 409 and the new version")
        void theSlowerOfTwoHostsGetsTheNewVersion() {
            long seen = version();
            command(host, seen, Map.of("act", "next")).then().statusCode(200);
            Response refused = command(
                    StaffSession.as("host").cookie(),
                    seen,
                    Map.of("act", "adjust", "team", 1, "points", "5", "reason", "r"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.header("ETag")).isEqualTo("\"" + version() + "\"");
            assertThat(score(0)).isEqualTo("0");
        }

        @Test
        void withoutAVersionNothingIsDone() {
            given().cookie(StaffSession.COOKIE, host)
                    .contentType("application/json")
                    .body(Map.of("act", "next"))
                    .post(path("/commands"))
                    .then()
                    .statusCode(400);
            assertThat(version()).isZero();
        }

        @Test
        void whatTheRulesRefuseIsRefusedWithItsCode() {
            Response refused = command(host, version(), Map.of("act", "rule", "verdict", "right", "team", 1));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.jsonPath().getString("code")).startsWith("finals.match.");
            command(host, version(), Map.of("act", "no-such")).then().statusCode(400);
        }

        @Test
        void aScoreChangesOnlyWithAReason() {
            command(host, version(), Map.of("act", "adjust", "team", 2, "points", "5"))
                    .then()
                    .statusCode(422);
            command(host, version(), Map.of("act", "adjust", "team", 2, "points", "5", "reason", "r"))
                    .then()
                    .statusCode(200);
            assertThat(score(1)).isEqualTo("5");
        }

        @Test
        @DisplayName("FN10 the log folds to the same match, winner included")
        void theLogFoldsToTheSameMatch() {
            playToTheAnswer(2);
            MatchState live = matches.room(code).orElseThrow().state();
            var format = new MatchEventFormat();
            StoredMatch stored = store.find(code).orElseThrow();
            List<Stamped> log = store.events(stored.id(), 0).stream()
                    .map(event ->
                            new Stamped(event.version(), event.at(), event.author(), format.fromJson(event.payload())))
                    .toList();
            assertThat(Match.fold(live.rules(), live.teams(), log)).isEqualTo(live);
            assertThat(live.question().team()).isEqualTo(2);
            assertThat(store.isIntact(stored.id())).isTrue();
        }
    }

    @Nested
    class Buzzer {

        @Test
        @DisplayName("FN1 of presses at the same moment exactly one wins, and all others stand in the order")
        void ofManyPressesAtOnceOneWins() throws InterruptedException {
            open();
            long nonce = nonce(1);
            List<Thread> presses = Stream.of(1, 2, 3)
                    .map(team -> Thread.ofVirtual().unstarted(() -> press(team, "s" + team, nonce, 1)))
                    .toList();
            presses.forEach(Thread::start);
            for (Thread press : presses) {
                press.join();
            }
            assertThat(payloads("awarded")).isEqualTo(1);
            assertThat(payloads("followed")).isEqualTo(2);
            assertThat(room().state().buzzes()).hasSize(3);
        }

        @Test
        @DisplayName("FN2 a press before the word never wins, and its lock reaches into the window")
        void aPressBeforeTheWordNeverWins() {
            next();
            next();
            long nonce = nonce(1);
            // As if it came ten seconds from now: its lock of 250 ms is not over, however slow the machine.
            press(1, "s1", nonce, 1, System.nanoTime() + TimeUnit.SECONDS.toNanos(10));
            assertThat(payloads("false-started")).isEqualTo(1);
            next();
            press(1, "s1", nonce(1), 2);
            assertThat(room().state().buzzes()).isEmpty();
            press(2, "s2", nonce(2), 1);
            assertThat(room().state().question().team()).isEqualTo(2);
            assertThat(score(0)).isEqualTo("-5");
        }

        @Test
        @DisplayName("FN4 two devices of a team press once")
        void twoDevicesOfATeamPressOnce() {
            open();
            long nonce = nonce(1);
            press(1, "left", nonce, 1);
            press(1, "right", nonce, 1);
            assertThat(room().state().buzzes()).hasSize(1);
        }

        @Test
        @DisplayName("FN3 and FN5 a press of another question, or after the ruling, is nothing")
        void aReplayedPressIsNothing() {
            open();
            long old = nonce(1);
            press(2, "s2", old, 1);
            command(host, version(), Map.of("act", "rule", "verdict", "right"))
                    .then()
                    .statusCode(200);
            press(3, "s3", old, 1);
            next();
            next();
            next();
            next();
            press(1, "s1", old, 1);
            assertThat(room().state().buzzes()).isEmpty();
            assertThat(nonce(1)).isNotEqualTo(old);
        }

        @Test
        void afterTheWinnerIsUndoneTheBuzzIsOpenToAllAgain() {
            open();
            press(1, "s1", nonce(1), 1);
            assertThat(room().state().question().team()).isEqualTo(1);
            command(host, version(), Map.of("act", "undo", "reason", "cable"))
                    .then()
                    .statusCode(200);
            press(2, "s2", nonce(2), 1);
            assertThat(room().state().question().team()).isEqualTo(2);
        }

        private void open() {
            next();
            next();
            next();
        }

        private MatchRoom room() {
            return matches.room(code).orElseThrow();
        }

        private long nonce(int team) {
            return room().picture(new Audience.SeatOf(team), matches.now())
                    .seat()
                    .nonce();
        }

        private void press(int team, String socket, long nonce, long number) {
            press(team, socket, nonce, number, System.nanoTime());
        }

        private void press(int team, String socket, long nonce, long number, long nanos) {
            var from = new SeatMessage.From(team, socket, nanos, 0, 0);
            room().said(new SeatMessage.Press(from, number, nonce), matches.now());
        }

        private long payloads(String type) {
            return store.events(store.find(code).orElseThrow().id(), 0).stream()
                    .filter(event -> event.payload().contains("\"type\":\"" + type + "\""))
                    .count();
        }
    }

    @Nested
    class WhoMayWhat {

        @Test
        void onlyStaffOfTheStageSendCommands() {
            command(StaffSession.as("editor").cookie(), 0, Map.of("act", "next"))
                    .then()
                    .statusCode(403);
            command(StaffSession.as("judge").cookie(), 0, Map.of("act", "next"))
                    .then()
                    .statusCode(403);
            command("forged", 0, Map.of("act", "next")).then().statusCode(401);
            assertThat(version()).isZero();
        }

        @Test
        void aCodeBindsOneDeviceOnce() {
            String typed = seatCode(1);
            take(typed).then().statusCode(303);
            take(typed).then().statusCode(422);
            take("AAAA AAAA").then().statusCode(422);
        }

        @Test
        void aReplacedDeviceIsOut() {
            String cookie = seatCookie(1);
            assertThat(handshake("seat/1", "leitai-seat=" + cookie)).isEqualTo(101);
            seatCode(1);
            assertThat(handshake("seat/1", "leitai-seat=" + cookie)).isEqualTo(101);
            given().cookie(StaffSession.COOKIE, host)
                    .formParam("act", "replace")
                    .formParam("team", 1)
                    .post(path("/seats"))
                    .then()
                    .statusCode(200);
            assertThat(handshake("seat/1", "leitai-seat=" + cookie)).isEqualTo(403);
        }

        @Test
        @DisplayName("FN6 another team's seat, a forged one and a spectator are refused")
        void nobodySitsOnAnothersSeat() {
            String mine = seatCookie(1);
            assertThat(handshake("seat/1", "leitai-seat=" + mine)).isEqualTo(101);
            assertThat(handshake("seat/2", "leitai-seat=" + mine)).isEqualTo(403);
            assertThat(handshake("seat/1", "leitai-seat=" + mine + "x")).isEqualTo(403);
            assertThat(handshake("seat/1", "")).isEqualTo(403);
            assertThat(handshake("host", "leitai-seat=" + mine)).isEqualTo(403);
            assertThat(handshake("host", "")).isEqualTo(403);
            assertThat(handshake("screen", "")).isEqualTo(101);
        }

        @Test
        void theConsolesPageLetsItsSocketIn() {
            String name = HostPass.cookieName(code);
            String pass = given().cookie(StaffSession.COOKIE, host)
                    .get(path("/host"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .cookie(name);
            assertThat(handshake("host", name + "=" + pass)).isEqualTo(101);
        }
    }

    @Nested
    class Secrets {

        @Test
        @DisplayName("no audience but the host's sees a key before the answer is shown")
        void keysStayWithTheHost() {
            playToTheAnswer(1);
            assertThat(picture(new Audience.Host())).contains(TestFinals.KEY);
            others().forEach(audience -> assertThat(picture(audience))
                    .as("%s", audience)
                    .contains("canary-stem-1")
                    .doesNotContain(TestFinals.KEY));
            command(host, version(), Map.of("act", "rule", "verdict", "wrong"))
                    .then()
                    .statusCode(200);
            others().forEach(audience -> assertThat(picture(audience)).doesNotContain(TestFinals.KEY));
            next();
            others().forEach(audience -> assertThat(picture(audience)).contains(TestFinals.KEY + "1"));
        }

        @Test
        void noQuestionIsSeenBeforeItIsShown() {
            next();
            others().forEach(audience -> assertThat(picture(audience)).doesNotContain("canary"));
        }

        @Test
        void frozenScoresStandStillForEverybodyButTheHost() {
            command(host, version(), Map.of("act", "freeze")).then().statusCode(200);
            command(host, version(), Map.of("act", "adjust", "team", 1, "points", "77", "reason", "r"))
                    .then()
                    .statusCode(200);
            assertThat(picture(new Audience.Host())).contains("\"77\"");
            others().forEach(audience -> assertThat(picture(audience)).doesNotContain("77\""));
        }

        private Stream<Audience> others() {
            return Stream.of(
                    new Audience.Screen(), new Audience.Public(), new Audience.SeatOf(1), new Audience.SeatOf(2));
        }

        private String picture(Audience audience) {
            return matches.json(matches.room(code).orElseThrow().picture(audience, matches.now()));
        }
    }

    @Nested
    class NewFinals {

        @Test
        void faultsAreNamedByFieldAndNothingIsStored() {
            String organizer = StaffSession.as("organizer").cookie();
            Response refused = given().cookie(StaffSession.COOKIE, organizer)
                    .formParams(Map.of(
                            "code",
                            "bad-one",
                            "title",
                            "",
                            "teams",
                            "A\nA",
                            "rules",
                            "title: x\nsegments: [{ kind: nonsense }]"))
                    .post("/staff/finals/new");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString()).contains("<code>title</code>").contains("<code>teams</code>");
            assertThat(store.find("bad-one")).isEmpty();
        }

        @Test
        void aFinalIsMadeFromAPresetAndTheBank() {
            String organizer = StaffSession.as("organizer").cookie();
            given().redirects()
                    .follow(false)
                    .cookie(StaffSession.COOKIE, organizer)
                    .formParams(Map.of("code", "good-one", "title", "决赛", "teams", "A\nB\nC", "preset", "standard"))
                    .post("/staff/finals/new")
                    .then()
                    .statusCode(303);
            assertThat(packs.questions(store.find("good-one").orElseThrow().id())
                            .questions())
                    .hasSizeGreaterThan(10);
            given().cookie(StaffSession.COOKIE, organizer)
                    .get("/staff/finals/good-one")
                    .then()
                    .statusCode(200);
        }
    }

    private void playToTheAnswer(int team) {
        next();
        next();
        next();
        command(host, version(), Map.of("act", "award", "team", team)).then().statusCode(200);
    }

    private void next() {
        command(host, version(), Map.of("act", "next")).then().statusCode(200);
    }

    private Response command(String cookie, long version, Map<String, Object> body) {
        return given().cookie(StaffSession.COOKIE, cookie)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body)
                .post(path("/commands"));
    }

    private long version() {
        return state().jsonPath().getLong("v");
    }

    private String score(int team) {
        return state().jsonPath().getString("teams[" + team + "].score");
    }

    private Response state() {
        return given().cookie(StaffSession.COOKIE, host).get(path("/state"));
    }

    private String path(String end) {
        return "/staff/finals/" + code + end;
    }

    private String seatCode(int team) {
        String page = given().cookie(StaffSession.COOKIE, host)
                .formParam("act", "add")
                .formParam("team", team)
                .post(path("/seats"))
                .asString();
        return page.replaceAll("(?s).*data-code>([^<]+)<.*", "$1");
    }

    private Response take(String typed) {
        return given().redirects().follow(false).formParam("code", typed).post("/seat");
    }

    private String seatCookie(int team) {
        return take(seatCode(team)).then().statusCode(303).extract().cookie("leitai-seat");
    }

    /** The status that the server answers a socket's handshake with. */
    private int handshake(String topic, String cookie) {
        URI address = URI.create("ws://" + server.getAuthority() + "/live/ws/match/" + code + "/" + topic);
        try (HttpClient client = HttpClient.newHttpClient()) {
            var builder = client.newWebSocketBuilder().header("Origin", "http://" + server.getAuthority());
            if (!cookie.isEmpty()) {
                builder.header("Cookie", cookie);
            }
            builder.buildAsync(address, new WebSocket.Listener() {}).join().abort();
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }
}
