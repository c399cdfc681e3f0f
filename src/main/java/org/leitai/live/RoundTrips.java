package org.leitai.live;

import java.util.Arrays;

/**
 * The eight latest round trips of a socket. The shortest is nearest to the truth: a queue on the way only ever adds (the clock filter
 * of NTP, RFC 5905 section 10, keeps eight for the same reason). Written by one thread, read by any.
 */
final class RoundTrips {

    static final long UNKNOWN = -1;
    private static final int KEPT = 8;

    private record Measured(long shortestNanos, long longestNanos) {}

    private final long[] nanos = new long[KEPT];
    private int count;
    private volatile Measured measured = new Measured(UNKNOWN, UNKNOWN);

    void add(long roundTripNanos) {
        nanos[count % KEPT] = roundTripNanos;
        count++;
        var summary = Arrays.stream(nanos, 0, Math.min(count, KEPT)).summaryStatistics();
        measured = new Measured(summary.getMin(), summary.getMax());
    }

    long shortestNanos() {
        return measured.shortestNanos();
    }

    long spreadNanos() {
        Measured now = measured;
        return now.shortestNanos() == UNKNOWN ? UNKNOWN : now.longestNanos() - now.shortestNanos();
    }
}
