package org.leitai.attempt;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * The group commit: all answers go through one queue to one writer, which takes what waits, writes it with one commit and starts
 * over. One, and not several: while it waits for the disk the next batch gathers, and every further writer only makes batches
 * smaller; see {@code load-tests/README.md}.
 */
@Startup
@Singleton
class GroupCommit {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);

    /** Answers that wait at most; at 10,000 a second that is two seconds' worth. */
    private static final int CAPACITY = 20_000;

    /** Nobody waits longer; the phone sends the same again. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final long WATCH_MILLIS = 200;
    private static final int DRAIN_SECONDS = 10;

    private final Clock clock;
    private final AnswerWriter writer;
    private final Thread thread;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("answers-watch").unstarted(task));

    GroupCommit(AnswerStore store, AnswerMetrics metrics, Clock clock) {
        this.clock = clock;
        this.writer = new AnswerWriter(store, metrics, System::nanoTime, CAPACITY);
        this.thread = Thread.ofPlatform().name("answers").unstarted(writer);
        metrics.watchQueue(writer::waiting);
    }

    @PostConstruct
    void start() {
        thread.start();
        watch.scheduleAtFixedRate(this::giveUpOnTheOld, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Completed after the commit; never exceptionally. */
    CompletionStage<AnswerResult> append(
            long attempt, long person, int slot, int seq, String answer, long receivedAtMillis) {
        var pending =
                new PendingAnswer(attempt, person, slot, seq, answer, receivedAtMillis, new CompletableFuture<>());
        if (!writer.offer(pending)) {
            pending.refuse(AttemptRefusal.BUSY);
        }
        return pending.result();
    }

    void onShutdown(@Observes ShutdownDelayInitiatedEvent event) {
        writer.stop();
    }

    /** What waits is written before the process ends. */
    @PreDestroy
    void drain() {
        writer.stop();
        try {
            thread.join(Duration.ofSeconds(DRAIN_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
        if (writer.waiting() > 0) {
            LOG.warnf(
                    "%d answers were not written; their senders were told nothing and will send them again",
                    writer.waiting());
        }
    }

    private void giveUpOnTheOld() {
        writer.giveUpBefore(clock.instant().minus(LONGEST_WAIT).toEpochMilli());
    }
}
