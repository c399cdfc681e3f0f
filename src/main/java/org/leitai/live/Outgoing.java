package org.leitai.live;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Frames on their way to the other nodes: one of each topic at a time, and after it the newest, however many were published
 * meanwhile. What did not arrive is sent again with the next tick. Thread-safe.
 */
final class Outgoing {

    private final Topics topics;
    private final Relay relay;
    private final Set<String> underWay = new HashSet<>();
    private final Set<String> waiting = new HashSet<>();

    Outgoing(Topics topics, Relay relay) {
        this.topics = topics;
        this.relay = relay;
    }

    void send(String topic) {
        synchronized (this) {
            if (!underWay.add(topic)) {
                waiting.add(topic);
                return;
            }
            waiting.remove(topic);
        }
        topics.newest(topic)
                .ifPresentOrElse(
                        frame -> relay.put(topic, frame).onComplete(put -> done(topic, put.succeeded())),
                        () -> done(topic, true));
    }

    void tick() {
        List<String> again;
        synchronized (this) {
            again = waiting.stream().filter(topic -> !underWay.contains(topic)).toList();
        }
        again.forEach(this::send);
    }

    private void done(String topic, boolean arrived) {
        boolean more;
        synchronized (this) {
            underWay.remove(topic);
            more = arrived && waiting.contains(topic);
            if (!arrived) {
                waiting.add(topic);
            }
        }
        if (more) {
            send(topic);
        }
    }
}
