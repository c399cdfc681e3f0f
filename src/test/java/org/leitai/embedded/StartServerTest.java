package org.leitai.embedded;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.leitai.support.ApiWorker;
import org.leitai.support.LeitaiServer;

/** The built server, started with nothing configured, the way the README says. */
class StartServerTest {

    /** Promised: 15 s on two quiet cores. The rest is for machines that build something else at the same time. */
    private static final Duration READY = Duration.ofSeconds(60);

    private static final Pattern PASSWORD = Pattern.compile("一次性密码 ([a-z2-9-]{19})");

    private static LeitaiServer server;
    private static Duration took;

    @BeforeAll
    static void start() {
        server = LeitaiServer.fresh();
        took = server.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void isReadySoonAndSaysWhereToGo() {
        assertThat(took).isLessThan(READY);
        assertThat(server.output())
                .contains(server.url() + "/c/demo\n", server.url() + "/c/demo/r/1/board\n", server.url() + "/staff\n");
        assertThat(server.errors()).isEmpty();
    }

    @Test
    void printsThePasswordOfTheFirstAccountOnce() {
        String password = password();
        assertThat(server.output().lines().filter(line -> line.contains(password)))
                .singleElement()
                .asString()
                .contains("admin");
    }

    @Test
    void everyAddressThatItPrintsAnswers() {
        for (String path : new String[] {"/", "/c/demo", "/c/demo/r/1/board", "/staff"}) {
            given().baseUri(server.url())
                    .header("Accept", "text/html")
                    .get(path)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void itsPostgresKeepsWhatItAcknowledges() {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(server.query("show " + setting).getFirst()).as(setting).containsExactly("on");
        }
    }

    @Test
    void afterARestartEverythingIsStillThere() {
        var worker = ApiWorker.register(server, "高山");
        JsonPath before = worker.start();
        worker.answer(before.getString("ticket"), 1, 1, "B").then().statusCode(200);

        server.stop();
        server.start();

        assertThatNothingIsLost(worker, before);
    }

    @Test
    void afterAKillEverythingAcknowledgedIsStillThere() {
        var worker = ApiWorker.register(server, "流水");
        JsonPath before = worker.start();
        worker.answer(before.getString("ticket"), 1, 1, "B").then().statusCode(200);

        server.kill();
        server.start();

        assertThatNothingIsLost(worker, before);
    }

    @Test
    void aSecondInstanceOnTheSameDataSaysSoInOneLineAndEnds() {
        var second = server.onTheSameData();

        assertThat(second.startInVain()).isEqualTo(1);
        assertThat(second.errors().lines())
                .singleElement()
                .asString()
                .contains("another instance uses the data folder", server.data().toString());
    }

    @Test
    void aSecondInstanceOnTheSamePortSaysSoInOneLineAndEnds() {
        var second = server.onTheSamePort();

        assertThat(second.startInVain()).isEqualTo(1);
        assertThat(second.errors().lines())
                .singleElement()
                .asString()
                .contains("port " + server.port() + " is taken", "QUARKUS_HTTP_PORT");
        assertThat(second.output()).isEmpty();
    }

    @Test
    void noLogKnowsAPhoneNumberACodeOrAPassword() {
        var worker = ApiWorker.register(server, "欧阳无痕");
        ApiWorker.registration(server, worker.name(), worker.phone(), worker.unit())
                .then()
                .statusCode(409);
        ApiWorker.registration(server, worker.name(), worker.phone() + "x", "no unit")
                .then()
                .statusCode(422);
        worker.takePart(3);
        String log = server.output()
                .lines()
                .filter(line -> !PASSWORD.matcher(line).find())
                .collect(Collectors.joining("\n"));

        String logs = log + server.errors() + log("postgres.log") + log("redis/redis.log");

        assertThat(logs).contains("Leitai is ready", "database system is ready", "Redis");
        assertThat(logs).doesNotContain(worker.phone(), worker.name(), worker.code(), worker.cookie(), password());
    }

    private static void assertThatNothingIsLost(ApiWorker worker, JsonPath before) {
        JsonPath after = worker.state();
        assertThat(after.getInt("attempt")).isEqualTo(before.getInt("attempt"));
        assertThat(after.getLong("deadlineMillis")).isEqualTo(before.getLong("deadlineMillis"));
        assertThat(after.getList("slots.stem")).isEqualTo(before.getList("slots.stem"));
        assertThat(after.getList("slots.options")).isEqualTo(before.getList("slots.options"));
        assertThat(after.getList("answers[0].answer")).isEqualTo(List.of("B"));
        worker.answer(before.getString("ticket"), 2, 2, "C").then().statusCode(200);
    }

    /** Of the latest start; as long as nobody signs in, each start makes a new one. */
    private static String password() {
        return PASSWORD.matcher(server.output())
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .group(1);
    }

    private static String log(String file) {
        Path path = server.data().resolve(file);
        try {
            return Files.exists(path) ? Files.readString(path) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
