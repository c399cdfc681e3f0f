package org.leitai.live;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** All topics of this node, and the numbering of its frames. Thread-safe. */
@Singleton
class Topics {

    /** A topic without sockets whose state was not touched for so long is over; its owner can tell its state again. */
    private static final long FORGOTTEN_NANOS = TimeUnit.HOURS.toNanos(1);

    private final Clock clock;
    private final String epoch;
    private final ConcurrentMap<String, Topic> all = new ConcurrentHashMap<>();

    Topics(Clock clock) {
        this.clock = clock;
        // The time tells epochs apart for a reader of logs; the rest for nodes that start in the same millisecond.
        this.epoch = Long.toString(clock.millis(), Character.MAX_RADIX)
                + '-'
                + Integer.toString(new SecureRandom().nextInt(1_000_000), Character.MAX_RADIX);
    }

    String epoch() {
        return epoch;
    }

    /** Puts a state in force on this node, unless one of a higher term is. */
    void publish(String topic, long term, String state) {
        all.computeIfAbsent(topic, name -> new Topic()).advance(present -> {
            Frame made = Frame.published(term, epoch, after(present), state);
            return present == null || made.isNewerThan(present) ? made : present;
        });
    }

    /** Keeps what the owner said its state is, unless something was published meanwhile. Returns what is in force. */
    Frame asked(String topic, String state) {
        Topic entry = all.computeIfAbsent(topic, name -> new Topic());
        entry.offer(Frame.asked(epoch, after(null), state));
        return entry.newest();
    }

    /** Puts a frame of another node in force if it is newer. */
    void offer(String topic, Frame frame) {
        all.computeIfAbsent(topic, name -> new Topic()).offer(frame);
    }

    Optional<Frame> newest(String topic) {
        Topic entry = all.get(topic);
        if (entry == null) {
            return Optional.empty();
        }
        entry.touch();
        return Optional.ofNullable(entry.newest());
    }

    /** Makes a socket that sees the topic's newest frame from here on. */
    OpenSocket join(String topic, Function<Supplier<Frame>, OpenSocket> make) {
        OpenSocket[] made = new OpenSocket[1];
        all.compute(topic, (name, present) -> {
            Topic entry = present == null ? new Topic() : present;
            made[0] = make.apply(entry::newest);
            entry.join(made[0]);
            return entry;
        });
        return made[0];
    }

    void leave(OpenSocket socket) {
        Topic entry = all.get(socket.topic());
        if (entry != null) {
            entry.leave(socket);
        }
    }

    List<OpenSocket> sockets(String topic) {
        Topic entry = all.get(topic);
        return entry == null ? List.of() : entry.sockets();
    }

    /** How many sockets of people who are known each topic has on this node; topics without are left out. */
    Map<String, Integer> attendance() {
        return all.entrySet().stream()
                .filter(entry -> entry.getValue().attendance() > 0)
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getKey, entry -> entry.getValue().attendance()));
    }

    int attendance(String topic) {
        Topic entry = all.get(topic);
        return entry == null ? 0 : entry.attendance();
    }

    Set<String> names() {
        return Set.copyOf(all.keySet());
    }

    void tick(Pulse pulse) {
        all.forEach((name, topic) -> topic.tick(pulse));
        all.keySet()
                .forEach(name -> all.computeIfPresent(
                        name, (same, topic) -> topic.isForgotten(pulse.nanos(), FORGOTTEN_NANOS) ? null : topic));
    }

    /** Above the present frame, whoever published it, and above everything of before a restart. */
    private long after(Frame present) {
        return Math.max(clock.millis(), present == null ? 0 : present.sequence() + 1);
    }
}
