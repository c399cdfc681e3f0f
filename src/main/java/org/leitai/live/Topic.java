package org.leitai.live;

import io.netty.channel.EventLoop;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** One topic on this node: its newest frame and its sockets, grouped by the event loop that serves them. Thread-safe. */
final class Topic {

    private final Map<EventLoop, Group> groups = new ConcurrentHashMap<>();
    private final AtomicInteger attendance = new AtomicInteger();
    private volatile Frame newest;
    private volatile long usedNanos = System.nanoTime();

    /** Null until there is one; a socket joins after that. */
    Frame newest() {
        return newest;
    }

    /** Puts the frame in force if it is newer than the present one, and wakes the sockets. */
    boolean offer(Frame frame) {
        return advance(present -> present == null || frame.isNewerThan(present) ? frame : present);
    }

    /** Replaces the newest frame by one made of it, one at a time. */
    boolean advance(UnaryOperator<Frame> next) {
        boolean advanced;
        synchronized (this) {
            Frame before = newest;
            newest = next.apply(before);
            advanced = newest != before;
        }
        touch();
        if (advanced) {
            groups.values().forEach(Group::wake);
        }
        return advanced;
    }

    /** Somebody asked for it. */
    void touch() {
        usedNanos = System.nanoTime();
    }

    void join(OpenSocket socket) {
        touch();
        groups.computeIfAbsent(socket.loop(), Group::new).sockets.add(socket);
        if (isKnown(socket)) {
            attendance.incrementAndGet();
        }
    }

    void leave(OpenSocket socket) {
        touch();
        Group group = groups.get(socket.loop());
        if (group != null && group.sockets.remove(socket) && isKnown(socket)) {
            attendance.decrementAndGet();
        }
    }

    /** How many sockets of people who are known are open. */
    int attendance() {
        return attendance.get();
    }

    private static boolean isKnown(OpenSocket socket) {
        return !socket.who().equals(LiveTopics.ANYBODY);
    }

    List<OpenSocket> sockets() {
        return groups.values().stream()
                .map(group -> group.sockets)
                .flatMap(Collection::stream)
                .toList();
    }

    /** Lets the sockets look after themselves, each on its loop. */
    void tick(Pulse pulse) {
        groups.values().forEach(group -> group.loop.execute(() -> group.sockets.forEach(socket -> socket.tick(pulse))));
    }

    boolean isForgotten(long nowNanos, long afterNanos) {
        return nowNanos - usedNanos > afterNanos && groups.values().stream().allMatch(group -> group.sockets.isEmpty());
    }

    /** A loop is woken once for all its sockets, and not again before it has looked. */
    private static final class Group {

        private final EventLoop loop;
        private final Set<OpenSocket> sockets = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean woken = new AtomicBoolean();

        Group(EventLoop loop) {
            this.loop = loop;
        }

        void wake() {
            if (!sockets.isEmpty() && woken.compareAndSet(false, true)) {
                loop.execute(this::flush);
            }
        }

        private void flush() {
            woken.set(false);
            sockets.forEach(OpenSocket::flush);
        }
    }
}
