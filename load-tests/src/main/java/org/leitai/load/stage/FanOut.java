package org.leitai.load.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.leitai.load.Latencies;
import org.leitai.load.LocalServer;
import org.leitai.load.Options;

/**
 * A score that changes each second, on thousands of phones: how long until the last has it; whether phones that stall delay the others; how
 * long all need to come back after the server was killed, and what that asks of the database.
 */
final class FanOut {

    private static final String CODE = "load";
    private static final int OPENING_SECONDS = 120;
    private static final int LONGEST_SECONDS = 90;
    private static final int IDLE_SECONDS = 10;
    private static final int LIVELY_PER_SECOND = 8;

    /** What may wait in the kernel for a reader, and one segment that was let in before it was full. */
    private static final long LONGEST_QUEUE_BYTES = (64 + 4) * 1024;

    private final LocalServer server;
    private final HostDesk desk;
    private final Hall hall;
    private final Vitals vitals;
    private final int seconds;
    private final int lively;
    private final Round reading = new Round("all read");
    private final Round stalling = new Round("some stall");
    private int updates;
    private boolean right = true;
    private long longestQueue;

    private FanOut(LocalServer server, HostDesk desk, Hall hall, Options options) {
        this.server = server;
        this.desk = desk;
        this.hall = hall;
        this.vitals = new Vitals(server);
        this.seconds = options.get("seconds", 20);
        this.lively = options.get("lively", 10) * LIVELY_PER_SECOND;
    }

    /** All rounds of a kind. */
    private static final class Round {

        private final String what;
        private final List<Latencies> all = new ArrayList<>();
        private final Latencies last = new Latencies();
        private final Latencies commands = new Latencies();
        private int missing;
        private long cpuMillis;
        private double wallSeconds;

        Round(String what) {
            this.what = what;
        }

        Latencies each() {
            return Latencies.sorted(all);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments, Set.of("phones", "rounds", "seconds", "lively", "stalled", "kills"));
        var data = Options.data("fan-out");
        boolean right;
        try (var server = new LocalServer(Options.repository(), data);
                var loop = new SocketLoop()) {
            server.start();
            var desk = new HostDesk(server.port(), CODE);
            desk.signIn(data.resolve("server.log"));
            desk.makeFinal(10);
            desk.openBuzz(); // a question stands on every phone, as it mostly does
            var hall = new Hall(loop, server.port(), options.get("phones", 5000), "match/" + CODE + "/public");
            var test = new FanOut(server, desk, hall, options);
            test.open();
            test.rounds(options.get("rounds", 3), hall.size() * options.get("stalled", 5) / 100);
            for (int kill = 0; kill < options.get("kills", 1); kill++) {
                test.comeBack(new StatementLog(data.resolve("postgres.log")));
            }
            right = test.right;
        }
        System.out.println(right ? "every phone was up to date, who stalled was let go" : "FAILED, see above");
        System.exit(right ? 0 : 1);
    }

