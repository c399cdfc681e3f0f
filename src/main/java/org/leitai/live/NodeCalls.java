package org.leitai.live;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.virtual.threads.VirtualThreads;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;
import org.leitai.web.Signer;

/**
 * Questions of one node to another, and the answers. Thread-safe.
 *
 * <p>A question is worth an answer for a second and a half, on either side: who asked does not wait longer, and a node that slept does not act
 * on what came meanwhile (see {@link Relay.Ear}). Each message is signed with the nodes' secret, so that who can write to Redis can not
 * give orders. Each answer measures the way there and back, less the time that the other node worked.
 */
@Singleton
public class NodeCalls {

    /** What a host in front of an audience bears; a hundred times what it takes. */
    public static final Duration PATIENCE = Duration.ofMillis(1500);

    private static final Logger LOG = Logger.getLogger(NodeCalls.class);
    private static final int MOST_WAITING = 1000;
    private static final int MOST_NODES = 64;

    /** A service that every node has: it says nothing, at once. */
    private static final String ECHO = "echo";

    /** What came of a question. */
    public sealed interface Answer {

        record Said(String text) implements Answer {}

        /** The node is not there, or Redis is away: it was not asked. */
        record NotReached() implements Answer {}

        /** It may have been asked and may have done it. */
        record Silent() implements Answer {}
    }

    /** The way to a node and back: the shortest and the longest of the latest eight. */
    public record Hop(long shortestNanos, long longestNanos) {}

    private record Waiting(String node, long sentNanos, CompletableFuture<Answer> answer) {}

    private final Relay relay;
    private final Instance<NodeService> services;
    private final Signer.Key key;
    private final ExecutorService threads;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentMap<Long, Waiting> waiting = new ConcurrentHashMap<>();
    private final Map<String, RoundTrips> hops = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, RoundTrips> eldest) {
            return size() > MOST_NODES;
        }
    };

    NodeCalls(Relay relay, Instance<NodeService> services, Signer signer, @VirtualThreads ExecutorService threads) {
        this.relay = relay;
        this.services = services;
        this.key = signer.key("node-call");
        this.threads = threads;
    }

    void start(@Observes StartupEvent event) {
        relay.lend(this::hear);
    }

    /** This node's name, for others; another with each start. */
    public String node() {
        return relay.node();
    }

    /** Asks and waits for the answer. */
    public Answer ask(String node, String service, String question) {
        return send(node, service, question).join();
    }

    /** Measures the way to a node, without waiting for it. */
    public void measure(String node) {
        send(node, ECHO, "");
    }

    /** Empty while it was not measured. */
    public Optional<Hop> hop(String node) {
        synchronized (hops) {
            RoundTrips measured = hops.get(node);
            return measured == null
                    ? Optional.empty()
                    : Optional.of(new Hop(measured.shortestNanos(), measured.shortestNanos() + measured.spreadNanos()));
        }
    }

    private CompletableFuture<Answer> send(String node, String service, String question) {
        if (waiting.size() >= MOST_WAITING) {
            return CompletableFuture.completedFuture(new Answer.NotReached());
        }
        long number = numbers.incrementAndGet();
        var answer = new CompletableFuture<Answer>();
        waiting.put(number, new Waiting(node, System.nanoTime(), answer));
        relay.tell(node, signed("call", relay.node(), Long.toString(number), service, question))
                .onComplete(told -> {
                    if (told.failed() || !told.result()) {
                        answer.complete(new Answer.NotReached());
                    }
                });
        return answer.completeOnTimeout(new Answer.Silent(), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((said, failure) -> waiting.remove(number));
    }

    /** On an event loop. */
    private void hear(String message, long nanos, boolean slept) {
        String[] part = verified(message);
        switch (part[0]) {
            case "call" -> {
                if (slept) {
                    LOG.warnf("a question of another node about %s came while this one slept", part[3]);
                } else {
                    take(part[1], part[2], part[3], part[4], nanos);
                }
            }
            case "reply" ->
                take(Long.parseLong(part[1]), Long.parseLong(part[2]), "said".equals(part[3]), part[4], nanos);
            default -> LOG.debugf("a newer version says %s", part[0]);
        }
    }

    private void take(String from, String number, String service, String question, long nanos) {
        if (service.equals(ECHO)) {
            reply(from, number, nanos, "said", "");
        } else {
            threads.execute(() -> answer(from, number, service, question, nanos));
        }
    }

    private void answer(String from, String number, String service, String question, long nanos) {
        try {
            reply(from, number, nanos, "said", serve(service, question, nanos));
        } catch (RuntimeException e) {
            LOG.errorf(e, "a question of another node about %s has no answer", service);
            reply(from, number, nanos, "fault", "");
        }
    }

    @ActivateRequestContext
    String serve(String service, String question, long nanos) {
        return services.stream()
                .filter(candidate -> candidate.name().equals(service))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such service"))
                .answer(question, nanos);
    }

    private void reply(String to, String number, long sinceNanos, String kind, String text) {
        String worked = Long.toString(System.nanoTime() - sinceNanos);
        relay.tell(to, signed("reply", number, worked, kind, text))
                .onFailure(e -> LOG.debugf("an answer did not get through: %s", e.getMessage()));
    }

    private void take(long number, long workedNanos, boolean said, String text, long nanos) {
        Waiting asked = waiting.get(number);
        if (asked == null) {
            return;
        }
        synchronized (hops) {
            hops.computeIfAbsent(asked.node(), any -> new RoundTrips())
                    .add(Math.max(0, nanos - asked.sentNanos() - workedNanos));
        }
        asked.answer().complete(said ? new Answer.Said(text) : new Answer.Silent());
    }

    /** Five parts; the last may have line ends of its own. */
    private String signed(String... parts) {
        String message = String.join("\n", parts);
        return Base64.getEncoder().encodeToString(key.digest(message)) + "\n" + message;
    }

    private String[] verified(String message) {
        int end = message.indexOf('\n');
        String body = message.substring(end + 1);
        byte[] signature = message.substring(0, Math.max(0, end)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(key.digest(body), Base64.getDecoder().decode(signature))) {
            throw new IllegalArgumentException("not signed by a node");
        }
        return body.split("\n", 5);
    }
}
