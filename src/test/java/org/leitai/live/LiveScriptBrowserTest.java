package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;

/** {@code live.js} in a browser, at a server whose topics the test moves. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LiveScriptBrowserTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    private static final String CONNECT = """
            topic => import('/js/live.js').then(live => {
              window.states = [];
              window.statuses = [];
              window.messages = [];
              window.line = live.connect(topic, {
                onState: state => states.push(JSON.stringify(state)),
                onStatus: status => statuses.push(status),
                onMessage: message => messages.push(JSON.stringify(message)),
              });
            })
            """;

    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    Live live;

    @Inject
    TestTopics owner;

    private final Phones phones = new Phones();
    private Phone phone;
    private Page page;
    private String topic;

    @BeforeEach
    void aPageOfTheServer() {
        topic = "test/script-" + NEXT.incrementAndGet();
        phone = phones.phone("http://localhost:" + RestAssured.port);
        page = phone.page();
    }

    @AfterEach
    void close() {
        phone.close();
        phones.close();
    }

    @Test
    void aPageShowsWhatIsPublishedAnswersPingsAndSpeaks() {
        connect(topic);
        awaitLast("states", TestTopics.STATE);
        awaitLast("statuses", "live");
        live.publish(topic, "{\"points\":30}");
        awaitLast("states", "{\"points\":30}");
        LiveSocket socket = live.sockets(topic).getFirst();
        await().atMost(SOON).until(() -> socket.roundTripNanos() > 0);
        page.evaluate("() => line.send({ word: 'say' })");
        await().atMost(SOON).until(() -> owner.received(LiveTopics.ANYBODY).stream()
                .anyMatch(one -> one.socket().equals(socket.id()) && one.text().equals("{\"word\":\"say\"}")));
        socket.send("{\"alone\":true}");
        awaitLast("messages", "{\"alone\":true}");
    }

    @Test
    void aPageThatLostItsSocketComesBackForTheNewest() {
        connect(topic);
        awaitLast("states", TestTopics.STATE);
        live.sockets(topic).forEach(LiveSocket::close);
        await().atMost(SOON).until(() -> live.sockets(topic).isEmpty());
        live.publish(topic, "1");
        live.publish(topic, "2");
        awaitLast("states", "2");
        assertThat(list("states")).doesNotHaveDuplicates();
    }

    @Test
    void whereNoSocketGetsThroughThePageAsks() {
        page.addInitScript("window.WebSocket = function () { throw new Error('no sockets here'); };");
        connect(topic);
        awaitLast("states", TestTopics.STATE);
        awaitLast("statuses", "polling");
        live.publish(topic, "{\"asked\":true}");
        awaitLast("states", "{\"asked\":true}");
        assertThat(list("states")).doesNotHaveDuplicates();
        assertThat((boolean) page.evaluate("() => line.send({})")).isFalse();
    }

    @Test
    void whenTheServerWasAwayTheFirstReplyBringsTheSocketBackSoon() {
        page.addInitScript("""
                window.away = true;
                const Socket = window.WebSocket;
                window.WebSocket = function (url) {
                  if (window.away) {
                    throw new Error('away');
                  }
                  return new Socket(url);
                };
                window.WebSocket.OPEN = Socket.OPEN;
                const fetched = window.fetch;
                window.fetch = (...asked) => (window.away ? Promise.reject(new Error('away')) : fetched(...asked));
                """);
        connect(topic);
        awaitLast("statuses", "offline");
        page.evaluate("() => { window.away = false; }");
        awaitLast("statuses", "live");
    }

    @Test
    void whoIsPutOutStaysOut() {
        page.navigate("/privacy");
        page.evaluate("() => { document.cookie = 'team=page'; }");
        connect("test/team/page");
        awaitLast("states", TestTopics.STATE);
        live.close("test/team/page", "page");
        awaitLast("statuses", "refused");
        assertThat(live.sockets("test/team/page")).isEmpty();
    }

    private void connect(String topic) {
        page.navigate("/privacy");
        page.evaluate(CONNECT, topic);
    }

    private void awaitLast(String list, String value) {
        await().atMost(SOON).until(() -> {
            List<?> all = list(list);
            return !all.isEmpty() && all.getLast().equals(value);
        });
    }

    private List<?> list(String name) {
        return (List<?>) page.evaluate("name => window[name]", name);
    }
}
