package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.redis.client.RedisClientName;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.virtual.threads.VirtualThreads;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.support.RealServers;
import org.leitai.support.TestClock;
import org.leitai.web.Signer;

/** Two nodes at one Redis: the server of the tests, and another without a network of its own. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RelayStoreTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    /** What timeouts take to notice that nothing comes any more, on a busy machine. */
    private static final Duration LONG = Duration.ofSeconds(30);

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    Live live;

    @Inject
    Topics topics;

    @Inject
    @RedisClientName("live")
    Redis redis;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redisUrl;

    @Inject
    Vertx vertx;

    @Inject
    Clock clock;

    @Inject
    TestClock testClock;

    @Inject
    NodeCalls calls;

    @Inject
    Instance<NodeService> services;

    @Inject
    Signer signer;

    @Inject
    @VirtualThreads
    ExecutorService threads;

    private Topics otherTopics;
    private Relay otherRelay;
    private NodeCalls otherCalls;
    private Live other;
    private long ticking;
    private String topic;

    @BeforeEach
    void anotherNodeIsThere() {
        topic = "test/relayed-" + NEXT.incrementAndGet();
        otherTopics = new Topics(clock);
        otherRelay = new Relay(redis);
        other = new Live(otherTopics, otherRelay);
        otherCalls = new NodeCalls(otherRelay, services, signer, threads);
        otherCalls.start(null);
        ticking = vertx.setPeriodic(200, timer -> other.tick());
        await().atMost(SOON).until(() -> {
            live.publish("test/heard", "0");
            return otherTopics.newest("test/heard").isPresent();
        });
    }

    @AfterEach
    void theOtherNodeStops() {
        vertx.cancelTimer(ticking);
        other.stop();
        testClock.reset();
    }

    @Test
    void whatOneNodePublishesAllSocketsSee() {
        try (var viewer = Viewer.open(RestAssured.port, topic)) {
            await().atMost(SOON).until(() -> TestTopics.STATE.equals(viewer.state()));
            String epoch = viewer.newest().get("epoch").asText();
            other.publish(topic, "{\"line\":\"一\\n二\"}");
            await().atMost(SOON).until(() -> "{\"line\":\"一\\n二\"}".equals(viewer.state()));
            assertThat(viewer.newest().get("epoch").asText())
                    .isEqualTo(otherTopics.epoch())
                    .isNotEqualTo(epoch);
            live.publish(topic, "3");
            await().atMost(SOON).until(() -> "3".equals(viewer.state()));
            awaitAtTheOther("3");
        }
    }

    @Test
    void bothNodesAgreeWhoPublishedLast() {
        for (int i = 0; i < 50; i++) {
            live.publish(topic, "\"a" + i + "\"");
            other.publish(topic, "\"b" + i + "\"");
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(otherTopics.newest(topic).orElseThrow())
                        .extracting(Frame::epoch, Frame::sequence, Frame::state)
                        .containsExactly(
                                topics.newest(topic).orElseThrow().epoch(),
                                topics.newest(topic).orElseThrow().sequence(),
                                topics.newest(topic).orElseThrow().state()));
        assertThat(stateAtTheOther().orElseThrow()).isIn("\"a49\"", "\"b49\"");
    }

    @Test
    @DisplayName("WS2 a node that starts later, with its clock behind, is believed when it has heard of the last frame")
    void aNodeThatStartsLaterIsBelieved() {
        testClock.advance(Duration.ofHours(1));
        live.publish(topic, "1");
        awaitAtTheOther("1");
        testClock.reset();
        other.publish(topic, "2");
        await().atMost(SOON)
                .until(() -> topics.newest(topic).orElseThrow().state().equals("2"));
    }

    @Test
    void aNodeThatComesLaterFindsTheNewest() {
        other.publish("test/none-" + topic, "{\"kept\":true}");
        await().atMost(SOON).until(() -> new Relay(redis)
                .read("test/none-" + topic)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .isPresent());
        var late = new Topics(clock);
        assertThat(late.newest("test/none-" + topic)).isEmpty();
        assertThat(redis.send(Request.cmd(Command.TTL).arg("live:{test/none-" + topic + "}"))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join()
                        .toLong())
                .isBetween(3000L, 3600L);
        // The server has the frame from the channel; its owner knows of no state.
        assertThat(RestAssured.get("/live/frames/test/none-" + topic).statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("WS8 what one node closes is closed on all")
    void whatOneNodeClosesIsClosedOnAll() {
        try (var viewer = Viewer.open(RestAssured.port, "test/team/far", "Cookie: team=far")) {
            await().atMost(SOON).until(() -> viewer.newest() != null);
            other.close("test/team/far", "far");
            await().atMost(SOON).until(() -> viewer.closeCode() == 4403);
        }
    }

    @Test
    @DisplayName("WS13 a subscription that dies comes back by itself and misses nothing in the end")
    void aSubscriptionThatDiesComesBack() {
        live.publish(topic, "1");
        awaitAtTheOther("1");
        redis.send(Request.cmd(Command.CLIENT).arg("KILL").arg("TYPE").arg("pubsub"))
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        live.publish(topic, "2");
        awaitAtTheOther("2");
        live.publish(topic, "3");
        awaitAtTheOther("3");
    }

    @Test
    @DisplayName("WS13 a node whose connections went dead without a sound hears and is heard again")
    void aNodeWhoseConnectionsWentDeadIsHeardAgain() {
        try (var link = new RedisLink(vertx, redisUrl)) {
            var farTopics = new Topics(clock);
            var far = new Live(farTopics, new Relay(link.client()));
            long farTicking = vertx.setPeriodic(200, timer -> far.tick());
            await().atMost(SOON).until(() -> {
                live.publish(topic, "1");
                return farTopics.newest(topic).isPresent();
            });
            link.goDead();
            live.publish(topic, "2");
            await().atMost(LONG)
                    .until(() -> farTopics.newest(topic).orElseThrow().state().equals("2"));
            far.publish(topic, "3");
            awaitAtTheOther("3");
            vertx.cancelTimer(farTicking);
            far.stop();
        }
    }

    @Test
    void withoutRedisTheSocketsOfTheNodeGoOn() {
        try (var link = new RedisLink(vertx, "redis://localhost:1")) {
            var alone = new Live(topics, new Relay(link.client()));
            try (var viewer = Viewer.open(RestAssured.port, topic)) {
                await().atMost(SOON).until(() -> viewer.newest() != null);
                alone.publish(topic, "\"alone\"");
                await().atMost(SOON).until(() -> "\"alone\"".equals(viewer.state()));
            }
        }
    }

    @Test
    @DisplayName("FN11 what was published in an earlier term is old, however late it is said")
    void anEarlierTermIsOlder() {
        other.publish(topic, 7, "\"new\"");
        await().atMost(SOON).until(() -> topics.newest(topic).map(Frame::state).equals(Optional.of("\"new\"")));
        live.publish(topic, 6, "\"old\"");
        live.publish("test/after-" + topic, "1");
        await().atMost(SOON)
                .until(() -> otherTopics.newest("test/after-" + topic).isPresent());
        assertThat(topics.newest(topic).orElseThrow().state()).isEqualTo("\"new\"");
        assertThat(stateAtTheOther()).contains("\"new\"");
        assertThat(relayed(topic).term()).isEqualTo(7);
        live.publish(topic, 8, "\"newest\"");
        awaitAtTheOther("\"newest\"");
    }

    @Test
    void everyNodeKnowsWhoIsThere() {
        String seat = "test/team/here";
        try (var viewer = Viewer.open(RestAssured.port, seat, "Cookie: team=here")) {
            await().atMost(SOON).until(() -> other.attendance(seat) == 1);
            assertThat(live.attendance(seat)).isEqualTo(1);
            viewer.close();
            await().atMost(SOON).until(() -> other.attendance(seat) == 0);
        }
    }

    @Test
    void oneNodeAsksAnother() {
        assertThat(calls.ask(otherCalls.node(), TestNodeService.NAME, "一\n二"))
                .isEqualTo(new NodeCalls.Answer.Said("heard 一\n二"));
        NodeCalls.Hop hop = calls.hop(otherCalls.node()).orElseThrow();
        assertThat(hop.shortestNanos()).isBetween(0L, hop.longestNanos());
        calls.measure(otherCalls.node());
    }

    @Test
    void whoCannotBeAskedIsNotWaitedFor() {
        assertThat(calls.ask("nobody", TestNodeService.NAME, "?")).isEqualTo(new NodeCalls.Answer.NotReached());
        assertThat(calls.ask(otherCalls.node(), TestNodeService.NAME, TestNodeService.FAULT))
                .isEqualTo(new NodeCalls.Answer.Silent());
        assertThat(calls.hop("nobody")).isEmpty();
    }

    @Test
    void whoIsNoNodeGivesNoOrders() {
        String forged = "AAAA\ncall\n" + calls.node() + "\n1\n" + TestNodeService.NAME + "\nforged";
        assertThat(otherRelay
                        .tell(calls.node(), forged)
                        .toCompletionStage()
                        .toCompletableFuture()
                        .join())
                .isTrue();
        assertThat(otherCalls.ask(calls.node(), TestNodeService.NAME, "genuine"))
                .isEqualTo(new NodeCalls.Answer.Said("heard genuine"));
        assertThat(TestNodeService.HEARD).contains("genuine").doesNotContain("forged");
    }

    private Frame relayed(String name) {
        return new Relay(redis)
                .read(name)
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .orElseThrow();
    }

    private void awaitAtTheOther(String state) {
        await().atMost(SOON).until(() -> stateAtTheOther().equals(Optional.of(state)));
    }

    private Optional<String> stateAtTheOther() {
        return otherTopics.newest(topic).map(Frame::state);
    }
}
