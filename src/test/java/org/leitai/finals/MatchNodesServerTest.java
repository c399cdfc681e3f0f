package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.embedded.LocalServers;
import org.leitai.support.LeitaiServer;
import org.leitai.support.StageCrew;
import org.leitai.support.StageLine;

/** Two real nodes on one PostgreSQL and one Redis, one of which is killed or frozen in the middle of a match. */
class MatchNodesServerTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    /** Promised: two seconds of lease and 0.7 until the next look; the rest is for machines that build something else. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(3);

    private static final Duration BUSY = Duration.ofSeconds(2);
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final String RULES = """
        title: 测试规则
        teams: 3
        segments:
          - title: 抢答
            kind: buzzer
            questions: 6
            points: { right: 10, wrong: -10 }
            seconds: { answer: 60 }
            buzz: { opening: after-word, foul: ignore }
        """;

    private static LocalServers servers;
    private static Path data;
    private static LeitaiServer first;
    private static LeitaiServer second;
    private static StageCrew crew;

    private final List<StageLine> lines = new ArrayList<>();
    private String code;

    @BeforeAll
    static void twoNodes() throws IOException {
        Path target = Path.of("target", "servers").toAbsolutePath();
        data = Files.createTempDirectory(Files.createDirectories(target), "stage");
        servers = LocalServers.start(data, target.resolve("programs"));
        first = LeitaiServer.node(servers);
        first.start();
        crew = StageCrew.of(first);
        second = LeitaiServer.node(servers);
        second.start();
    }

    @AfterAll
    static void stop() throws IOException {
        first.close();
        second.close();
        servers.close();
    }

    /** Run by the first node, with a question on. */
    @BeforeEach
    void aMatch() {
        if (!first.isRunning()) {
            first.start();
        }
        code = "nodes-" + NEXT.incrementAndGet();
        String written = String.join(
                "\n",
                IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> "题目" + i + " | 答案" + i)
                        .toList());
        crew.makeFinal(first, code, "甲队\n乙队\n丙队", written, RULES);
        command(first, "next");
        command(first, "next");
    }

    @AfterEach
    void hangUp() {
        lines.forEach(StageLine::close);
    }

    @Test
    void aSeatOnAnotherNodeBuzzesLikeAnyOther() {
        StageLine far = seat(second, 1);
        StageLine near = seat(first, 2);
        StageLine console = line(first, "host", crew.console(first, code));
        await().atMost(SOON)
                .until(() ->
                        console.state() != null && online(console.state(), 0) == 1 && online(console.state(), 1) == 1);

        openBuzz(second);
        press(far, 1);
        await().atMost(SOON).until(() -> answering(console) == 0);
        press(near, 1);
        await().atMost(SOON).until(() -> console.state().get("buzz").size() == 2);
        assertThat(console.state().at("/buzz/1/team").asInt()).isEqualTo(1);

        command(second, "rule", "verdict", "wrong");
        command(second, "next");
        await().atMost(SOON).until(() -> console.state().get("scene").asText().equals("answer"));
        command(second, "next");
        command(second, "next");
        openBuzz(second);
        press(near, 2);
        await().atMost(SOON).until(() -> answering(console) == 1);
        press(far, 2);
        await().atMost(SOON).until(() -> far.state().at("/seat/place").asInt() == 2);
        assertThat(events("awarded")).isEqualTo(2);

        far.close();
        await().atMost(SOON).until(() -> online(console.state(), 0) == 0);
    }

    @Test
    @DisplayName("FN13 what the rules or the version refuse, another node refuses in the same words")
    void aRefusalComesBackAsItIs() {
        Response here = tried(first, "resume");
        Response there = tried(second, "resume");
        assertThat(there.statusCode()).isEqualTo(here.statusCode()).isBetween(400, 499);
        assertThat(there.jsonPath().getString("title"))
                .isEqualTo(here.jsonPath().getString("title"));
        assertThat(there.header("ETag")).isEqualTo(here.header("ETag"));
        assertThat(crew.command(second, code, 0, "next").statusCode()).isEqualTo(409);
    }

    @Test
    @DisplayName(
            "FN10 killed after the winner is in the log and before anybody saw it: the same winner, and no second one")
    void aWinnerThatNobodySawStaysTheWinner() throws SQLException {
        StageLine killed = seat(first, 2);
        StageLine left = seat(second, 3);
        openBuzz(first);
        await().atMost(SOON).until(() -> left.state().at("/seat/state").asText().equals("armed"));

        // A commit that waits for a standby which does not exist: it is durable, and nobody is told.
        postgres("alter system set synchronous_standby_names = 'nobody'", "select pg_reload_conf()");
        try {
            press(killed, 1);
            await().atMost(SOON)
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> query("select count(*) from pg_stat_activity where wait_event = 'SyncRep'"
                                    + " and query ilike 'commit%'")
                            > 0);
            first.kill();
        } finally {
            postgres("alter system reset synchronous_standby_names", "select pg_reload_conf()");
        }

        await().atMost(SOON).until(() -> answering(left) == 1);
        press(left, 1);
        await().atMost(SOON)
                .until(() -> !left.acks().isEmpty() || crew.state(second, code).getInt("answering") == 1);
        assertThat(events("awarded")).isEqualTo(1);
        assertThat(crew.state(second, code).getInt("answering")).isEqualTo(1);
    }

    @Test
    void anotherNodeTakesOverWithTheSameClock() {
        openBuzz(first);
        command(first, "award", "team", 1);
        StageLine screen = line(second, "screen", "");
        await().atMost(SOON)
                .until(() -> screen.state() != null && screen.state().has("clock"));
        JsonNode before = screen.state();
        String epoch = screen.frames().getLast().get("epoch").asText();

        first.kill();
        long killedNanos = System.nanoTime();
        await().atMost(SOON)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> !screen.frames().getLast().get("epoch").asText().equals(epoch));
        Duration took = Duration.ofNanos(System.nanoTime() - killedNanos);

        JsonNode after = screen.state();
        System.out.printf("taken over after %d ms%n", took.toMillis());
        assertThat(took).isLessThan(TAKE_OVER.plus(BUSY));
        assertThat(after.at("/clock/endsAt").asLong())
                .isEqualTo(before.at("/clock/endsAt").asLong());
        assertThat(after.get("at").asLong() - before.get("at").asLong()).isBetween(0L, 60_000L);
        command(second, "rule", "verdict", "right");
        assertThat(crew.state(second, code).getString("teams[0].score")).isEqualTo("10");
    }

    @Test
    @DisplayName("FN11 a node that slept while another took over can change nothing and shows what is true")
    void aNodeThatSleptIsOvertaken() {
        StageLine sleeping = line(first, "screen", "");
        StageLine seat = seat(first, 1);
        openBuzz(first);
        await().atMost(SOON)
                .until(() -> seat.state() != null
                        && seat.state().at("/seat/state").asText().equals("armed"));
        long nonce = seat.state().at("/seat/nonce").asLong();
        long stale = version();

        first.freeze();
        try {
            seat.say("{\"press\":" + nonce + ",\"n\":1}");
            await().atMost(SOON).until(() -> tried(second, "award", "team", 3).statusCode() == 200);
            command(second, "rule", "verdict", "right");
        } finally {
            first.thaw();
        }

        assertThat(crew.command(first, code, stale, "lapse").statusCode()).isEqualTo(409);
        await().atMost(SOON).until(() -> sleeping.state().at("/ruling/team").asInt(-1) == 2);
        command(first, "next");
        await().atMost(SOON).until(() -> sleeping.state().get("scene").asText().equals("answer"));
        assertThat(events("awarded")).isEqualTo(1);
        List<Long> shown = sleeping.frames().stream()
                .map(frame -> frame.at("/state/v").asLong())
                .toList();
        assertThat(shown).isSorted();
    }

    @Test
    @DisplayName("FN17 a pause outlives the server: the clock stands still and goes on with what was left")
    void aPauseOutlivesTheServer() {
        openBuzz(first);
        command(first, "award", "team", 1);
        command(first, "pause", "reason", "net");
        long left = crew.state(first, code).getLong("clock.remaining");

        first.kill();
        await().atMost(SOON)
                .until(() -> tried(second, "adjust", "team", 1, "points", "0", "reason", "r")
                                .statusCode()
                        != 503);
        assertThat(crew.state(second, code).getLong("clock.remaining")).isEqualTo(left);

        command(second, "resume");
        var state = crew.state(second, code);
        assertThat(state.getLong("clock.endsAt") - state.getLong("at")).isBetween(left - 2_000, left);
    }

    @Test
    void afterPostgresWasKilledTheMatchGoesOnByItself() throws IOException {
        openBuzz(first);
        StageLine seat = seat(second, 2);
        long before = version();

        long killedNanos = System.nanoTime();
        killPostgres();
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        crew.command(first, code, before, "award", "team", 2).statusCode() == 200);
        System.out.printf(
                "PostgreSQL killed; the next command was done after %d ms%n",
                (System.nanoTime() - killedNanos) / 1_000_000);

        await().atMost(SOON).until(() -> answering(seat) == 1);
        assertThat(events("awarded")).isEqualTo(1);
        assertThat(version()).isEqualTo(before + 1);
    }

    @Test
    @DisplayName("WS5 who comes back to a node that does not run the match asks the database nothing")
    void comingBackAsksTheDatabaseNothing() throws SQLException {
        line(second, "public", "");
        line(second, "screen", "");
        String device = crew.seat(second, code, 1);
        postgres("alter system set log_statement = 'all'", "select pg_reload_conf()");
        try {
            for (int i = 0; i < 50; i++) {
                StageLine.open(second, topic("public"), "").close();
                StageLine.open(second, topic("screen"), "").close();
            }
            StageLine.open(second, topic("seat/1"), device).close();
        } finally {
            postgres("alter system reset log_statement", "select pg_reload_conf()");
        }
        assertThat(statements("from match_seat")).isEqualTo(1);
        assertThat(statements("from final_match", "from match_event", "from match_question"))
                .isZero();
    }

    private static long statements(String... about) {
        try (Stream<String> lines = Files.lines(data.resolve("postgres.log"))) {
            return lines.filter(line -> line.contains("execute") || line.contains("statement:"))
                    .filter(line -> Stream.of(about).anyMatch(line::contains))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StageLine seat(LeitaiServer node, int team) {
        StageLine seat = line(node, "seat/" + team, crew.seat(node, code, team));
        await().atMost(SOON).until(() -> seat.state() != null);
        return seat;
    }

    private StageLine line(LeitaiServer node, String end, String cookie) {
        StageLine line = StageLine.open(node, topic(end), cookie);
        lines.add(line);
        return line;
    }

    private String topic(String end) {
        return "match/" + code + "/" + end;
    }

    private void press(StageLine seat, int number) {
        await().atMost(SOON).until(() -> seat.state().at("/seat").has("nonce") || answering(seat) >= 0);
        long nonce = seat.frames().reversed().stream()
                .map(frame -> frame.at("/state/seat/nonce").asLong())
                .filter(seen -> seen > 0)
                .findFirst()
                .orElseThrow();
        seat.say("{\"press\":" + nonce + ",\"n\":" + number + "}");
    }

    private static int answering(StageLine line) {
        return line.state() == null ? -1 : line.state().at("/answering").asInt(-1);
    }

    private static int online(JsonNode state, int team) {
        return state.at("/teams/" + team + "/online").asInt(-1);
    }

    private long version() {
        return query("select coalesce(max(e.version), 0) from match_event e join final_match m on m.id = e.match_id"
                + " where m.code = '" + code + "'");
    }

    private long events(String type) {
        return query("select count(*) from match_event e join final_match m on m.id = e.match_id where m.code = '"
                + code + "' and payload like '%\"type\":\"" + type + "\"%'");
    }

    /** Some teams have no device, on purpose. */
    private void openBuzz(LeitaiServer node) {
        command(node, "open-buzz", "reason", "test");
    }

    private void command(LeitaiServer node, String act, Object... more) {
        Response reply = tried(node, act, more);
        assertThat(reply.statusCode()).as("%s %s", act, reply.asString()).isEqualTo(200);
    }

    private Response tried(LeitaiServer node, String act, Object... more) {
        return crew.command(node, code, version(), act, more);
    }

    private static void killPostgres() throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst());
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void postgres(String... statements) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static long query(String sql) {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(), servers.jdbcUser(), "");
    }
}
