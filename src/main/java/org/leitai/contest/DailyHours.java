package org.leitai.contest;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours of every day in which an attempt may be started 每日开放时间; half-open {@code [from, until)} in the contest's zone.
 * An attempt that was started in time runs to the end of its own clock.
 */
public record DailyHours(
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime until) {

    public boolean contains(Instant instant, ZoneId zone) {
        LocalTime time = instant.atZone(zone).toLocalTime();
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** The next instant at which the doors open, strictly after the given one. */
    public Instant nextOpening(Instant after, ZoneId zone) {
        ZonedDateTime today = after.atZone(zone).with(from);
        return (today.toInstant().isAfter(after) ? today : today.plusDays(1)).toInstant();
    }
}
