package org.leitai.attempt;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;
import org.leitai.attempt.AnswerStore.Key;

/**
 * The writer of the group commit: takes all answers that wait, writes them with one statement and one commit, and only then
 * acknowledges them. While it waits for the disk, the next batch gathers; so the busier, the cheaper.
 */
final class AnswerWriter implements Runnable {

    private static final Logger LOG = Logger.getLogger(AnswerWriter.class);

    /** Larger batches gain nothing more and make the first of them wait. */
    static final int LARGEST_BATCH = 1000;

    private static final int MOST_TRIES = 3;
    private static final long IDLE_MILLIS = 200;

    private final AnswerStore store;
    private final AnswerMetrics metrics;
    private final LongSupplier nanos;
    private final BlockingQueue<PendingAnswer> queue;
    private final List<PendingAnswer> batch = new ArrayList<>(LARGEST_BATCH);
    private volatile List<PendingAnswer> underWay = List.of();
    private volatile boolean stopping;

    /** @param nanos monotonic, for measuring */
    AnswerWriter(AnswerStore store, AnswerMetrics metrics, LongSupplier nanos, int capacity) {
        this.store = store;
        this.metrics = metrics;
        this.nanos = nanos;
        this.queue = new ArrayBlockingQueue<>(capacity);
    }

    /** @return false when too many wait already */
    boolean offer(PendingAnswer answer) {
        return !stopping && queue.offer(answer);
    }

    int waiting() {
        return queue.size();
    }

    /** No more answers are taken; what waits is still written. */
    void stop() {
        stopping = true;
    }

    /** Tells those who have waited since before the given instant that nobody knows; their retry finds out. */
    void giveUpBefore(long epochMillis) {
        queue.forEach(answer -> giveUpBefore(answer, epochMillis));
        underWay.forEach(answer -> giveUpBefore(answer, epochMillis));
    }

    @Override
    public void run() {
        while (!stopping || !queue.isEmpty()) {
            try {
                PendingAnswer first = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    queue.drainTo(batch, LARGEST_BATCH - 1);
                    writeBatch();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void writeBatch() {
        underWay = List.copyOf(batch);
        batch.clear();
        try {
            write(underWay);
        } catch (RuntimeException | Error e) { // whatever it was, the next batch must be written
            LOG.error("a batch of answers failed", e);
        } finally {
            underWay.forEach(answer -> answer.refuse(AttemptRefusal.BUSY)); // those that nothing else has completed
            underWay = List.of();
        }
    }

    private void write(List<PendingAnswer> answers) {
        long began = nanos.getAsLong();
        try (Connection connection = store.connect()) {
            write(connection, answers, MOST_TRIES);
            metrics.committed(answers.size(), nanos.getAsLong() - began);
        } catch (SQLException e) {
            metrics.failed(answers.size());
            LOG.warnf("%d answers wait for a retry: %s", answers.size(), e.getMessage());
        }
    }

    private void write(Connection connection, List<PendingAnswer> answers, int tries) throws SQLException {
        try {
            acknowledge(connection, answers, store.append(connection, newestOfEachSlot(answers)));
        } catch (SQLException e) {
            if (tries > 1 && isTransient(e)) {
                write(connection, answers, tries - 1);
            } else if (answers.size() > 1 && !isConnectionLost(e)) {
                writeHalves(connection, answers);
            } else {
                throw e;
            }
        }
    }

    /** One answer that the database cannot take must not keep the others from being written. */
    private void writeHalves(Connection connection, List<PendingAnswer> answers) throws SQLException {
        int middle = answers.size() / 2;
        write(connection, answers.subList(0, middle), 1);
        write(connection, answers.subList(middle, answers.size()), 1);
    }

    private void acknowledge(Connection connection, List<PendingAnswer> answers, Map<Key, Boolean> appended)
            throws SQLException {
        var rest = new ArrayList<PendingAnswer>();
        for (PendingAnswer answer : answers) {
            // The first of two with one key owns the row; the other learns from the database what it says.
            if (appended.remove(new Key(answer.attempt(), answer.slot(), answer.seq())) != null) {
                answer.result()
                        .complete(new AnswerResult.Stored(
                                false, answer.slot(), answer.seq(), answer.answer(), answer.receivedAtMillis()));
            } else {
                rest.add(answer);
            }
        }
        if (!rest.isEmpty()) {
            store.explain(connection, rest);
        }
    }

    /** Of several answers to one slot in one batch only the newest is written; of equal numbers the first to arrive. */
    private static List<PendingAnswer> newestOfEachSlot(List<PendingAnswer> answers) {
        var newest = new HashMap<Long, PendingAnswer>(answers.size() * 2);
        for (PendingAnswer answer : answers) {
            newest.merge(
                    answer.attempt() * 128 + answer.slot(), answer, (old, late) -> late.seq() > old.seq() ? late : old);
        }
        return newest.size() == answers.size() ? answers : List.copyOf(newest.values());
    }

    private static void giveUpBefore(PendingAnswer answer, long epochMillis) {
        if (answer.receivedAtMillis() < epochMillis) {
            answer.refuse(AttemptRefusal.BUSY);
        }
    }

    /** Serialization failure or deadlock: PostgreSQL asks for another try. */
    private static boolean isTransient(SQLException e) {
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    private static boolean isConnectionLost(SQLException e) {
        String state = String.valueOf(e.getSQLState());
        return state.equals("null") || state.startsWith("08") || state.startsWith("57") || state.startsWith("53");
    }
}
