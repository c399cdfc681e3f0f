package org.leitai.finals.match;

import java.time.Duration;
import java.time.Instant;

/**
 * A clock as facts, from which anyone computes the remaining time 计时.
 *
 * @param startedAt after a pause moved by its length
 * @param pausedRemainingMillis null while it runs
 */
public record MatchClock(ClockKind kind, Instant startedAt, long durationMillis, Long pausedRemainingMillis) {

    static MatchClock started(ClockKind kind, Instant at, long durationMillis) {
        return new MatchClock(kind, at, durationMillis, null);
    }

    /** Never negative. */
    public long remainingMillis(Instant now) {
        return pausedRemainingMillis != null
                ? pausedRemainingMillis
                : Math.max(0, durationMillis - Duration.between(startedAt, now).toMillis());
    }

    public boolean running() {
        return pausedRemainingMillis == null;
    }

    public Instant endsAt() {
        return startedAt.plusMillis(durationMillis);
    }

    MatchClock paused(Instant now) {
        return running() ? new MatchClock(kind, startedAt, durationMillis, remainingMillis(now)) : this;
    }

    MatchClock resumed(Instant now) {
        return running()
                ? this
                : started(kind, now.minusMillis(durationMillis - pausedRemainingMillis), durationMillis);
    }
}
