package org.leitai.live;

import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jboss.logging.Logger;

/** Who may see which topic, and what is in force on it. On virtual threads. */
@Singleton
class Admission {

    /** What came of it. */
    sealed interface Result {

        /** @param frame the newest at the time */
        record Admitted(String who, Frame frame) implements Result {}

        /** @param status 403 or 404 */
        record Refused(int status) implements Result {}
    }

    private static final Logger LOG = Logger.getLogger(Admission.class);

    private final Owners owners;
    private final Topics topics;
    private final Relay relay;
    private final ConcurrentMap<String, CompletableFuture<Optional<Frame>>> asking = new ConcurrentHashMap<>();

    Admission(Owners owners, Topics topics, Relay relay) {
        this.owners = owners;
        this.topics = topics;
        this.relay = relay;
    }

    Result admit(LiveTopics owner, String topic, HttpServerRequest handshake) {
        Optional<String> who = owners.admit(owner, topic, handshake);
        if (who.isEmpty()) {
            return new Result.Refused(403);
        }
        return newest(owner, topic)
                .<Result>map(frame -> new Result.Admitted(who.get(), frame))
                .orElse(new Result.Refused(404));
    }

    /** The first who needs it asks the owner; all others wait for the same answer. */
    private Optional<Frame> newest(LiveTopics owner, String topic) {
        Optional<Frame> known = topics.newest(topic);
        if (known.isPresent()) {
            return known;
        }
        var mine = new CompletableFuture<Optional<Frame>>();
        CompletableFuture<Optional<Frame>> first = asking.putIfAbsent(topic, mine);
        if (first != null) {
            return join(first);
        }
        try {
            mine.complete(ask(owner, topic));
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            asking.remove(topic, mine);
        }
        return join(mine);
    }

    /** The owner reads the truth. What another node published is good enough when the owner cannot, or knows of nothing. */
    private Optional<Frame> ask(LiveTopics owner, String topic) {
        Optional<String> state;
        try {
            state = owners.snapshot(owner, topic);
        } catch (RuntimeException e) {
            Optional<Frame> relayed = relayed(topic);
            if (relayed.isEmpty()) {
                throw e;
            }
            LOG.warnf("the state of %s is from another node: %s", topic, e.getMessage());
            return relayed;
        }
        return state.map(json -> topics.asked(topic, json)).or(() -> relayed(topic));
    }

    private Optional<Frame> relayed(String topic) {
        try {
            Optional<Frame> kept =
                    relay.read(topic).toCompletionStage().toCompletableFuture().join();
            kept.ifPresent(frame -> topics.offer(topic, frame));
            return kept;
        } catch (CompletionException redisIsAway) {
            return Optional.empty();
        }
    }

    private static Optional<Frame> join(CompletableFuture<Optional<Frame>> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
