package org.leitai.load;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plays a match into each of its states and lets something die there: the console, a seat, PostgreSQL, the server. Afterwards everybody
 * must see what they saw before, the clock within 100 ms, and there must be one winner.
 */
final class StageFaults {

    private static final Logger DRIVER = Logger.getLogger("org.postgresql");
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long CLOCK_MILLIS = 100;
    private static final String TEAMS = "甲队\n乙队\n丙队";
    private static final String WRITTEN =
            IntStream.rangeClosed(1, 20).mapToObj(i -> "题目" + i + " | 答案" + i).collect(Collectors.joining("\n"));
    private static final String RULES = """
        title: 故障演练
        teams: 3
        segments:
          - title: 抢答
            kind: buzzer
            questions: 6
            points: { right: 10, wrong: -10 }
            seconds: { answer: 600 }
            buzz: { opening: after-word, foul: ignore }
          - title: 必答
            kind: required
            points: { right: 10, wrong: 0 }
            seconds: { think: 600 }
        """;

    /** How a match gets into each state; {@code press 2} is the button of the second team, all else a command. */
    private enum State {
        IDLE("{'act':'next'}"),
        QUESTION_SHOWN(IDLE, "{'act':'next'}"),
        BUZZ_ARMED(QUESTION_SHOWN, "{'act':'open-buzz','reason':'no devices'}"),
        ANSWERING(BUZZ_ARMED, "press 2"),
        PAUSED(ANSWERING, "{'act':'pause','reason':'cable'}"),
        RULED(ANSWERING, "{'act':'rule','verdict':'right'}"),
        REVEALED(RULED, "{'act':'next'}"),
        CLOCK_RUNNING("{'act':'open-segment','segment':1}", "{'act':'next'}", "{'act':'start-clock'}"),
        FINISHED("{'act':'adjust','team':3,'points':'7.5','reason':'test'}", "{'act':'finish'}");

        private final List<String> steps = new ArrayList<>();

        State(String... more) {
            steps.addAll(List.of(more));
        }

        State(State before, String... more) {
            steps.addAll(before.steps);
            steps.addAll(List.of(more));
        }
    }

    private enum Fault { CONSOLE, SEAT, POSTGRES, SERVER }

    /** What must not change; the clock in milliseconds: its end while it runs, else what is left, -1 without one. */
    private record Seen(long version, String scene, String window, String answering, List<String> scores, boolean running, long clockMillis) {

        static Seen in(String json) {
            Matcher ends = Pattern.compile("\"endsAt\":(\\d+)").matcher(json);
            Matcher left = Pattern.compile("\"remaining\":(\\d+)").matcher(json);
            boolean running = ends.find();
            return new Seen(
                    Long.parseLong(first(json, "\"v\":(\\d+)")),
                    first(json, "\"scene\":\"([^\"]+)\""),
                    first(json, "\"window\":\"([^\"]+)\""),
                    first(json, "\"answering\":(\\d+)"),
                    Pattern.compile("\"score\":\"([^\"]*)\"").matcher(json).results().map(score -> score.group(1)).toList(),
                    running,
                    running ? Long.parseLong(ends.group(1)) : left.find() ? Long.parseLong(left.group(1)) : -1);
        }

        boolean agrees(Seen other) {
            return version == other.version && scene.equals(other.scene) && window.equals(other.window)
                    && answering.equals(other.answering) && scores.equals(other.scores) && running == other.running
                    && Math.abs(clockMillis - other.clockMillis) <= CLOCK_MILLIS;
        }
    }

    private final LocalServer server;
    private final StageClient client;
    private int matches;
    private int wrong;

    private StageFaults(LocalServer server, StageClient client) {
        this.server = server;
        this.client = client;
    }

    public static void main(String[] arguments) throws Exception {
        var options = new Options(arguments, Set.of("rounds", "from"));
        DRIVER.setLevel(Level.OFF); // it reports at length that the database is away
        int wrong;
        try (var server = new LocalServer(Options.repository(), Options.data("stage-faults"))) {
            server.start();
            var faults = new StageFaults(server, new StageClient(server, Options.data("stage-faults").resolve("server.log")));
            for (int round = 1; round <= options.get("rounds", 1); round++) {
                for (State state : List.of(State.values()).subList(options.get("from", 0), State.values().length)) {
                    for (Fault fault : Fault.values()) {
                        faults.tryOut(state, fault);
                    }
                }
            }
            wrong = faults.wrong;
        }
        System.out.println(wrong == 0 ? "every state survived" : wrong + " FAILED, see above");
        System.exit(wrong == 0 ? 0 : 1);
    }

