package org.leitai.live;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.support.RealServers;

/** The way to a topic for who cannot open a socket. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LiveHttpTest {

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    Live live;

    @Inject
    TestTopics owner;

    private String topic;

    @BeforeEach
    void aTopicOfItsOwn() {
        topic = "test/polled-" + NEXT.incrementAndGet();
    }

    @Test
    void theNewestIsGivenOnceAndThenNothing() {
        Response first = get(topic, "", "");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).isEqualTo("no-store");
        assertThat(first.jsonPath().getString("state.from")).isEqualTo("owner");
        Response same = again(topic, first);
        assertThat(same.statusCode()).isEqualTo(204);
        assertThat(same.header("Cache-Control")).isEqualTo("no-store");
        live.publish(topic, "{\"from\":\"三\"}");
        Response second = again(topic, first);
        assertThat(second.jsonPath().getString("state.from")).isEqualTo("三");
        assertThat(second.jsonPath().getString("epoch"))
                .isEqualTo(first.jsonPath().getString("epoch"));
        assertThat(second.jsonPath().getLong("seq"))
                .isGreaterThan(first.jsonPath().getLong("seq"));
        assertThat(again(topic, second).statusCode()).isEqualTo(204);
    }

    @Test
    @DisplayName("WS2 a number of another epoch counts for nothing")
    void aNumberOfAnotherEpochCountsForNothing() {
        Response first = get(topic, "", "");
        String sequence = first.jsonPath().getString("seq");
        assertThat(get(topic, "an-epoch-before", sequence).statusCode()).isEqualTo(200);
        assertThat(get(topic, "an-epoch-before", "99999999999999").statusCode()).isEqualTo(200);
        assertThat(get(topic, first.jsonPath().getString("epoch"), "999999999999999999999999")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    @DisplayName("WS9 who may not open a socket is not given a frame either")
    void theSameRuleAsForSockets() {
        assertThat(get("test/team/red", "", "").statusCode()).isEqualTo(403);
        assertThat(given().cookie("team", "blue")
                        .get("/live/frames/test/team/red")
                        .statusCode())
                .isEqualTo(403);
        assertThat(given().cookie("team", "red")
                        .get("/live/frames/test/team/red")
                        .statusCode())
                .isEqualTo(200);
        assertThat(given().cookie("team", "red")
                        .header("Origin", "http://evil.example")
                        .get("/live/frames/test/team/red")
                        .statusCode())
                .isEqualTo(403);
        assertThat(get("test/none", "", "").statusCode()).isEqualTo(404);
        assertThat(get("staff/desk", "", "").statusCode()).isEqualTo(404);
        assertThat(get("test/broken", "", "").statusCode()).isEqualTo(500);
    }

    @Test
    void theOwnerIsAskedOnceWhoeverManyCome() {
        var given = IntStream.range(0, 40)
                .parallel()
                .mapToObj(i -> get(topic, "", "").statusCode())
                .toList();
        assertThat(given).containsOnly(200);
        assertThat(owner.timesAsked(topic)).isEqualTo(1);
        live.publish(topic + "-published", "1");
        assertThat(get(topic + "-published", "", "").statusCode()).isEqualTo(200);
        assertThat(owner.timesAsked(topic + "-published")).isZero();
    }

    @Test
    void aStateThatNoSocketCouldBearIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> live.publish(topic, "\"" + "x".repeat(62_000) + "\""));
        assertThat(get(topic, "", "").jsonPath().getString("state.from")).isEqualTo("owner");
    }

    private static Response again(String topic, Response before) {
        return get(
                topic, before.jsonPath().getString("epoch"), before.jsonPath().getString("seq"));
    }

    private static Response get(String topic, String epoch, String sequence) {
        return given().queryParam("epoch", epoch).queryParam("seq", sequence).get("/live/frames/" + topic);
    }
}
