package org.leitai.attempt;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;

/**
 * The group commit: {@value #WRITERS} writers, each with its own queue. An attempt's answers always go to the same one, so that
 * they are judged one after the other.
 */
@Startup
@Singleton
class AnswerWriters {

    private static final Logger LOG = Logger.getLogger(AnswerWriters.class);

    /** Two: while one waits for the disk the other gathers. More only make batches smaller. */
    static final int WRITERS = 2;

    /** Answers that wait in one queue at most; at 10,000 a second that is a second's worth. */
    private static final int CAPACITY = 10_000;

    /** Nobody waits longer; the phone sends the same again. */
    static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

    private static final long WATCH_MILLIS = 200;
    private static final int DRAIN_SECONDS = 10;

    private final Clock clock;
    private final List<AnswerWriter> writers;
    private final List<Thread> threads;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("answers-watch").unstarted(task));

    AnswerWriters(AnswerStore store, AnswerMetrics metrics, Clock clock) {
        this.clock = clock;
        this.writers = IntStream.range(0, WRITERS)
                .mapToObj(n -> new AnswerWriter(store, metrics, System::nanoTime, CAPACITY))
                .toList();
        this.threads = IntStream.range(0, WRITERS)
                .mapToObj(n -> Thread.ofPlatform().name("answers-" + n).unstarted(writers.get(n)))
                .toList();
        metrics.watchQueue(this::waiting);
    }

    @PostConstruct
    void start() {
        threads.forEach(Thread::start);
        watch.scheduleAtFixedRate(this::giveUpOnTheOld, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Completed after the commit; never exceptionally. */
    CompletionStage<AnswerResult> append(
            long attempt, long person, int slot, int seq, String answer, long receivedAtMillis) {
        var pending =
                new PendingAnswer(attempt, person, slot, seq, answer, receivedAtMillis, new CompletableFuture<>());
        if (!writers.get((int) (attempt % WRITERS)).offer(pending)) {
            pending.refuse(AttemptRefusal.BUSY);
        }
        return pending.result();
    }

    void onShutdown(@Observes ShutdownDelayInitiatedEvent event) {
        writers.forEach(AnswerWriter::stop);
    }

    /** What waits is written before the process ends. */
    @PreDestroy
    void drain() {
        writers.forEach(AnswerWriter::stop);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(DRAIN_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        watch.shutdownNow();
        if (waiting() > 0) {
            LOG.warnf(
                    "%d answers were not written; their senders were told nothing and will send them again", waiting());
        }
    }

    private int waiting() {
        return writers.stream().mapToInt(AnswerWriter::waiting).sum();
    }

    private void giveUpOnTheOld() {
        long before = clock.instant().minus(LONGEST_WAIT).toEpochMilli();
        writers.forEach(writer -> writer.giveUpBefore(before));
    }
}
