package org.leitai.finals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.seat.SeatAck;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.Audience;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

/** What seats say over their sockets, and what becomes of it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SeatHttpTest {

    @Inject
    SeatFinals finals;

    @Inject
    Matches matches;

    @Inject
    MatchStore store;

    @TestHTTPResource("/")
    URI server;

    private final List<SeatSocket> sockets = new ArrayList<>();
    private String code;
    private String host;

    @BeforeEach
    void aFinal() {
        code = finals.make();
        host = StaffSession.as("host").cookie();
    }

    @AfterEach
    void hangUp() {
        sockets.forEach(SeatSocket::close);
    }

    @Nested
    class Answers {

        private SeatSocket mine;
        private SeatSocket other;

        @BeforeEach
        void aSlate() {
            mine = sit(1);
            other = sit(2);
            next();
            next();
        }

        @Test
        @DisplayName(
                "an answer is in the log when it is acknowledged, to its own device alone, and the same message counts once")
        void anAnswerIsInTheLogWhenItIsAcknowledged() {
            next();
            long question = question();
            mine.say(answer(question, 7, "canary-answer"));
            assertThat(mine.ack(7).get("ok").booleanValue()).isTrue();
            assertThat(events("answer-submitted")).isEqualTo(1);
            mine.say(answer(question, 7, "canary-answer"));
            mine.say(answer(question, 8, "canary-answer"));
            assertThat(mine.ack(8).get("ok").booleanValue()).isTrue();
            assertThat(events("answer-submitted")).isEqualTo(1);
            mine.say(answer(question, 9, "another"));
            assertThat(mine.ack(9).get("ok").booleanValue()).isTrue();
            mine.say(answer(question, 8, "too old"));
            SeatSocket.await(() -> mine.acks().size() == 5);
            assertThat(mine.acks().getLast().get("code").textValue()).isEqualTo("finals.seat-said.overtaken");
            assertThat(room().state().question().answers().get(1).text()).isEqualTo("another");
            assertThat(other.acks()).isEmpty();
        }

        @Test
        @DisplayName("nobody else sees what a team wrote before the answer is shown, then everybody does")
        void nobodyElseSeesWhatATeamWrote() {
            next();
            mine.say(answer(question(), 1, "canary-answer"));
            mine.ack(1);
            assertThat(picture(new Audience.Host())).contains("canary-answer");
            assertThat(picture(new Audience.SeatOf(1))).contains("canary-answer");
            others().forEach(audience -> assertThat(picture(audience)).doesNotContain("canary-answer"));
            command("rule", Map.of("verdict", "right", "team", 1));
            others().forEach(audience -> assertThat(picture(audience)).doesNotContain("canary-answer"));
            command("rule", Map.of("verdict", "wrong", "team", 2));
            next();
            others().forEach(audience -> assertThat(picture(audience))
                    .contains("{\"team\":0,\"text\":\"canary-answer\",\"verdict\":\"right\"}"));
        }

        @Test
        void whatTheRulesOrTheFormRefuseIsRefusedWithItsCode() {
            assertThat(refused(answer(question(), 1, "early"), 1)).isEqualTo("finals.match.not-now");
            next();
            long question = question();
            assertThat(refused(answer(question - 1, 2, "x"), 2)).isEqualTo("finals.seat-said.other-question");
            assertThat(refused(answer(question, 3, " "), 3)).isEqualTo("finals.seat-said.empty");
            assertThat(refused(answer(question, 4, "x".repeat(121)), 4)).isEqualTo("finals.seat-said.too-long");
            command("pause", Map.of("reason", "r"));
            assertThat(refused(answer(question, 5, "x"), 5)).isEqualTo("finals.match.paused");
            assertThat(refused("{\"choose\":\"10\",\"n\":6}", 6)).isEqualTo("finals.match.paused");
            assertThat(refused("{\"choose\":\"many\",\"n\":7}", 7)).isEqualTo("finals.seat-said.no-such-value");
            assertThat(refused("{\"ask\":\"phone\",\"n\":8}", 8)).isEqualTo("finals.match.not-now");
            command("resume", Map.of());
            assertThat(refused("{\"ask\":\"nobody\",\"n\":9}", 9)).isEqualTo("finals.match.unknown-lifeline");
            assertThat(events("answer-submitted")).isZero();
        }

        @Test
        void anOptionThatIsNotThereIsRefused() {
            next();
            command("void-question", Map.of("reason", "next"));
            next();
            next();
            String none = "{\"answer\":[\"A\",\"B\",\"Z\"],\"q\":" + question() + ",\"n\":1}";
            assertThat(refused(none, 1)).isEqualTo("finals.seat-said.no-such-option");
        }

        /**
         * <pre>
         * clock starts ---------- 90 s
         *                 89.999 ^ ^ 90.000
         * </pre>
         */
        @Test
        @DisplayName("an answer counts by when it arrived, to the millisecond")
        void anAnswerCountsByWhenItArrived() {
            next();
            Instant end = room().state().clock().endsAt();
            assertThat(said("late", end).code()).isEqualTo("finals.match.too-late");
            assertThat(said("in time", end.minusMillis(1)).ok()).isTrue();
        }

        private SeatAck said(String text, Instant arrived) {
            long nonce = room().state().question().nonce();
            var from = new SeatMessage.From(1, "seat:0", System.nanoTime(), -1, -1);
            return room().said(new SeatMessage.Answer(from, 1, nonce, List.of(text)), arrived)
                    .orElseThrow();
        }

        private String refused(String message, long number) {
            mine.say(message);
            JsonNode ack = mine.ack(number);
            assertThat(ack.get("ok").booleanValue()).isFalse();
            return ack.get("code").textValue();
        }

        private Stream<Audience> others() {
            return Stream.of(new Audience.Screen(), new Audience.Public(), new Audience.SeatOf(2));
        }
    }

    @Nested
    class Devices {

        @Test
        @DisplayName("FN6 another team's token, a forged one and a spectator are refused and the host hears of it")
        void whoIsRefusedRaisesAnAlarm() {
            String mine = cookie(1);
            assertThat(handshake("seat/2", mine)).isEqualTo(403);
            assertThat(handshake("seat/1", mine + "x")).isEqualTo(403);
            assertThat(handshake("seat/1", "")).isEqualTo(403);
            assertThat(handshake("seat/99", "")).isEqualTo(403);
            JsonNode alarms = desk().get("alarms");
            assertThat(alarms).hasSize(2);
            assertThat(alarms.get(0).get("kind").textValue()).isEqualTo("no-seat");
            assertThat(alarms.get(0).get("times").intValue()).isEqualTo(2);
            assertThat(alarms.get(1).get("kind").textValue()).isEqualTo("other-team");
            assertThat(alarms.get(1).get("team").intValue()).isEqualTo(1);
            others().forEach(audience -> assertThat(picture(audience)).doesNotContain("alarms"));
            atDesk(Map.of("act", "dismiss-alarms")).then().statusCode(200);
            assertThat(desk().get("alarms")).isEmpty();
        }

        @Test
        @DisplayName("FN6 a team that a message names is not looked at")
        void aForgedTeamInAMessageIsNotLookedAt() {
            SeatSocket mine = sit(1);
            next();
            next();
            next();
            mine.say("{\"answer\":[\"forged\"],\"q\":" + question() + ",\"n\":1,\"team\":2}");
            mine.ack(1);
            assertThat(room().state().question().answers().keySet()).containsExactly(1);
        }

        @Test
        @DisplayName(
                "WS8 a device is replaced only with the host's consent; then the old one is closed within a second")
        void aDeviceIsReplacedOnlyWithTheHostsConsent() {
            SeatSocket old = sit(1);
            String fresh = cookie(1);
            assertThat(standing(fresh)).isEqualTo("waiting");
            assertThat(handshake("seat/1", fresh)).isEqualTo(403);
            JsonNode waiting = desk().get("waiting");
            assertThat(waiting).hasSize(1);
            assertThat(desk().get("alarms")).isEmpty();
            long since = System.nanoTime();
            atDesk(Map.of("act", "admit", "device", waiting.get(0).get("device").textValue()))
                    .then()
                    .statusCode(200);
            SeatSocket.await(() -> old.closeCode() == 4403);
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since)).isLessThan(1000);
            assertThat(standing(fresh)).isEqualTo("in");
            assertThat(handshake("seat/1", fresh)).isEqualTo(101);
        }

        @Test
        void aSecondDeviceMayBeAddedAndAnotherTurnedAway() {
            SeatSocket first = sit(1);
            String second = cookie(1);
            atDesk(Map.of("act", "admit-also", "device", waits(second))).then().statusCode(200);
            assertThat(standing(second)).isEqualTo("in");
            String third = cookie(1);
            atDesk(Map.of("act", "turn-away", "device", waits(third))).then().statusCode(200);
            assertThat(standing(third)).isEqualTo("gone");
            assertThat(first.closeCode()).isZero();
            atDesk(Map.of("act", "admit", "device", "seat:999999")).then().statusCode(404);
        }

        @Test
        void aDeviceWhoseTeamHasNoneConnectedIsInAtOnce() {
            cookie(1);
            String second = cookie(1);
            assertThat(standing(second)).isEqualTo("in");
        }

        @Test
        void onlyTheHostStandsAtTheDesk() {
            given().cookie(StaffSession.COOKIE, StaffSession.as("judge").cookie())
                    .contentType("application/json")
                    .body(Map.of("act", "test"))
                    .post("/staff/finals/" + code + "/desk")
                    .then()
                    .statusCode(403);
            atDesk(Map.of("act", "no-such")).then().statusCode(400);
            atDesk(Map.of("act", "sound", "team", 9)).then().statusCode(400);
        }

        @Test
        @DisplayName("a test press is on the board and never in the log")
        void aTestPressIsNeverInTheLog() {
            SeatSocket mine = sit(1);
            atDesk(Map.of("act", "test")).then().statusCode(200);
            long nonce = mine.state(
                            state -> state.get("seat").get("state").textValue().equals("test"))
                    .get("seat")
                    .get("nonce")
                    .longValue();
            mine.say("{\"press\":" + nonce + ",\"n\":1}");
            SeatSocket.await(() -> desk().get("teams")
                    .get(0)
                    .get("devices")
                    .get(0)
                    .get("pressed")
                    .booleanValue());
            assertThat(room().state().version()).isZero();
        }

        private String waits(String cookie) {
            assertThat(standing(cookie)).isEqualTo("waiting");
            return desk().get("waiting").get(0).get("device").textValue();
        }

        private Stream<Audience> others() {
            return Stream.of(new Audience.Screen(), new Audience.Public(), new Audience.SeatOf(1));
        }
    }

    @Nested
    class TheBuzz {

        @Test
        @DisplayName("FN9 with a team without a device the buzz is not opened, unless the host says why")
        void aMissingDeviceKeepsTheBuzzShut() {
            sit(1);
            command("open-segment", Map.of("segment", 2));
            SeatSocket.await(() -> !desk().get("bad").isEmpty());
            next();
            assertThat(desk().get("bad").get(0).get("fault").textValue()).isEqualTo("no-device");
            Response refused = send("open-buzz", Map.of());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("finals.links-bad");
            assertThat(send("next", Map.of()).statusCode()).isEqualTo(409);
            command("open-buzz", Map.of("reason", "they raise a hand"));
            assertThat(store.events(store.find(code).orElseThrow().id(), 0)
                            .getLast()
                            .payload())
                    .contains("they raise a hand");
        }

        @Test
        @DisplayName("FN9 a link that is 300 ms slow keeps the buzz shut")
        void aSlowLinkKeepsTheBuzzShut() {
            sit(2);
            command("open-segment", Map.of("segment", 2));
            var slow = new SeatMessage.From(1, "seat:0", System.nanoTime(), 300_000_000, 20_000_000);
            room().said(new SeatMessage.Preflight(slow, 1, 0L, null, null, null, null, null, true), matches.now());
            next();
            assertThat(send("open-buzz", Map.of()).statusCode()).isEqualTo(409);
            assertThat(desk().get("bad").get(0).get("fault").textValue()).isEqualTo("slow");
        }

        @Test
        void whereNobodyHasADeviceHandsAreRaised() {
            command("open-segment", Map.of("segment", 2));
            next();
            command("open-buzz", Map.of());
        }

        /** Each show once; which thread reads first is the machine's affair, so the middle of many counts. */
        @Test
        @DisplayName("FN15 the audience gets a question after the seats")
        void theAudienceGetsAQuestionAfterTheSeats() {
            SeatSocket first = sit(1);
            SeatSocket second = sit(2);
            SeatSocket audience = open("public", "");
            command("open-segment", Map.of("segment", 2));
            var leads = new ArrayList<Long>();
            for (int i = 0; i < 15; i++) {
                next();
                long version = room().state().version();
                Predicate<JsonNode> shown =
                        state -> state.get("v").longValue() >= version && state.hasNonNull("question");
                long seats = Math.max(first.nanosOf(shown), second.nanosOf(shown));
                leads.add(audience.nanosOf(shown) - seats);
                command("void-question", Map.of("reason", "once more"));
            }
            leads.sort(Long::compare);
            assertThat(leads.get(leads.size() / 2)).as("nanoseconds: %s", leads).isPositive();
        }
    }

    private MatchRoom room() {
        return matches.room(code).orElseThrow();
    }

    private static String answer(long question, long number, String text) {
        return "{\"answer\":[\"" + text + "\"],\"q\":" + question + ",\"n\":" + number + "}";
    }

    private long question() {
        return room().state().question().nonce();
    }

    private long events(String type) {
        return store.events(store.find(code).orElseThrow().id(), 0).stream()
                .filter(event -> event.payload().contains("\"type\":\"" + type + "\""))
                .count();
    }

    private String picture(Audience audience) {
        return matches.json(room().picture(audience, matches.now()));
    }

    private JsonNode desk() {
        try {
            return new ObjectMapper()
                    .readTree(picture(new Audience.Host()))
                    .get("host")
                    .get("seats");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private SeatSocket sit(int team) {
        return open("seat/" + team, "leitai-seat=" + cookie(team));
    }

    private SeatSocket open(String topic, String cookie) {
        var socket = new SeatSocket(server, "match/" + code + "/" + topic, cookie);
        sockets.add(socket);
        return socket;
    }

    /** The status that the server answers a handshake with. */
    private int handshake(String topic, String cookie) {
        try {
            open(topic, cookie.isEmpty() ? "" : "leitai-seat=" + cookie);
            return 101;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }

    private String cookie(int team) {
        String page = given().cookie(StaffSession.COOKIE, host)
                .formParam("act", "add")
                .formParam("team", team)
                .post("/staff/finals/" + code + "/seats")
                .asString();
        return given().redirects()
                .follow(false)
                .formParam("code", page.replaceAll("(?s).*data-code>([^<]+)<.*", "$1"))
                .post("/seat")
                .then()
                .statusCode(303)
                .extract()
                .cookie("leitai-seat");
    }

    private String standing(String cookie) {
        return given().cookie("leitai-seat", cookie)
                .get("/seat/standing")
                .jsonPath()
                .getString("standing");
    }

    private Response atDesk(Map<String, Object> body) {
        return given().cookie(StaffSession.COOKIE, host)
                .contentType("application/json")
                .body(body)
                .post("/staff/finals/" + code + "/desk");
    }

    private void next() {
        command("next", Map.of());
    }

    private void command(String act, Map<String, Object> with) {
        send(act, with).then().statusCode(200);
    }

    private Response send(String act, Map<String, Object> with) {
        var body = new HashMap<String, Object>(with);
        body.put("act", act);
        return given().cookie(StaffSession.COOKIE, host)
                .header("If-Match", "\"" + room().state().version() + "\"")
                .contentType("application/json")
                .body(body)
                .post("/staff/finals/" + code + "/commands");
    }
}
