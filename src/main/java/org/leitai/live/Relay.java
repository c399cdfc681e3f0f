package org.leitai.live;

import io.quarkus.redis.client.RedisClientName;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import io.vertx.redis.client.ResponseType;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Between the nodes: every node says on one channel what it publishes, and hears what the others say.
 *
 * <pre>
 * key or channel   type      lifetime   written by         read by
 * live             channel   -          every node         every node: frame, close, beat
 * live/{node}      channel   -          every node         that node: call, reply, see NodeCalls
 * live:{topic}     hash      1 hour     who publishes      a node that has no frame of the topic; every node after an outage
 *                  term, epoch, seq, state; only ever replaced by a higher term, or in the same term a higher seq
 * </pre>
 *
 * <p>A subscription does not come back by itself and may die without a sound, so the node listens for its own beat: after two
 * seconds without it, it subscribes again and reads what it may have missed.
 */
@Singleton
class Relay {

    /** What is heard from other nodes. Called on event loops, must not wait. */
    interface Listener {

        void frame(String topic, Frame frame);

        void close(String topic, String who);

        /** Another node is there, and has these sockets. */
        void beat(String node, String attendance);

        /** The subscription is in force, for the first time or again: frames may have been missed. */
        void subscribed();
    }

    /** What one node says to another alone. Called on event loops, must not wait. */
    interface Ear {

        /**
         * @param nanos when it came in, before anything was done with it
         * @param slept this node did not hear its own beat lately, so the message may have waited for it to wake up
         */
        void hear(String message, long nanos, boolean slept);
    }

    private static final Logger LOG = Logger.getLogger(Relay.class);
    private static final String CHANNEL = "live";
    private static final String KEEP_SECONDS = "3600";
    private static final long DEAF_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** Three beats, and as long as anybody waits for an answer. */
    private static final long ASLEEP_NANOS = NodeCalls.PATIENCE.toNanos();

    /** The client itself waits for ever. */
    private static final int TIMEOUT_SECONDS = 2;

    private static final String PUT = """
            local kept = redis.call('HGET', KEYS[1], 'seq')
            local term = tonumber(redis.call('HGET', KEYS[1], 'term') or '0')
            local mine = tonumber(ARGV[7])
            if not kept or term < mine or term == mine and tonumber(kept) < tonumber(ARGV[2]) then
              redis.call('HSET', KEYS[1], 'epoch', ARGV[1], 'seq', ARGV[2], 'state', ARGV[3], 'term', ARGV[7])
              redis.call('EXPIRE', KEYS[1], ARGV[4])
            end
            return redis.call('PUBLISH', ARGV[5], ARGV[6])
            """;

    /** To subscribe. One that takes too long is given up; should it succeed after all, its connection is closed. */
    private record Attempt(long startedNanos, boolean underWay) {
        static final Attempt NONE = new Attempt(0, false);
    }

    private final Redis redis;
    private final String node = UUID.randomUUID().toString();
    private Listener listener;
    private volatile Ear ear = (message, nanos, slept) -> {};
    private RedisConnection subscription;
    private Attempt attempt = Attempt.NONE;
    private long heardNanos;

    Relay(@RedisClientName("live") Redis redis) {
        this.redis = redis;
    }

    synchronized void listen(Listener to) {
        listener = to;
    }

    /** Of this start of this process; other nodes reach it by this name. */
    String node() {
        return node;
    }

    void lend(Ear to) {
        ear = to;
    }

    /** To be called every half a second. @param attendance for the other nodes */
    synchronized void tick(String attendance) {
        if (subscription != null && System.nanoTime() - heardNanos > DEAF_NANOS) {
            LOG.warn("the relay of live frames has gone quiet and is opened again");
            subscription.close();
            subscription = null;
        }
        if (subscription == null) {
            subscribe();
        } else {
            say("beat", node, attendance);
        }
    }

    synchronized void stop() {
        listener = null;
        if (subscription != null) {
            subscription.close();
            subscription = null;
        }
    }

    /** Keeps the frame for nodes that come later and tells those that are there. Fails when Redis is away. */
    Future<Void> put(String topic, Frame frame) {
        String sequence = Long.toString(frame.sequence());
        String term = Long.toString(frame.term());
        String message = String.join("\n", "frame", topic, term, frame.epoch(), sequence, frame.state());
        return redis.send(Request.cmd(Command.EVAL)
                        .arg(PUT)
                        .arg(1)
                        .arg(key(topic))
                        .arg(frame.epoch())
                        .arg(sequence)
                        .arg(frame.state())
                        .arg(KEEP_SECONDS)
                        .arg(CHANNEL)
                        .arg(message)
                        .arg(term))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .mapEmpty();
    }

