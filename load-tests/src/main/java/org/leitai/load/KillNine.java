package org.leitai.load;

import java.time.Duration;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Kills the server again and again under load. Whatever it had acknowledged must be in the database once, and in the result. */
final class KillNine {

    private static final Duration LOOK = Duration.ofMillis(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LAST_WORK = Duration.ofSeconds(2);

    private KillNine() {}

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments, Set.of("kills", "connections", "answers"));
        boolean agrees;
        try (var server = new LocalServer(Options.repository(), Options.data("kill-9"));
                var journal = new Journal(Options.data("kill-9").resolveSibling("kill-9-journal.tsv"))) {
            server.start();
            var shift = new Shift(server, journal, options.get("connections", 32));
            shift.start();
            kill(server, journal, options.get("kills", 10), options.get("answers", 2000));
            LockSupport.parkNanos(LAST_WORK.toNanos());
            shift.end();
            System.out.printf("%n%8d  answers acknowledged%n%8d  hand-ins acknowledged%n%8d  answers sent again%n%8d  other requests sent again%n",
                    journal.answers(), journal.handIns(), shift.retriedAnswers(), shift.retriedOthers());
            System.out.printf("%8d  replies that should not happen%n", shift.refusals().size());
            shift.refusals().stream().distinct().limit(5).forEach(refusal -> System.out.println("          " + refusal));
            try (var database = server.connect()) {
                agrees = Ledger.agrees(database, journal) & shift.refusals().isEmpty();
            }
        }
        System.out.println(agrees ? "nothing lost" : "LOST OR WRONG, see above");
        System.exit(agrees ? 0 : 1);
    }

    /** At a random instant each time, when the server has acknowledged up to so many answers since it was ready. */
    private static void kill(LocalServer server, Journal journal, int times, int most) throws Exception {
        var random = new SplittableRandom();
        for (int kill = 1; kill <= times; kill++) {
            int before = journal.answers();
            awaitAnswers(journal, before + random.nextInt(1, most + 1));
            server.kill();
            int acknowledged = journal.answers() - before;
            long killed = System.nanoTime();
            server.start();
            System.out.printf("kill %2d: after %6d answers; ready again after %.1f s%n",
                    kill, acknowledged, (System.nanoTime() - killed) / 1e9);
        }
    }

    private static void awaitAnswers(Journal journal, int answers) {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (journal.answers() < answers && System.nanoTime() < deadline) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
