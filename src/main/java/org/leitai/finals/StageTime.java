package org.leitai.finals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;

/**
 * The server's time for pages that show clocks 舞台时间: a page that joins late gets a state as old as the last event, from which it could
 * not tell what time it is.
 */
@ApplicationScoped
@Named("stageTime")
class StageTime {

    private final Clock clock;

    StageTime(Clock clock) {
        this.clock = clock;
    }

    /** Epoch milliseconds, as late as the page is made. */
    public long millis() {
        return clock.millis();
    }
}
