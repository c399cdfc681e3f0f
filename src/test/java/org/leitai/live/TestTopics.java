package org.leitai.live;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Topics that only tests have: {@code test/team/{name}} for whom the cookie {@code team} names, {@code test/none…} without a state,
 * {@code test/broken…} whose state cannot be read, every other {@code test/…} for anybody.
 */
@Singleton
class TestTopics implements LiveTopics {

    /** What reading from a database takes, so that many can ask meanwhile. */
    private static final long READING_NANOS = 100_000_000;

    static final String STATE = "{\"from\":\"owner\"}";

    record Received(String socket, String who, String text, long nanos) {}

    private final Queue<Received> received = new ConcurrentLinkedQueue<>();
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    @Override
    public boolean owns(String topic) {
        return topic.startsWith("test/");
    }

    @Override
    public Optional<String> admit(String topic, HttpServerRequest handshake) {
        if (!topic.startsWith("test/team/")) {
            return Optional.of(ANYBODY);
        }
        return Optional.ofNullable(handshake.getCookie("team"))
                .map(Cookie::getValue)
                .filter(team -> topic.equals("test/team/" + team));
    }

    @Override
    public Optional<String> snapshot(String topic) {
        asked.computeIfAbsent(topic, name -> new AtomicInteger()).incrementAndGet();
        LockSupport.parkNanos(READING_NANOS);
        if (topic.startsWith("test/broken")) {
            throw new IllegalStateException("the state of " + topic + " cannot be read");
        }
        return topic.startsWith("test/none") ? Optional.empty() : Optional.of(STATE);
    }

    @Override
    public void received(LiveSocket from, String message, long nanos) {
        received.add(new Received(from.id(), from.who(), message, nanos));
        if (message.startsWith("say ")) {
            from.send("{\"said\":\"" + message.substring(4) + "\"}");
        }
        if (message.equals("fail")) {
            throw new IllegalStateException("a message that its owner cannot bear");
        }
    }

    List<Received> received(String who) {
        return received.stream().filter(one -> one.who().equals(who)).toList();
    }

    int timesAsked(String topic) {
        return Optional.ofNullable(asked.get(topic)).map(AtomicInteger::get).orElse(0);
    }
}
