package org.leitai.finals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchState;

/**
 * Opens the buzz when 3, 2, 1 has been counted 倒数开抢. The owner of the match does; when it changes, the new one plans the rest from the
 * log. Nothing is kept here: whether it is time is read from the state, under the room's lock.
 */
final class Countdowns {

    private static final String AUTHOR = "countdown";

    /** An undo may lead back to a countdown that is over; that one shall not open the buzz by itself. */
    private static final Duration LATEST_AFTER_UNDO = Duration.ofMillis(500);

    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("match-countdowns").factory());

    Countdowns(Clock clock) {
        this.clock = clock;
    }

    /** Called with every state that is shown. */
    void follow(MatchRoom room, MatchState state) {
        if (state.counting() && state.clock().running()) {
            long wait = state.clock().remainingMillis(now()) + 1;
            timer.schedule(() -> Thread.ofVirtual().start(() -> open(room)), wait, TimeUnit.MILLISECONDS);
        }
    }

    void stop() {
        timer.shutdownNow();
    }

    private void open(MatchRoom room) {
        room.locked(() -> {
            MatchState state = room.state();
            Instant now = now();
            if (room.owns() && state.counting() && state.clock().running() && isDue(state, now)) {
                room.decide(new MatchCommand.OpenBuzz(), AUTHOR, now);
            }
        });
    }

    private static boolean isDue(MatchState state, Instant now) {
        Instant end = state.clock().endsAt();
        boolean undone = state.version() != state.content();
        return !now.isBefore(end) && !(undone && now.isAfter(end.plus(LATEST_AFTER_UNDO)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
