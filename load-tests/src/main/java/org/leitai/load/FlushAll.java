package org.leitai.load;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Wipes Redis under load: no answer may fail, the board must say that it is being rebuilt, and be right again soon. */
final class FlushAll {

    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(20);

    /** How far a live board may be behind while hand-ins go on. */
    private static final Duration LAG = Duration.ofSeconds(1);

    private final LocalServer server;
    private final Connection database;
    private final BoardOracle board;
    private final Deque<long[]> history = new ArrayDeque<>();

    private FlushAll(LocalServer server, Connection database, BoardOracle board) {
        this.server = server;
        this.database = database;
        this.board = board;
    }

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments, Set.of("flushes", "connections", "seconds"));
        boolean right;
        try (var server = new LocalServer(Options.repository(), Options.data("flushall"));
                var journal = new Journal(Options.data("flushall").resolveSibling("flushall-journal.tsv"))) {
            server.start();
            try (var database = server.connect();
                    var connection = new HttpConnection(server.port(), 10_000)) {
                var shift = new Shift(server, journal, options.get("connections", 32));
                shift.start();
                right = new FlushAll(server, database, new BoardOracle(connection))
                        .flush(options.get("flushes", 3), Duration.ofSeconds(options.get("seconds", 5)), shift);
                System.out.printf("%8d  answers acknowledged%n%8d  hand-ins acknowledged%n", journal.answers(), journal.handIns());
                System.out.printf("%8d  answers not acknowledged at once%n%8d  other requests that failed%n%8d  replies that should not happen%n",
                        shift.retriedAnswers(), shift.retriedOthers(), shift.refusals().size());
                shift.refusals().stream().distinct().limit(5).forEach(refusal -> System.out.println("          " + refusal));
                right = right & Ledger.agrees(database, journal) & shift.retriedAnswers() == 0 & shift.refusals().isEmpty();
            }
        }
        System.out.println(right ? "no answer failed, the board is right" : "FAILED, see above");
        System.exit(right ? 0 : 1);
    }

    /** The last one shortly before the shift ends, so that the board can be compared row by row. */
    private boolean flush(int times, Duration between, Shift shift) throws Exception {
        boolean right = true;
        for (int flush = 1; flush <= times; flush++) {
            LockSupport.parkNanos(between.toNanos());
            right &= rebuilds(flush);
        }
        LockSupport.parkNanos(between.toNanos());
        long flushed = System.nanoTime();
        server.redis("FLUSHALL");
        shift.end();
        long ended = System.nanoTime();
        boolean equal = awaitEqual(flushed);
        System.out.printf("last FLUSHALL: %s the SQL oracle in all %d rows, %.1f s after it (load ended after %.1f s)%n%n",
                equal ? "equal to" : "DIFFERS from", BoardOracle.expected(database).size(), seconds(flushed), (ended - flushed) / 1e9);
        return right & equal;
    }

    private boolean rebuilds(int flush) throws Exception {
        history.clear();
        long flushed = System.nanoTime();
        String reply = server.redis("FLUSHALL");
        boolean said = false;
        BoardOracle.Page page;
        boolean right;
        do {
            note();
            page = board.page(1);
            said |= page.state().equals("rebuilding");
            right = page.state().equals("live") && isPlausible(page);
            LockSupport.parkNanos(LOOK.toNanos());
        } while (!(right && said) && System.nanoTime() - flushed < LONGEST.toNanos());
        System.out.printf("FLUSHALL %d (%s): %s, %s after %.2f s with %d people%n", flush, reply,
                said ? "said that it rebuilds" : "NEVER SAID that it rebuilds",
                right ? "right" : "NOT RIGHT", seconds(flushed), page.total());
        return right && said;
    }

    /** At least everybody of a moment ago, at most everybody of now. */
    private boolean isPlausible(BoardOracle.Page page) throws SQLException {
        long earliest = System.nanoTime() - LAG.toNanos();
        while (history.size() > 1 && history.peekFirst()[0] < earliest) {
            history.removeFirst();
        }
        return page.total() >= history.getFirst()[1] && page.total() <= BoardOracle.people(database);
    }

    private void note() throws SQLException {
        history.addLast(new long[] {System.nanoTime(), BoardOracle.people(database)});
    }

    private boolean awaitEqual(long flushed) throws SQLException, IOException {
        while (System.nanoTime() - flushed < LONGEST.toNanos()) {
            if (board.page(1).state().equals("live") && board.shown().equals(BoardOracle.expected(database))) {
                return true;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        return false;
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
