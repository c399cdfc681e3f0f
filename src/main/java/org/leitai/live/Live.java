package org.leitai.live;

import io.netty.channel.EventLoop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Publishes states to topics. Thread-safe; nothing here waits. */
@Singleton
public class Live {

    private static final Logger LOG = Logger.getLogger(Live.class);

    /** No person is called so: names have a kind in front, such as {@code seat:}. */
    private static final String EVERYBODY = "*";

    private final Topics topics;
    private final Relay relay;
    private final Outgoing outgoing;
    private final Attendance elsewhere = new Attendance();

    Live(Topics topics, Relay relay) {
        this.topics = topics;
        this.relay = relay;
        this.outgoing = new Outgoing(topics, relay);
        relay.listen(new FromOtherNodes());
    }

    /**
     * Puts a state in force: encodes once, hands the same bytes to every socket here, and relays to the other nodes. Calls for one
     * topic must come in the order of its states.
     *
     * @param stateJson the complete state, at most 60 KB
     * @throws IllegalArgumentException the state is too large
     */
    public void publish(String topic, String stateJson) {
        publish(topic, 0, stateJson);
    }

    /**
     * The same for a topic that one elected node publishes at a time: what was published in a lower term is older, and is
     * ignored from now on, whenever it is said.
     *
     * @param term rises with each election
     */
    public void publish(String topic, long term, String stateJson) {
        topics.publish(topic, term, stateJson);
        outgoing.send(topic);
    }

    /** Closes the sockets on the topic that were admitted as this person, here and on every node: the permission is gone. */
    public void close(String topic, String who) {
        closeHere(topic, who);
        relay.close(topic, who)
                .onFailure(e -> LOG.errorf("other nodes did not hear that %s is closed: %s", topic, e.getMessage()));
    }

    /** Closes all sockets of people who are known on the topic, here and on every node. */
    public void closeAll(String topic) {
        close(topic, EVERYBODY);
    }

    /**
     * Waits until the sockets of these topics on this node have been given what is in force by now, as far as they read; what is
     * published next reaches nobody here before them. Not from an event loop.
     *
     * @return false when it took longer
     */
    public boolean awaitGiven(Collection<String> names, Duration atMost) {
        List<EventLoop> loops = names.stream()
                .flatMap(topic -> topics.sockets(topic).stream())
                .map(OpenSocket::loop)
                .distinct()
                .toList();
        var given = new CountDownLatch(loops.size());
        loops.forEach(loop -> loop.execute(given::countDown)); // behind the writes that publishing has put there
        try {
            return given.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The sockets that are open on the topic, on this node. */
    public List<LiveSocket> sockets(String topic) {
        return List.copyOf(topics.sockets(topic));
    }

    /**
     * How many sockets of people who are known are open on the topic, on all nodes; half a second old for the other nodes. While nothing is
     * heard of them, on this node alone.
     */
    public int attendance(String topic) {
        return topics.attendance(topic) + elsewhere.of(topic, System.nanoTime());
    }

    /** Every half a second. */
    void tick() {
        relay.tick(Attendance.write(topics.attendance()));
        outgoing.tick();
    }

    void stop() {
        relay.stop();
        topics.names().stream()
                .flatMap(topic -> topics.sockets(topic).stream())
                .forEach(socket -> socket.close(CloseCode.LEAVING));
    }

    private void closeHere(String topic, String who) {
        topics.sockets(topic).stream()
                .filter(socket -> who.equals(EVERYBODY) || socket.who().equals(who))
                .forEach(socket -> socket.close(CloseCode.REVOKED));
    }

    private final class FromOtherNodes implements Relay.Listener {

        @Override
        public void frame(String topic, Frame frame) {
            topics.offer(topic, frame);
        }

        @Override
        public void close(String topic, String who) {
            closeHere(topic, who);
        }

        @Override
        public void beat(String node, String attendance) {
            elsewhere.hear(node, attendance, System.nanoTime());
        }

        @Override
        public void subscribed() {
            topics.names().forEach(topic -> relay.read(topic)
                    .onSuccess(kept -> kept.ifPresent(frame -> frame(topic, frame))));
        }
    }
}