    private void open() throws IOException, InterruptedException {
        check(hall.await(Phone::isLive, OPENING_SECONDS), "all sockets open");
        update(null, 1000); // whatever is done once
        long cpu = vitals.cpuMillis();
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(IDLE_SECONDS));
        System.out.printf("%d sockets open, load average %s; server without updates: %.1f ms CPU a second; heap after a collection %.0f MB%n",
                vitals.sockets(), Vitals.load(), (double) (vitals.cpuMillis() - cpu) / IDLE_SECONDS, vitals.liveHeapMegabytes());
    }

    /** In turn, so that a slow minute of the machine hits both alike. */
    private void rounds(int rounds, int stalled) throws IOException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            play(reading);
            if (stalled > 0) {
                stallingRound(round, stalled);
            }
        }
        print(reading);
        if (stalled > 0) {
            print(stalling);
            double before = reading.each().percentileMillis(99);
            double after = stalling.each().percentileMillis(99);
            System.out.printf("p99 of those who read, while %d of %d stall: %+.1f %%%n", stalled, hall.size(), (after / before - 1) * 100);
        }
    }

    private void stallingRound(int round, int stalled) throws IOException, InterruptedException {
        hall.stall(stalled);
        play(stalling);
        long closed = hall.size() - vitals.sockets();
        System.out.printf("round %d: %d of %d stalled sockets were closed by the server; longest queue %d KB; heap after a collection %.0f MB%n",
                round, closed, stalled, longestQueue / 1024, vitals.liveHeapMegabytes());
        check(closed == stalled, "who stalls is closed, and nobody else");
        check(longestQueue <= LONGEST_QUEUE_BYTES, "no queue is longer than " + LONGEST_QUEUE_BYTES / 1024 + " KB");
        hall.readAgain();
        check(hall.await(Phone::isLive, LONGEST_SECONDS), "who stalled is back");
    }

    /** A lively while that is not counted, then one update a second. */
    private void play(Round round) throws IOException {
        longestQueue = 0;
        for (int i = 0; i < lively; i++) {
            update(null, 1000 / LIVELY_PER_SECOND);
        }
        long cpu = vitals.cpuMillis();
        long began = System.nanoTime();
        for (int i = 0; i < seconds; i++) {
            update(round, 1000);
        }
        round.cpuMillis += vitals.cpuMillis() - cpu;
        round.wallSeconds += (System.nanoTime() - began) / 1e9;
        long version = desk.version();
        check(hall.await(phone -> phone.isStalled() || phone.version() == version, 5), "everybody who reads has the newest");
    }

    /** One point more or less for a team. */
    private void update(Round round, int untilNextMillis) throws IOException {
        hall.expect(desk.version() + 1);
        long sent = System.nanoTime();
        desk.adjust(updates / 2 % HostDesk.TEAMS + 1, updates % 2 == 0 ? 1 : -1);
        long answered = System.nanoTime();
        updates++;
        long due = sent + TimeUnit.MILLISECONDS.toNanos(untilNextMillis);
        longestQueue = Math.max(longestQueue, vitals.longestQueueBytes());
        while (due - System.nanoTime() > 0) {
            LockSupport.parkNanos(due - System.nanoTime());
        }
        if (round != null) {
            Hall.Delivery delivery = hall.delivery(sent);
            round.all.add(delivery.all());
            round.last.add(delivery.last());
            round.commands.add(answered - sent);
            round.missing += delivery.missing();
        }
    }

    private void print(Round round) throws IOException {
        Latencies each = round.each();
        Latencies last = Latencies.sorted(List.of(round.last));
        int count = round.last.count();
        System.out.printf("%-11s %d updates, 1/s, load average %s: each phone p50 %.0f, p99 %.0f, max %.0f ms; the last phone p50 %.0f, p99 %.0f ms;"
                        + " %d deliveries later than 1 s; the command itself p50 %.1f ms%n",
                round.what, count, Vitals.load(), each.percentileMillis(50), each.percentileMillis(99), each.percentileMillis(100),
                last.percentileMillis(50), last.percentileMillis(99), round.missing,
                Latencies.sorted(List.of(round.commands)).percentileMillis(50));
        System.out.printf("            server CPU %.0f ms an update with all pings, %.1f ms for 1,000 sockets; %.0f %% of one processor%n",
                (double) round.cpuMillis / count, (double) round.cpuMillis / count / hall.size() * 1000, round.cpuMillis / round.wallSeconds / 10);
    }

    private void comeBack(StatementLog log) throws Exception {
        try (var database = server.connect()) {
            StatementLog.begin(database);
        }
        server.kill();
        long killed = System.nanoTime();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100)); // what was under way has arrived
        hall.leave();
        server.start();
        long ready = System.nanoTime();
        long from = log.position();
        long cpu = vitals.cpuMillis();
        check(hall.await(phone -> phone.backNanos() != 0 && phone.isLive(), LONGEST_SECONDS), "all are back");
        long to = log.position();
        double took = (System.nanoTime() - ready) / 1e9;
        System.out.printf("killed, ready again after %.1f s; all sockets back %.1f s after that; load average %s%n", (ready - killed) / 1e9, took, Vitals.load());
        print("shows the newest again", hall.since(ready, Phone::backNanos));
        print("has a socket again", hall.since(ready, Phone::socketBackNanos));
        System.out.printf("%.1f handshakes and %.1f polls a phone, %.0f ms CPU a thousand phones%n", (double) hall.sum(Phone::opened) / hall.size(),
                (double) hall.sum(Phone::polled) / hall.size(), (double) (vitals.cpuMillis() - cpu) * 1000 / hall.size());
        statements(log, from, to, took);
        desk.hangUp();
        desk.state();
        update(null, 2000);
        long version = desk.version();
        check(hall.await(phone -> phone.version() == version, 5), "all have what happens after the restart");
    }

    /** Those of the herd, less what the server says by itself in as much time. */
    private void statements(StatementLog log, long from, long to, double took) throws Exception {
        long quietFrom = log.position();
        LockSupport.parkNanos((long) (took * 1e9));
        var quiet = log.statements(quietFrom, log.position());
        var herd = log.statements(from, to);
        int extra = 0;
        for (var statement : herd.entrySet()) {
            int more = statement.getValue() - quiet.getOrDefault(statement.getKey(), 0);
            extra += Math.max(0, more);
            if (more > 0) {
                System.out.printf("%8d more than in %.0f quiet seconds: %s%n", more, took, statement.getKey());
            }
        }
        System.out.printf("%d statements while %d phones came back, %d in as much quiet time: %.4f a phone%n",
                total(herd), hall.size(), total(quiet), (double) extra / hall.size());
        check(extra * 20 < Math.max(hall.size(), 1000), "coming back asks nothing of the database");
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void print(String what, Latencies times) {
        System.out.printf("%-24s p50 %5.1f s   p99 %5.1f s   max %5.1f s after the server was ready%n",
                what, times.percentileMillis(50) / 1000, times.percentileMillis(99) / 1000, times.percentileMillis(100) / 1000);
    }

    private void check(boolean holds, String what) {
        if (!holds) {
            right = false;
            System.out.println("WRONG: not so: " + what);
        }
    }
}
