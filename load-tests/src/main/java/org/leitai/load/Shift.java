package org.leitai.load;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Connections on which one worker after the other registers, starts, answers and hands in, and keeps sending the same request,
 * with the same sequence number, until it is acknowledged. Ends when told to, each connection after its worker's hand-in.
 */
final class Shift {

    private static final int TIMEOUT_MILLIS = 5000;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(4);
    private static final int TIMES_EACH_SLOT = 10;

    private final LocalServer server;
    private final Journal journal;
    private final AtomicInteger retriedAnswers = new AtomicInteger();
    private final AtomicInteger retriedOthers = new AtomicInteger();
    private final Queue<String> refusals = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads;
    private volatile boolean over;

    Shift(LocalServer server, Journal journal, int connections) {
        this.server = server;
        this.journal = journal;
        this.threads = IntStream.range(0, connections)
                .mapToObj(n -> Thread.ofPlatform().name("connection-" + n).unstarted(this::run))
                .toList();
    }

    void start() {
        threads.forEach(Thread::start);
    }

    void end() throws InterruptedException {
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
    }

    /** Answers that had to be sent again, because the connection broke or the server asked for it. */
    int retriedAnswers() {
        return retriedAnswers.get();
    }

    int retriedOthers() {
        return retriedOthers.get();
    }

    /** What was answered in a way that should not happen; one each ends its connection. */
    Queue<String> refusals() {
        return refusals;
    }

    private interface Request<R> {
        R send() throws IOException;
    }

    private void run() {
        try (var connection = new HttpConnection(server.port(), TIMEOUT_MILLIS)) {
            while (!over) {
                work(connection);
            }
        } catch (RuntimeException e) {
            refusals.add(String.valueOf(e.getMessage()));
        }
    }

    private void work(HttpConnection connection) {
        var worker = new Worker(connection, server.port());
        List<String> units = persist(retriedOthers, worker::units);
        while (!persist(retriedOthers, () -> worker.register(units))) {
            retriedOthers.incrementAndGet();
        }
        PaperWork paper = persist(retriedOthers, () -> {
            worker.start();
            return worker.open();
        });
        answer(connection, paper);
        byte[] handIn = paper.handIn();
        persist(retriedOthers, () -> Worker.expect(200, "hand in", connection.exchange(handIn)));
        journal.handedIn(paper.attempt());
    }

    private void answer(HttpConnection connection, PaperWork paper) {
        var random = new SplittableRandom();
        int last = paper.slots() * TIMES_EACH_SLOT;
        for (int seq = 1; seq <= last; seq++) {
            int slot = random.nextInt(1, paper.slots() + 1);
            PaperWork.Given given = paper.randomAnswer(slot, random);
            byte[] put = paper.put(slot, seq, given);
            var reply = persist(retriedAnswers, () -> Worker.expect(200, "answer", connection.exchange(put)));
            if (!reply.text().contains("\"seq\":" + seq + ",\"state\":\"saved\"")) {
                throw new Worker.Unexpected("answer " + seq, reply);
            }
            journal.acknowledged(new Journal.Answer(paper.attempt(), slot, seq, given.stored()));
        }
    }

    /** The same request until it is answered. */
    private <R> R persist(AtomicInteger retries, Request<R> request) {
        long deadline = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                return request.send();
            } catch (IOException broken) {
                retries.incrementAndGet();
            } catch (Worker.Unexpected answer) {
                if (!answer.isWorthRetrying()) {
                    throw answer;
                }
                retries.incrementAndGet();
                remember(answer);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("no reply for " + LONGEST_OUTAGE);
    }

    /** 503 is a promise to try again; any other fault of the server is one. */
    private void remember(Worker.Unexpected answer) {
        if (answer.isFault()) {
            refusals.add(answer.getMessage());
        }
    }
}
