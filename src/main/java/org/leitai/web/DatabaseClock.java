package org.leitai.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The database's time, carried on by this machine's monotonic counter: nodes agree on the time of day, and a wall clock
 * that is set back or forward in the middle of a contest changes nothing.
 */
final class DatabaseClock extends Clock {

    private record Anchor(Instant instant, long nanos) {}

    private final ZoneId zone;
    private volatile Anchor anchor;

    DatabaseClock(Instant databaseTime, ZoneId zone) {
        this.anchor = new Anchor(databaseTime, System.nanoTime());
        this.zone = zone;
    }

    private DatabaseClock(Anchor anchor, ZoneId zone) {
        this.anchor = anchor;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        Anchor from = anchor;
        return from.instant().plusNanos(System.nanoTime() - from.nanos());
    }

    /** How far this clock has moved away from the database's since it was set. */
    Duration drift(Instant databaseTime) {
        return Duration.between(databaseTime, instant());
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new DatabaseClock(anchor, other);
    }
}
