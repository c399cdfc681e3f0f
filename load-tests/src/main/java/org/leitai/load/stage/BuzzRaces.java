package org.leitai.load.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.leitai.load.Latencies;
import org.leitai.load.LocalServer;
import org.leitai.load.Options;

/**
 * Races for the buzzer on one machine, with eight seats, the console, the big screen and many spectators: how long from the first press
 * until the winner is on each of them, and whether it is the same one everywhere.
 */
final class BuzzRaces {

    private static final String CODE = "load";
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long SETTLING_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

    private final SocketLoop loop;
    private final HostDesk desk;
    private final List<Watcher> watchers = new ArrayList<>();
    private final List<Watcher> seats = new ArrayList<>();
    private final Map<Watcher.Kind, Latencies> latencies = new EnumMap<>(Watcher.Kind.class);
    private final Latencies slowest = new Latencies();
    private final SplittableRandom random = new SplittableRandom();
    private int wrong;

    private BuzzRaces(SocketLoop loop, HostDesk desk) {
        this.loop = loop;
        this.desk = desk;
        for (Watcher.Kind kind : Watcher.Kind.values()) {
            latencies.put(kind, new Latencies());
        }
    }

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments, Set.of("spectators", "questions", "spread", "warm-up"));
        int questions = options.get("questions", 200);
        int warmUp = options.get("warm-up", 20);
        boolean right;
        try (var server = new LocalServer(Options.repository(), Options.data("stage"));
                var loop = new SocketLoop()) {
            server.start();
            var desk = new HostDesk(server.port(), CODE);
            desk.signIn(Options.data("stage").resolve("server.log"));
            desk.makeFinal(questions + warmUp);
            var races = new BuzzRaces(loop, desk);
            races.gather(server.port(), options.get("spectators", 500));
            races.run(warmUp, options.get("spread", 5), false);
            long cpu = new Vitals(server).cpuMillis();
            long began = System.nanoTime();
            races.run(questions, options.get("spread", 5), true);
            races.print(questions, new Vitals(server).cpuMillis() - cpu, (System.nanoTime() - began) / 1e9);
            right = races.wrong == 0 & agrees(server, questions + warmUp);
        }
        System.out.println(right ? "one winner each, the same everywhere" : "FAILED, see above");
        System.exit(right ? 0 : 1);
    }

    private void gather(int port, int spectators) throws IOException {
        List<String> cookies = desk.takeSeats();
        String console = desk.openConsole();
        loop.ask(() -> {
            for (int team = 1; team <= cookies.size(); team++) {
                seats.add(watcher(port, Watcher.Kind.SEAT, "seat/" + team, cookies.get(team - 1)));
            }
            watcher(port, Watcher.Kind.SCREEN, "host", console);
            watcher(port, Watcher.Kind.SCREEN, "screen", "");
            for (int i = 0; i < spectators; i++) {
                watcher(port, Watcher.Kind.SPECTATOR, "public", "");
            }
            return null;
        });
        await("all sockets open", () -> watchers.stream().allMatch(watcher -> watcher.version() >= 0));
    }

    private Watcher watcher(int port, Watcher.Kind kind, String audience, String cookie) throws IOException {
        var watcher = new Watcher(kind);
        watcher.open(loop, port, watchers.size(), "match/" + CODE + "/" + audience, cookie);
        watchers.add(watcher);
        return watcher;
    }

    /** @param spreadMillis all eight press within so long */
    private void run(int questions, int spreadMillis, boolean counts) throws IOException {
        for (int question = 1; question <= questions; question++) {
            desk.openBuzz();
            long armed = desk.version();
            await("armed", () -> watchers.stream().allMatch(watcher -> watcher.version() >= armed)
                    && seats.stream().allMatch(Watcher::isArmed));
            long first = loop.ask(() -> press(spreadMillis));
            await("a winner", () -> watchers.stream().allMatch(Watcher::hasWinner));
            await("all presses", () -> watchers.stream().allMatch(watcher -> watcher.presses() == seats.size()));
            loop.ask(() -> judge(first, counts));
        }
    }

    /** @return when the first of them presses */
    private long press(int spreadMillis) {
        watchers.forEach(Watcher::forget);
        long start = System.nanoTime() + SETTLING_NANOS + random.nextLong(SETTLING_NANOS);
        long earliest = Long.MAX_VALUE;
        for (Watcher seat : seats) {
            long due = start + random.nextLong(1 + TimeUnit.MILLISECONDS.toNanos(spreadMillis));
            earliest = Math.min(earliest, due);
            loop.at(due, seat::press);
        }
        return earliest;
    }

    private Object judge(long firstPress, boolean counts) {
        int winner = watchers.getFirst().winner();
        long last = 0;
        for (Watcher watcher : watchers) {
            long taken = watcher.winnerNanos() - firstPress;
            last = Math.max(last, taken);
            if (watcher.winner() != winner || watcher.changes() != 1) {
                wrong++;
                System.out.printf("a %s saw team %d after %d changes, others team %d%n",
                        watcher.kind(), watcher.winner() + 1, watcher.changes(), winner + 1);
            }
            if (counts) {
                latencies.get(watcher.kind()).add(taken);
            }
        }
        if (counts) {
            slowest.add(last);
        }
        return null;
    }

    private void print(int questions, long cpuMillis, double seconds) throws IOException {
        System.out.printf("%d races in %.0f s, %d sockets, load average %s; from the first press until the winner is there:%n",
                questions, seconds, watchers.size(), Vitals.load());
        latencies.forEach((kind, times) -> print(kind.plural(), times));
        print("the last of all, by race", slowest);
        System.out.printf("server CPU %.1f ms a race (a race is 1 winner, 7 places and some 4 commands, each to all sockets)%n",
                (double) cpuMillis / questions);
    }

    private static void print(String what, Latencies unsorted) {
        Latencies times = Latencies.sorted(List.of(unsorted));
        System.out.printf("%-26s %8d   p50 %6.1f ms   p99 %6.1f ms   max %6.1f ms%n",
                what, times.count(), times.percentileMillis(50), times.percentileMillis(99), times.percentileMillis(100));
    }

    /** The log has one winner and seven places for each race. */
    private static boolean agrees(LocalServer server, int races) throws Exception {
        String sql = "select count(*) filter (where payload like '%\"type\":\"awarded\"%'), count(*) filter (where payload like '%\"type\":\"followed\"%')"
                + " from match_event join final_match on final_match.id = match_id where code = '" + CODE + "'";
        try (var database = server.connect();
                var statement = database.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            System.out.printf("the log has %d winners and %d places for %d races%n", row.getInt(1), row.getInt(2), races);
            return row.getInt(1) == races && row.getInt(2) == races * (HostDesk.TEAMS - 1);
        }
    }

    private interface Condition {
        boolean holds();
    }

    private void await(String what, Condition condition) {
        long deadline = System.nanoTime() + LONGEST_NANOS;
        while (!loop.ask(condition::holds)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("not within 10 s: " + what);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
