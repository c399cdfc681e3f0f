package org.leitai.live;

import io.netty.buffer.ByteBuf;

/**
 * One second of the node's life, the same for all sockets.
 *
 * @param number counts seconds since the start; a third of the sockets is pinged in each
 * @param ping {@code {"ping":number}}
 */
record Pulse(long number, long nanos, ByteBuf ping) {

    /** Round trips are known to three seconds; a third of the sockets each second spreads the work. */
    private static final int PING_EVERY = 3;

    static Pulse of(long number) {
        return new Pulse(number, System.nanoTime(), Frame.Shared.text("{\"ping\":" + number + "}"));
    }

    boolean pings(int socketHash) {
        return Math.floorMod(socketHash, PING_EVERY) == number % PING_EVERY;
    }
}
