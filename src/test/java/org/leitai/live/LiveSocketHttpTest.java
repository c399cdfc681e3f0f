package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.support.RealServers;

/** Sockets of a real server, spoken to by hand. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LiveSocketHttpTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** Longer than a reader may be slow, on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    Live live;

    @Inject
    TestTopics owner;

    @Inject
    MeterRegistry registry;

    private final List<Viewer> viewers = new ArrayList<>();
    private String topic;

    @BeforeEach
    void aTopicOfItsOwn() {
        topic = "test/open-" + NEXT.incrementAndGet();
    }

    @AfterEach
    void hangUp() {
        viewers.forEach(Viewer::close);
    }

    @Test
    @DisplayName("the first sees what the owner says, everybody what is published, in order")
    void everybodySeesWhatIsPublished() {
        List<Viewer> crowd = IntStream.range(0, 50).mapToObj(i -> open(topic)).toList();
        crowd.forEach(viewer -> awaitState(viewer, TestTopics.STATE));
        assertThat(owner.timesAsked(topic)).isEqualTo(1);
        live.publish(topic, "{\"points\":\"三十分\"}");
        crowd.forEach(viewer -> awaitState(viewer, "{\"points\":\"三十分\"}"));
        live.publish(topic, "2");
        crowd.forEach(viewer -> awaitState(viewer, "2"));
        crowd.forEach(viewer -> assertThat(viewer.frames())
                .isSortedAccordingTo(Comparator.comparingLong(LiveSocketHttpTest::sequence))
                .extracting(frame -> frame.get("epoch"))
                .containsOnly(crowd.getFirst().newest().get("epoch")));
        assertThat(live.sockets(topic)).hasSize(50);
    }

    @Test
    @DisplayName("WS1 a link that breaks twenty times ends in the newest state")
    void aLinkThatBreaksTwentyTimesEndsInTheNewestState() {
        Viewer steady = open(topic);
        long seen = 0;
        for (int round = 1; round <= 20; round++) {
            live.publish(topic, "{\"round\":" + round + "}");
            Viewer viewer = open(topic);
            awaitState(viewer, "{\"round\":" + round + "}");
            assertThat(sequence(viewer.newest())).isGreaterThan(seen);
            seen = sequence(viewer.newest());
            viewer.close();
            live.publish(topic, "{\"missed\":" + round + "}");
        }
        Viewer last = open(topic);
        awaitState(last, "{\"missed\":20}");
        awaitState(steady, "{\"missed\":20}");
        assertThat(last.newest()).isEqualTo(steady.newest());
        await().atMost(SOON).until(() -> live.sockets(topic).size() == 2);
    }

    @Test
    @DisplayName("WS3 a reader that stops is bounded, closed as slow, and delays nobody")
    void aReaderThatStopsIsClosedAndDelaysNobody() {
        Viewer slow = open(topic);
        Viewer quick = open(topic);
        awaitState(slow, TestTopics.STATE);
        awaitState(quick, TestTopics.STATE);
        slow.stopReading();
        String padding = "x".repeat(20_000);
        for (int i = 1; i <= 200; i++) {
            String state = "{\"i\":" + i + ",\"padding\":\"" + padding + "\"}";
            live.publish(topic, state);
            awaitState(quick, state);
        }
        await().atMost(PATIENCE).until(() -> live.sockets(topic).size() == 1);
        slow.readAgain();
        await().atMost(SOON).until(() -> slow.closeCode() != 0);
        // Four megabytes were published; what the system's buffers held is all that was ever sent to it.
        assertThat(slow.bytesRead()).isLessThan(1_000_000);
        live.publish(topic, "3");
        awaitState(quick, "3");
    }

    @Test
    void aReaderThatPausesGoesOnWithTheNewest() {
        Viewer viewer = open(topic);
        awaitState(viewer, TestTopics.STATE);
        viewer.stopReading();
        for (int i = 1; i <= 100; i++) {
            live.publish(topic, "{\"i\":" + i + ",\"padding\":\"" + "x".repeat(20_000) + "\"}");
        }
        viewer.readAgain();
        await().atMost(SOON).until(() -> viewer.newest().get("state").path("i").asInt() == 100);
        assertThat(viewer.frames())
                .hasSizeLessThan(100)
                .isSortedAccordingTo(Comparator.comparingLong(LiveSocketHttpTest::sequence));
        assertThat(viewer.closeCode()).isZero();
    }

    @Test
    @DisplayName("WS6 a handshake without an origin or from a foreign one is refused")
    void aHandshakeFromElsewhereIsRefused() {
        assertThat(status("/live/ws/" + topic)).isEqualTo(403);
        assertThat(status("/live/ws/" + topic, "Origin: http://evil.example")).isEqualTo(403);
        assertThat(status("/live/ws/" + topic, "Origin: null")).isEqualTo(403);
        assertThat(status("/live/ws/" + topic, own())).isEqualTo(101);
    }

    @Test
    @DisplayName("WS12 a flood of handshakes that nobody may make keeps no place, and pages are still served")
    void aFloodOfRefusedHandshakesKeepsNothing() {
        double before = registry.get("leitai.live.sockets").gauge().value();
        CompletableFuture<Void> flood = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 1000; i++) {
                assertThat(status("/live/ws/" + topic, "Origin: http://evil.example"))
                        .isEqualTo(403);
                assertThat(status("/live/ws/test/team/red", own())).isEqualTo(403);
            }
        });
        do {
            RestAssured.get("/").then().statusCode(200);
        } while (!flood.isDone());
        assertThat(flood).succeedsWithin(SOON);
        await().atMost(SOON)
                .until(() -> registry.get("leitai.live.sockets").gauge().value() <= before);
        assertThat(live.sockets(topic)).isEmpty();
        assertThat(owner.timesAsked(topic)).isZero();
    }

    @Test
    @DisplayName("WS7 nothing may stand behind a question mark")
    void aQueryIsRefused() {
        assertThat(status("/live/ws/" + topic + "?token=secret", own())).isEqualTo(400);
        assertThat(status("/live/ws/" + topic + "?", own())).isIn(400, 101);
    }

    @Test
    @DisplayName("WS8 the sockets of whom the permission was taken from are closed, and only theirs")
    void socketsOfARevokedPersonAreClosed() {
        Viewer first = open("test/team/red", "Cookie: team=red");
        Viewer second = open("test/team/red", "Cookie: team=red");
        Viewer other = open("test/team/blue", "Cookie: team=blue");
        awaitState(second, TestTopics.STATE);
        live.close("test/team/red", "red");
        live.close("test/team/blue", "red");
        await().atMost(Duration.ofSeconds(1)).until(() -> first.closeCode() == 4403 && second.closeCode() == 4403);
        live.publish("test/team/blue", "7");
        awaitState(other, "7");
        assertThat(other.closeCode()).isZero();
    }

    @Test
    @DisplayName("WS9 another team's topic, an unknown one and one without a state are refused")
    void whatIsNotOnesOwnIsRefused() {
        assertThat(status("/live/ws/test/team/red", own())).isEqualTo(403);
        assertThat(status("/live/ws/test/team/red", own(), "Cookie: team=blue")).isEqualTo(403);
        assertThat(status("/live/ws/test/team/red", own(), "Cookie: team=red")).isEqualTo(101);
        assertThat(status("/live/ws/test/none", own())).isEqualTo(404);
        assertThat(status("/live/ws/staff/desk", own())).isEqualTo(404);
        for (String malformed :
                List.of("", "test/%2e%2e", "test//a", "test/" + "a".repeat(100), "test/a%00", "test/a/")) {
            assertThat(status("/live/ws/" + malformed, own())).as(malformed).isEqualTo(404);
        }
        assertThat(status("/live/ws/test/broken", own())).isEqualTo(500);
    }

    @Test
    @DisplayName("WS10 more than the credit is closed, and what was said within it has arrived in order")
    void moreThanTheCreditIsClosed() {
        Viewer viewer = open("test/team/loud", "Cookie: team=loud");
        for (int i = 0; i < 1000; i++) {
            viewer.say("message " + i);
        }
        awaitClosed(viewer, 1008);
        List<TestTopics.Received> received = owner.received("loud");
        assertThat(received).hasSizeBetween(40, 100);
        assertThat(received)
                .extracting(TestTopics.Received::text)
                .containsExactlyElementsOf(IntStream.range(0, received.size())
                        .mapToObj(i -> "message " + i)
                        .toList());
        assertThat(received).isSortedAccordingTo(Comparator.comparingLong(TestTopics.Received::nanos));
    }

    @Test
    @DisplayName("WS10 pings and made-up pongs are not free")
    void pingsAndPongsAreNotFree() {
        Viewer pinging = open(topic);
        IntStream.range(0, 1000).forEach(i -> pinging.send(true, Viewer.PING, new byte[0]));
        awaitClosed(pinging, 1008);
        assertThat(pinging.pongs()).isLessThan(100);
        Viewer answering = open(topic);
        IntStream.range(0, 1000).forEach(i -> answering.say("{\"pong\":123456789}"));
        awaitClosed(answering, 1008);
    }

    @ParameterizedTest
    @DisplayName("WS10 more than a kilobyte is closed")
    @ValueSource(ints = {1025, 8193, 16_384})
    void aLargeMessageIsClosed(int bytes) {
        Viewer viewer = open(topic);
        viewer.send(true, Viewer.TEXT, new byte[bytes]);
        awaitClosed(viewer, 1009);
    }

    @ParameterizedTest
    @DisplayName("WS10 a frame that announces much more is not even read")
    @ValueSource(ints = {16_385, 70_000, 1_000_000})
    void aHugeMessageIsCutOff(int bytes) {
        Viewer viewer = open(topic);
        viewer.send(true, Viewer.TEXT, new byte[bytes]);
        await().atMost(SOON)
                .until(() -> viewer.closeCode() != 0 && live.sockets(topic).isEmpty());
    }

    @Test
    void aKilobyteIsHeardWholeOrInParts() {
        Viewer viewer = open("test/team/parts", "Cookie: team=parts");
        byte[] text = "擂".repeat(341).getBytes(StandardCharsets.UTF_8);
        viewer.send(true, Viewer.TEXT, text);
        viewer.send(false, Viewer.TEXT, Arrays.copyOfRange(text, 0, 400));
        viewer.send(true, Viewer.CONTINUATION, Arrays.copyOfRange(text, 400, text.length));
        await().atMost(SOON).until(() -> owner.received("parts").size() == 2);
        assertThat(owner.received("parts"))
                .extracting(TestTopics.Received::text)
                .containsOnly("擂".repeat(341));
    }

    @Test
    @DisplayName("WS10 a large message in small parts is closed")
    void aLargeMessageInPartsIsClosed() {
        Viewer viewer = open(topic);
        viewer.send(false, Viewer.TEXT, new byte[500]);
        IntStream.range(0, 200).forEach(i -> viewer.send(false, Viewer.CONTINUATION, new byte[500]));
        awaitClosed(viewer, 1009);
        Viewer patient = open(topic);
        patient.send(false, Viewer.TEXT, new byte[0]);
        IntStream.range(0, 200).forEach(i -> patient.send(false, Viewer.CONTINUATION, new byte[0]));
        awaitClosed(patient, 1008);
    }

    @Test
    @DisplayName("WS10 binary is closed; compression is neither offered nor understood")
    void binaryAndCompressedAreClosed() {
        Viewer binary = open(topic);
        binary.send(true, Viewer.BINARY, new byte[10]);
        awaitClosed(binary, 1003);
        Viewer compressed = open(topic, "Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits");
        assertThat(compressed.head().toLowerCase()).doesNotContain("deflate");
        compressed.send(4, true, Viewer.TEXT, new byte[10]);
        await().atMost(SOON).until(() -> compressed.closeCode() != 0);
    }

    @Test
    void aMessageThatItsOwnerCannotBearEndsNothing() {
        Viewer viewer = open("test/team/brave", "Cookie: team=brave");
        viewer.say("fail");
        viewer.say("say hello");
        await().atMost(SOON).until(() -> viewer.messages().stream()
                .anyMatch(message -> message.path("said").asText().equals("hello")));
    }

    @Test
    void aTextToOneSocketIsBounded() {
        Viewer viewer = open(topic);
        awaitState(viewer, TestTopics.STATE);
        LiveSocket socket = live.sockets(topic).getFirst();
        assertThatIllegalArgumentException().isThrownBy(() -> socket.send("x".repeat(4097)));
        viewer.stopReading();
        IntStream.range(0, 1000).forEach(i -> socket.send("\"" + "x".repeat(4000) + "\""));
        await().atMost(SOON).until(() -> live.sockets(topic).isEmpty());
    }

    @Test
    void theServerMeasuresRoundTrips() {
        Viewer viewer = open(topic);
        awaitState(viewer, TestTopics.STATE);
        LiveSocket socket = live.sockets(topic).getFirst();
        assertThat(socket.roundTripNanos()).isGreaterThanOrEqualTo(-1);
        await().atMost(PATIENCE).until(() -> socket.roundTripNanos() > 0);
        assertThat(socket.roundTripUncertaintyNanos()).isNotNegative();
    }

    /**
     * <pre>
     * heard ├────── 30 s ──────┤ cut off
     *            open         open gone
     * </pre>
     */
    @Test
    @DisplayName("WS4 a socket that nothing was heard from for thirty seconds is cut off and its place is free")
    void aSocketThatIsSilentIsCutOff() {
        Viewer viewer = open(topic);
        awaitState(viewer, TestTopics.STATE);
        OpenSocket socket = (OpenSocket) live.sockets(topic).getFirst();
        long heard = System.nanoTime();
        socket.loop().execute(() -> {
            socket.heard(heard);
            socket.tick(new Pulse(
                    1, heard + Duration.ofSeconds(30).toNanos(), Pulse.of(1).ping()));
        });
        live.publish(topic, "\"open\"");
        awaitState(viewer, "\"open\"");
        socket.loop().execute(() -> {
            socket.heard(heard);
            socket.tick(new Pulse(
                    2, heard + Duration.ofSeconds(30).toNanos() + 1, Pulse.of(2).ping()));
        });
        await().atMost(SOON).until(() -> viewer.closeCode() == Viewer.ABRUPT);
        await().atMost(SOON).until(() -> live.sockets(topic).isEmpty());
    }

    @Test
    @DisplayName("WS11 one person has eight sockets, and a ninth when one has gone")
    void onePersonHasEightSockets() {
        List<Viewer> eight = IntStream.range(0, Seats.MOST_OF_ONE)
                .mapToObj(i -> open("test/team/many", "Cookie: team=many"))
                .toList();
        Viewer ninth = with("/live/ws/test/team/many", own(), "Cookie: team=many");
        assertThat(ninth.status()).isEqualTo(503);
        assertThat(ninth.head()).contains("Retry-After: ");
        eight.getFirst().close();
        await().atMost(SOON).until(() -> status("/live/ws/test/team/many", own(), "Cookie: team=many") == 101);
        IntStream.range(0, 30).forEach(i -> open(topic));
    }

    @Test
    @DisplayName("WS12 a handshake that is not waited for keeps no place")
    void aHandshakeThatIsNotWaitedForKeepsNoPlace() throws IOException {
        String hasty = "/live/ws/test/team/hasty";
        byte[] handshake = ("GET " + hasty + " HTTP/1.1\r\nHost: localhost:" + RestAssured.port + "\r\n" + own()
                        + "\r\nCookie: team=hasty\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                        + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < Seats.MOST_OF_ONE * 2; i++) {
            try (Socket socket = new Socket("localhost", RestAssured.port)) {
                socket.setSoLinger(true, 0); // gone at once, while the state is still being read
                socket.getOutputStream().write(handshake);
            }
        }
        await().atMost(SOON).until(() -> owner.timesAsked("test/team/hasty") > 0);
        await().atMost(SOON).until(() -> status(hasty, own(), "Cookie: team=hasty") == 101);
        List<Viewer> eight = IntStream.range(0, Seats.MOST_OF_ONE)
                .mapToObj(i -> {
                    await().atMost(SOON)
                            .until(() -> live.sockets("test/team/hasty").size() == i);
                    return open("test/team/hasty", "Cookie: team=hasty");
                })
                .toList();
        assertThat(eight).allMatch(viewer -> viewer.status() == 101);
    }

    private Viewer open(String topic, String... headers) {
        Viewer viewer = Viewer.open(RestAssured.port, topic, headers);
        viewers.add(viewer);
        return viewer;
    }

    private Viewer with(String path, String... headers) {
        Viewer viewer = Viewer.with(RestAssured.port, path, List.of(headers));
        viewers.add(viewer);
        return viewer;
    }

    private int status(String path, String... headers) {
        Viewer viewer = with(path, headers);
        viewer.close();
        return viewer.status();
    }

    private static String own() {
        return "Origin: http://localhost:" + RestAssured.port;
    }

    private static void awaitState(Viewer viewer, String state) {
        await().atMost(SOON).pollInterval(Duration.ofMillis(5)).until(() -> state.equals(viewer.state()));
    }

    private static void awaitClosed(Viewer viewer, int code) {
        await().atMost(SOON).until(() -> viewer.closeCode() != 0);
        assertThat(viewer.closeCode()).isEqualTo(code);
    }

    private static long sequence(JsonNode frame) {
        return frame.get("seq").asLong();
    }
}
