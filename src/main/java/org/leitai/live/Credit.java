package org.leitai.live;

/** What a client may still send: a bucket of 40 messages that refills by 20 a second. Confined to one thread. */
final class Credit {

    private static final int LARGEST = 40;
    private static final long NANOS_PER_MESSAGE = 1_000_000_000L / 20;

    private long sinceNanos;

    /** Full. */
    Credit(long nowNanos) {
        sinceNanos = nowNanos - LARGEST * NANOS_PER_MESSAGE;
    }

    /** Takes one; false when there is none. */
    boolean take(long nowNanos) {
        long earliest = nowNanos - LARGEST * NANOS_PER_MESSAGE;
        sinceNanos = sinceNanos - earliest < 0 ? earliest : sinceNanos;
        if (nowNanos - sinceNanos < NANOS_PER_MESSAGE) {
            return false;
        }
        sinceNanos += NANOS_PER_MESSAGE;
        return true;
    }
}
