package org.leitai.web;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.FailedExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Says in one line, once a minute at most, that work which is done every second or so fails: the database is away, and every such
 * method tries again by itself. The framework would write a stack trace each time, and some more while it shuts down.
 */
@Singleton
class ScheduledFailures {

    private static final Logger LOG = Logger.getLogger(ScheduledFailures.class);
    private static final long SILENCE_NANOS = Duration.ofMinutes(1).toNanos();

    private final Map<String, Long> said = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    void onFailure(@Observes FailedExecution failure) {
        String what = failure.getExecution().getTrigger().getMethodDescription();
        long now = System.nanoTime();
        boolean news = said.merge(what, now, (before, next) -> next - before < SILENCE_NANOS ? before : next) == now;
        if (news && !stopping) {
            LOG.warnf("%s fails and is tried again: %s", what, rootOf(failure.getException()));
        } else {
            LOG.debugf(failure.getException(), "%s fails", what);
        }
    }

    void onShutdown(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private static Throwable rootOf(Throwable failure) {
        return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }
}