    /** Tells every node, this one included. */
    Future<Void> close(String topic, String who) {
        return say("close", topic, who);
    }

    Future<Optional<Frame>> read(String topic) {
        return redis.send(Request.cmd(Command.HMGET)
                        .arg(key(topic))
                        .arg("epoch")
                        .arg("seq")
                        .arg("state")
                        .arg("term"))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .map(kept -> kept.get(0) == null
                        ? Optional.empty()
                        : Optional.of(Frame.published(
                                kept.get(3) == null ? 0 : kept.get(3).toLong(),
                                kept.get(0).toString(),
                                kept.get(1).toLong(),
                                kept.get(2).toString())));
    }

    /** Tells one node. Whether it was there to hear it; fails when Redis is away. */
    Future<Boolean> tell(String other, String message) {
        return redis.send(Request.cmd(Command.PUBLISH).arg(channel(other)).arg(message))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .map(heard -> heard.toLong() > 0);
    }

    private Future<Void> say(String kind, String first, String second) {
        return redis.send(Request.cmd(Command.PUBLISH).arg(CHANNEL).arg(String.join("\n", kind, first, second)))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .mapEmpty();
    }

    private void subscribe() {
        long now = System.nanoTime();
        if (listener == null || attempt.underWay() && now - attempt.startedNanos() < DEAF_NANOS) {
            return;
        }
        var mine = new Attempt(now, true);
        attempt = mine;
        redis.connect().onFailure(failure -> failed(mine, failure)).onSuccess(connection -> {
            connection.handler(this::hear);
            connection.exceptionHandler(failure -> ended(connection));
            connection.endHandler(end -> ended(connection));
            connection
                    .send(Request.cmd(Command.SUBSCRIBE).arg(CHANNEL))
                    .compose(done ->
                            connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel(node))))
                    .onFailure(failure -> {
                        failed(mine, failure);
                        connection.close();
                    })
                    .onSuccess(done -> subscribed(mine, connection));
        });
    }

    private synchronized void failed(Attempt of, Throwable failure) {
        if (attempt == of) {
            attempt = Attempt.NONE;
        }
        LOG.debugf("the relay of live frames is not open: %s", failure.getMessage());
    }

    private void subscribed(Attempt of, RedisConnection connection) {
        Listener to;
        synchronized (this) {
            if (attempt != of || listener == null) {
                connection.close(); // too late, another attempt is under way
                return;
            }
            attempt = Attempt.NONE;
            subscription = connection;
            heardNanos = System.nanoTime();
            to = listener;
        }
        to.subscribed();
    }

    private synchronized void ended(RedisConnection connection) {
        if (subscription == connection) {
            subscription = null;
            connection.close();
        }
    }

    private void hear(Response pushed) {
        long nanos = System.nanoTime();
        // [message, channel, text]; anything else confirms a command.
        if (pushed.type() != ResponseType.PUSH && pushed.type() != ResponseType.MULTI
                || pushed.size() != 3
                || !"message".equals(pushed.get(0).toString())) {
            return;
        }
        Listener to;
        synchronized (this) {
            to = listener;
        }
        if (to == null) {
            return;
        }
        try {
            if (CHANNEL.equals(pushed.get(1).toString())) {
                hear(to, pushed.get(2).toString().split("\n", 6), nanos);
            } else {
                ear.hear(pushed.get(2).toString(), nanos, slept(nanos));
            }
        } catch (RuntimeException e) {
            LOG.warnf("not understood on the relay: %s", e.getMessage());
        }
    }

    private void hear(Listener to, String[] said, long nanos) {
        switch (said[0]) {
            case "beat" -> {
                if (said[1].equals(node)) {
                    beat(nanos);
                } else {
                    to.beat(said[1], said[2]);
                }
            }
            case "close" -> to.close(said[1], said[2]);
            case "frame" ->
                to.frame(said[1], Frame.published(Long.parseLong(said[2]), said[3], Long.parseLong(said[4]), said[5]));
            default -> LOG.debugf("a newer version says %s", said[0]);
        }
    }

    private synchronized boolean slept(long nanos) {
        return nanos - heardNanos > ASLEEP_NANOS;
    }

    private synchronized void beat(long nanos) {
        heardNanos = nanos;
    }

    private static String channel(String of) {
        return CHANNEL + "/" + of;
    }

    private static String key(String topic) {
        return "live:{" + topic + "}";
    }
}
