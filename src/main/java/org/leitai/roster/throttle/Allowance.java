package org.leitai.roster.throttle;

import java.time.Duration;
import java.time.Instant;

/**
 * How many failed sign-ins are let pass before each further one costs a delay, which doubles from one second up to a limit.
 * Nobody is ever locked out for good: that would be a weapon against the person whose phone number one knows.
 *
 * @param free failures without any delay
 * @param forgetsOneEvery how fast failures are forgotten
 * @param longestDelay where doubling ends
 */
public record Allowance(int free, Duration forgetsOneEvery, Duration longestDelay) {

    /** At one guess a minute, the codes of one phone (31 to the power of 8) outlast the federation. */
    public static final Allowance PHONE = new Allowance(5, Duration.ofMinutes(30), Duration.ofMinutes(1));

    /** A factory's 5,000 workers share one address: many mistakes in a morning are honest, and the delay stays bearable. */
    public static final Allowance ADDRESS = new Allowance(300, Duration.ofSeconds(1), Duration.ofSeconds(5));

    private static final int MOST_DOUBLINGS = 20;

    /** Failures to date, at the time of the last of them. */
    record Failures(int count, Instant failedAt, Instant blockedUntil) {}

    /** One more. */
    Failures add(Failures before, Instant now) {
        long forgotten = Math.max(0, Duration.between(before.failedAt(), now).dividedBy(forgetsOneEvery));
        int count = (int) Math.max(0, before.count() - forgotten) + 1;
        Duration delay = delay(count);
        // A free failure blocks nobody, not even a request that arrived a moment earlier and waited for its turn.
        return new Failures(count, now, delay.isZero() ? before.blockedUntil() : now.plus(delay));
    }

    private Duration delay(int count) {
        int beyond = count - free;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(beyond - 1, MOST_DOUBLINGS));
        return doubled.compareTo(longestDelay) < 0 ? doubled : longestDelay;
    }
}
