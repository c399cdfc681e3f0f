package org.leitai.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Many connections that do nothing but answer, each for its own workers; sequence numbers grow over all runs. */
final class AnswerLoad {

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final Duration UNTIL_START = Duration.ofMillis(200);

    private final int port;
    private final List<List<PaperWork>> papers = new ArrayList<>();
    private final int[] sent;

    AnswerLoad(int port, List<PaperWork> all, int connections) {
        this.port = port;
        this.sent = new int[connections];
        for (int n = 0; n < connections; n++) {
            papers.add(new ArrayList<>());
        }
        for (int i = 0; i < all.size(); i++) {
            papers.get(i % connections).add(all.get(i));
        }
    }

    /**
     * @param failed not acknowledged with 200, or not with this answer
     * @param latencies of the acknowledged ones, sorted
     * @param wireBytes requests and replies together
     */
    record Outcome(int failed, Latencies latencies, long wireBytes, double seconds) {

        double perSecond() {
            return latencies.count() / seconds;
        }
    }

    /** As fast as the replies come. */
    Outcome closedLoop(int seconds) throws InterruptedException {
        return run(Duration.ofSeconds(seconds), 0);
    }

    /** At fixed instants, whatever the replies do; each latency counts from the instant at which the answer was due. */
    Outcome openLoop(int seconds, int perSecond) throws InterruptedException {
        return run(Duration.ofSeconds(seconds), perSecond);
    }

    private Outcome run(Duration time, int perSecond) throws InterruptedException {
        long start = System.nanoTime() + UNTIL_START.toNanos();
        List<Connection> done = Crowd.together(sent.length, n -> new Connection(n, perSecond).run(start, start + time.toNanos()));
        long end = done.stream().mapToLong(connection -> connection.lastReply - start).max().orElse(1) + start;
        return new Outcome(
                done.stream().mapToInt(connection -> connection.failed).sum(),
                Latencies.sorted(done.stream().map(connection -> connection.latencies).toList()),
                done.stream().mapToLong(connection -> connection.wireBytes).sum(),
                (end - start) / 1e9);
    }

    /** One of them, in its own thread. */
    private final class Connection {

        private final int number;
        private final int perSecond;
        private final Latencies latencies = new Latencies();
        private final SplittableRandom random = new SplittableRandom();
        private int failed;
        private long wireBytes;
        private long lastReply;

        /** @param perSecond of all connections together; 0: a closed loop */
        Connection(int number, int perSecond) {
            this.number = number;
            this.perSecond = perSecond;
        }

        Connection run(long start, long end) throws IOException {
            try (var connection = new HttpConnection(port, TIMEOUT_MILLIS)) {
                LockSupport.parkNanos(start - System.nanoTime());
                long due = due(0, start);
                for (int turn = 1; due < end; turn++) {
                    awaitNanos(due);
                    answer(connection, due);
                    due = due(turn, start);
                }
            }
            return this;
        }

        private long due(int turn, long start) {
            return perSecond == 0
                    ? System.nanoTime()
                    : start + ((long) turn * sent.length + number) * 1_000_000_000L / perSecond;
        }

        private void answer(HttpConnection connection, long due) throws IOException {
            List<PaperWork> mine = papers.get(number);
            int turn = sent[number]++;
            PaperWork paper = mine.get(turn % mine.size());
            int seq = turn / mine.size() + 1;
            int slot = (seq - 1) % paper.slots() + 1;
            byte[] request = paper.put(slot, seq, paper.randomAnswer(slot, random));
            HttpConnection.Reply reply = connection.exchange(request);
            lastReply = System.nanoTime();
            wireBytes += request.length + reply.wireBytes();
            if (reply.status() == 200 && reply.text().contains("\"seq\":" + seq + ",\"state\":\"saved\"")) {
                latencies.add(lastReply - due);
            } else {
                failed++;
            }
        }

        private static void awaitNanos(long instant) {
            for (long left = instant - System.nanoTime(); left > 0; left = instant - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }
}
