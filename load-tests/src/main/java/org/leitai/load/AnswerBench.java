package org.leitai.load;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Acknowledged answers a second over HTTP with all guards, beside what pgbench commits on the same PostgreSQL in the same run;
 * then a fixed rate for a while.
 */
final class AnswerBench {

    private final LocalServer server;
    private final int connections;
    private final int seconds;
    private final PgBench pgBench;
    private final AnswerLoad load;
    private int answers;
    private int failed;
    private double answerSeconds;
    private double simpleCommits;
    private double preparedCommits;
    private long serverMillis;
    private long postgresMillis;
    private long wireBytes;
    private long walBytes;

    private AnswerBench(LocalServer server, Options options) throws IOException, SQLException, InterruptedException {
        this.server = server;
        this.connections = options.get("connections", 64);
        this.seconds = options.get("seconds", 10);
        this.pgBench = new PgBench(server, Options.data("bench"));
        long began = System.nanoTime();
        List<PaperWork> papers = Crowd.started(server.port(), options.get("attempts", 2000), 16);
        System.out.printf("%d attempts registered, started and opened in %.1f s%n", papers.size(), (System.nanoTime() - began) / 1e9);
        this.load = new AnswerLoad(server.port(), papers, connections);
    }

    public static void main(String[] arguments) throws Exception {
        var options = new Options(
                arguments, Set.of("connections", "seconds", "rounds", "warm-up", "attempts", "rate", "rate-seconds"));
        try (var server = new LocalServer(Options.repository(), Options.data("bench"))) {
            server.start();
            var bench = new AnswerBench(server, options);
            bench.printDurability();
            bench.compare(options.get("warm-up", 20), options.get("rounds", 3));
            bench.hold(options.get("rate", 2000), options.get("rate-seconds", 60));
            if (bench.failed > 0) {
                System.out.println(bench.failed + " answers were not acknowledged");
                System.exit(1);
            }
        }
    }

    private void compare(int warmUpSeconds, int rounds) throws Exception {
        AnswerLoad.Outcome warmUp = load.closedLoop(warmUpSeconds);
        System.out.printf("warm-up                 %8.0f answers/s%n", warmUp.perSecond());
        for (int round = 1; round <= rounds; round++) {
            answers(round);
            double simple = pgBench.commitsPerSecond("simple", connections, seconds);
            double prepared = pgBench.commitsPerSecond("prepared", connections, seconds);
            simpleCommits += simple / rounds;
            preparedCommits += prepared / rounds;
            System.out.printf("round %d  pgbench        %8.0f commits/s   with prepared statements %.0f%n", round, simple, prepared);
        }
        if (answers == 0) {
            return;
        }
        double perSecond = answers / answerSeconds;
        System.out.printf("%nanswers/s %.0f   pgbench commits/s %.0f, ratio %.2f   prepared %.0f, ratio %.2f   (%d connections each, %d × %d s each)%n",
                perSecond, simpleCommits, perSecond / simpleCommits, preparedCommits, perSecond / preparedCommits, connections, rounds, seconds);
        System.out.printf("per answer: server CPU %.3f ms, PostgreSQL CPU %.3f ms, HTTP %d bytes, WAL %d bytes%n%n",
                (double) serverMillis / answers, (double) postgresMillis / answers, wireBytes / answers, walBytes / answers);
    }

    private void answers(int round) throws InterruptedException, SQLException {
        long serverBefore = CpuTime.ofProcess(server.pid());
        long postgresBefore = CpuTime.ofFamily(server.postgresPid());
        long walBefore = walPosition();
        AnswerLoad.Outcome outcome = load.closedLoop(seconds);
        serverMillis += CpuTime.ofProcess(server.pid()) - serverBefore;
        postgresMillis += CpuTime.ofFamily(server.postgresPid()) - postgresBefore;
        walBytes += walPosition() - walBefore;
        answers += outcome.latencies().count();
        answerSeconds += outcome.seconds();
        wireBytes += outcome.wireBytes();
        failed += outcome.failed();
        print("round " + round + "  HTTP answers", outcome);
    }

    private void hold(int rate, int rateSeconds) throws InterruptedException {
        if (rateSeconds > 0) {
            AnswerLoad.Outcome outcome = load.openLoop(rateSeconds, rate);
            failed += outcome.failed();
            print("open loop, " + rate + "/s for " + rateSeconds + " s, from the intended instant:", outcome);
        }
    }

    private static void print(String what, AnswerLoad.Outcome outcome) {
        Latencies latencies = outcome.latencies();
        System.out.printf("%s   %8.0f answers/s   p50 %.1f ms   p99 %.1f ms   p99.9 %.1f ms   max %.1f ms   %d failed%n",
                what, outcome.perSecond(), latencies.percentileMillis(50), latencies.percentileMillis(99),
                latencies.percentileMillis(99.9), latencies.percentileMillis(100), outcome.failed());
    }

    private void printDurability() throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit'), current_setting('full_page_writes')")) {
            row.next();
            System.out.printf("PostgreSQL %s, fsync %s, synchronous_commit %s, full_page_writes %s; %d processors%n",
                    row.getString(1), row.getString(2), row.getString(3), row.getString(4), Runtime.getRuntime().availableProcessors());
        }
    }

    private long walPosition() throws SQLException {
        try (var connection = server.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select pg_current_wal_lsn() - '0/0'::pg_lsn")) {
            row.next();
            return row.getLong(1);
        }
    }
}
