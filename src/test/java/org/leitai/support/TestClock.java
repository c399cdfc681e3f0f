package org.leitai.support;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The clock of a test run: real time, until a test moves it on or stops it. */
@Alternative
@Priority(1)
@Singleton
public class TestClock extends Clock {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private volatile Duration ahead = Duration.ZERO;
    private volatile Instant stopped;

    public void advance(Duration duration) {
        ahead = ahead.plus(duration);
        stopped = stopped == null ? null : stopped.plus(duration);
    }

    /** Stands at this instant until it is advanced or reset, for tests of a single millisecond. */
    public void stop(Instant at) {
        stopped = at;
    }

    /** Back to real time. */
    public void reset() {
        ahead = Duration.ZERO;
        stopped = null;
    }

    @Override
    public Instant instant() {
        Instant standing = stopped;
        return standing == null ? Clock.systemUTC().instant().plus(ahead) : standing;
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), ahead);
    }
}
