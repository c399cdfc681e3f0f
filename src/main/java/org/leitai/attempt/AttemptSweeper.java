package org.leitai.attempt;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.leitai.contest.RuleSheet;

/** Ends attempts whose time is over and whose phone is gone. Any number of nodes may sweep at once. */
@ApplicationScoped
class AttemptSweeper {

    private static final Logger LOG = Logger.getLogger(AttemptSweeper.class);

    /** An answer that arrived in time may wait two seconds to be written, and its batch may be tried again. */
    private static final Duration SETTLING = RuleSheet.GRACE.plusSeconds(5);

    private static final int PORTION = 100;

    private final AttemptStore store;
    private final Finisher finisher;
    private final Clock clock;

    AttemptSweeper(AttemptStore store, Finisher finisher, Clock clock) {
        this.store = store;
        this.finisher = finisher;
        this.clock = clock;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void sweep() {
        Instant now = clock.instant();
        try {
            while (sweepPortion(now) == PORTION) {
                // until less than a portion is left
            }
        } catch (RuntimeException e) {
            LOG.warnf("overdue attempts are ended one by one: %s", e.getMessage());
            sweepOneByOne(now);
        }
    }

    /** One attempt that cannot be ended must not keep the others from it. */
    private void sweepOneByOne(Instant now) {
        try {
            store.overdue(now.minus(SETTLING)).forEach(attempt -> sweepOne(attempt, now));
        } catch (RuntimeException e) {
            LOG.warnf("overdue attempts are ended at the next sweep: %s", e.getMessage());
        }
    }

    private void sweepOne(OpenAttempt attempt, Instant now) {
        try {
            QuarkusTransaction.requiringNew().run(() -> store.lock(attempt.id(), attempt.person())
                    .filter(open -> open.deadline().isBefore(now.minus(SETTLING)))
                    .ifPresent(open -> finisher.finish(List.of(open), now)));
        } catch (RuntimeException e) {
            LOG.errorf(e, "attempt %d cannot be ended", attempt.id().value());
        }
    }

    private int sweepPortion(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<OpenAttempt> overdue = store.lockOverdue(now.minus(SETTLING), PORTION);
            finisher.finish(overdue, now);
            return overdue.size();
        });
    }
}