    private void tryOut(State state, Fault fault) throws Exception {
        String code = "faults-" + ++matches;
        client.makeFinal(code, TEAMS, WRITTEN, RULES);
        List<String> cookies = List.of(client.seat(code, 1), client.seat(code, 2), client.seat(code, 3));
        String console = client.console(code);
        play(state, code, cookies);
        Seen before = Seen.in(client.state(code));
        long winners = winners(code);

        long from = System.nanoTime();
        long backAfter;
        try (var host = client.open("match/" + code + "/host", console);
                var seat = client.open("match/" + code + "/seat/1", cookies.get(0))) {
            switch (fault) {
                case CONSOLE -> host.close();
                case SEAT -> seat.close();
                case POSTGRES -> ProcessHandle.of(server.postgresPid()).orElseThrow().destroyForcibly();
                case SERVER -> {
                    server.kill();
                    server.start();
                }
            }
            backAfter = back(code, from, fault);
        }
        boolean same;
        try (var host = client.open("match/" + code + "/host", console);
                var seat = client.open("match/" + code + "/seat/1", cookies.get(0))) {
            Seen after = Seen.in(host.frame());
            same = before.agrees(after) && before.agrees(Seen.in(client.state(code)))
                    && Seen.in(seat.frame()).version() == after.version();
            if (!same) {
                System.out.printf("  before %s%n  after  %s%n", before, after);
            }
        }
        boolean single = oneWinner(state, code, cookies, winners);
        boolean goesOn = state == State.FINISHED || goesOn(code);
        boolean right = same && single && goesOn;
        wrong += right ? 0 : 1;
        System.out.printf("%-14s %-9s back after %5d ms  same %s  one winner %s  goes on %s%s%n",
                state, fault, backAfter, same, single, goesOn, right ? "" : "  <== WRONG");
    }

    private void play(State state, String code, List<String> cookies) throws Exception {
        for (String step : state.steps) {
            if (step.startsWith("press ")) {
                press(code, Integer.parseInt(step.substring(6)), cookies);
                await(() -> !Seen.in(client.state(code)).answering().isEmpty());
            } else if (client.command(code, Seen.in(client.state(code)).version(), step.replace('\'', '"')) != 200) {
                throw new IOException(state + ": refused " + step);
            }
        }
    }

    private void press(String code, int team, List<String> cookies) {
        try (var seat = client.open("match/" + code + "/seat/" + team, cookies.get(team - 1))) {
            String nonce = first(seat.frame(), "\"nonce\":(\\d+)");
            seat.say("{\"press\":" + (nonce.isEmpty() ? "1" : nonce) + ",\"n\":" + System.currentTimeMillis() + "}");
            LockSupport.parkNanos(LOOK.toNanos() * 4); // for what it says to arrive before it hangs up
        }
    }

    /** How long until the server answers again. */
    private long back(String code, long from, Fault fault) throws Exception {
        if (fault == Fault.POSTGRES) {
            await(() -> server.isDatabaseUp());
        }
        await(() -> Seen.in(client.state(code)).version() >= 0);
        return (System.nanoTime() - from) / 1_000_000;
    }

    /** Everybody presses now; whoever had won has won, and an open buzz has exactly one winner. */
    private boolean oneWinner(State state, String code, List<String> cookies, long before) throws Exception {
        for (int team = 1; team <= cookies.size(); team++) {
            press(code, team, cookies);
        }
        long expected = state == State.BUZZ_ARMED ? before + 1 : before;
        if (state == State.BUZZ_ARMED) {
            await(() -> winners(code) >= expected);
        }
        return winners(code) == expected;
    }

    private boolean goesOn(String code) throws Exception {
        long[] version = new long[1];
        await(() -> {
            version[0] = Seen.in(client.state(code)).version();
            return client.command(code, version[0], "{\"act\":\"adjust\",\"team\":1,\"points\":\"1\",\"reason\":\"test\"}") == 200;
        });
        return Seen.in(client.state(code)).version() == version[0] + 1;
    }

    private long winners(String code) throws SQLException {
        try (var connection = server.connect();
                var statement = connection.prepareStatement("select count(*) from match_event e join final_match m on m.id = e.match_id"
                        + " where m.code = ? and e.payload like '%\"type\":\"awarded\"%'")) {
            statement.setString(1, code);
            var row = statement.executeQuery();
            row.next();
            return row.getLong(1);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(Condition condition) throws Exception {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        Exception last = null;
        while (System.nanoTime() < deadline) {
            try {
                if (condition.holds()) {
                    return;
                }
            } catch (IOException | SQLException | RuntimeException notYet) {
                last = notYet;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
        throw new IOException("nothing within " + LONGEST.toSeconds() + " s", last);
    }

    private static String first(String json, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }
}
