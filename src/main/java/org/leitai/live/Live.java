package org.leitai.live;

import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.logging.Logger;

/** Publishes states to topics. Thread-safe; nothing here waits. */
@Singleton
public class Live {

    private static final Logger LOG = Logger.getLogger(Live.class);

    private final Topics topics;
    private final Relay relay;
    private final Outgoing outgoing;

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
        topics.publish(topic, stateJson);
        outgoing.send(topic);
    }

    /** Closes the sockets on the topic that were admitted as this person, here and on every node: the permission is gone. */
    public void close(String topic, String who) {
        closeHere(topic, who);
        relay.close(topic, who)
                .onFailure(e -> LOG.errorf("other nodes did not hear that %s is closed: %s", topic, e.getMessage()));
    }

    /** The sockets that are open on the topic, on this node. */
    public List<LiveSocket> sockets(String topic) {
        return List.copyOf(topics.sockets(topic));
    }

    /** Every half a second. */
    void tick() {
        relay.tick();
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
                .filter(socket -> socket.who().equals(who))
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
        public void subscribed() {
            topics.names().forEach(topic -> relay.read(topic)
                    .onSuccess(kept -> kept.ifPresent(frame -> frame(topic, frame))));
        }
    }
}
