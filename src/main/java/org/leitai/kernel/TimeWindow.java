package org.leitai.kernel;

import java.time.Instant;

/**
 * A span of time 时段, half-open: {@code opens} belongs to it, {@code closes} does not.
 */
public record TimeWindow(Instant opens, Instant closes) {

    public TimeWindow {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException("a window must open before it closes: " + opens + " .. " + closes);
        }
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(opens) && instant.isBefore(closes);
    }
}
