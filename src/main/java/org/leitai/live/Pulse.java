package org.leitai.live;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * One second of the node's life, the same for all sockets.
 *
 * @param number counts seconds since the start
 * @param ping {@code {"ping":number}}, see {@link TextFrames#shared}
 */
record Pulse(long number, long nanos, ByteBuf ping) {

    /** Round trips of a person's sockets are known to three seconds; those of everybody's are not asked for, and phones sleep longer. */
    private static final int PING_EVERY = 3;

    private static final int PING_ANYBODY_EVERY = 6;

    static Pulse of(long number) {
        return new Pulse(
                number,
                System.nanoTime(),
                TextFrames.shared(("{\"ping\":" + number + "}").getBytes(StandardCharsets.US_ASCII)));
    }

    /** Spread over the seconds by the socket's hash. */
    boolean pings(OpenSocket socket) {
        int every = socket.who().equals(LiveTopics.ANYBODY) ? PING_ANYBODY_EVERY : PING_EVERY;
        return Math.floorMod(socket.hashCode(), every) == number % every;
    }
}
