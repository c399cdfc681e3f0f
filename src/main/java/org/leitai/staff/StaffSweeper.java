package org.leitai.staff;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Removes what has expired. Harmless on many nodes at once. */
@ApplicationScoped
class StaffSweeper {

    private final SessionStore sessions;
    private final SignInThrottle throttle;
    private final Clock clock;

    StaffSweeper(SessionStore sessions, SignInThrottle throttle, Clock clock) {
        this.sessions = sessions;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m")
    void sweep() {
        Instant now = clock.instant();
        sessions.sweep(now);
        throttle.sweep(now);
    }
}
