package org.leitai.live;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.regex.Pattern;

/** Asks the owners of topics, each time within a request's scope of its own, as their stores expect. */
@Singleton
class Owners {

    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]+(/[a-zA-Z0-9._-]+)*");
    private static final int LONGEST_TOPIC = 100;

    private final Instance<LiveTopics> all;

    Owners(Instance<LiveTopics> all) {
        this.all = all;
    }

    /** Empty when nobody knows the topic. */
    Optional<LiveTopics> of(String topic) {
        return topic.length() <= LONGEST_TOPIC && TOPIC.matcher(topic).matches()
                ? all.stream().filter(owner -> owner.owns(topic)).findFirst()
                : Optional.empty();
    }

    @ActivateRequestContext
    Optional<String> admit(LiveTopics owner, String topic, HttpServerRequest handshake) {
        return owner.admit(topic, handshake);
    }

    @ActivateRequestContext
    Optional<String> snapshot(LiveTopics owner, String topic) {
        return owner.snapshot(topic);
    }

    @ActivateRequestContext
    void received(LiveTopics owner, LiveSocket from, String message, long nanos) {
        owner.received(from, message, nanos);
    }
}
