package org.leitai.finals.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.Head;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.MatchId;
import org.leitai.finals.TestFinals;
import org.leitai.finals.log.MatchFileReader.Reading;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.Verdict;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.StaffSession;
import org.leitai.support.Uploads;

/** The hall's server is played by the file's own format: what it would export is written here with the key that it was given. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class HandoverHttpTest {

    private static final LogKey HALL_SERVER = LogKey.of(new byte[LogKey.SEED_BYTES]);

    @Inject
    TestFinals finals;

    @Inject
    MatchArchive archive;

    @Inject
    LogStore log;

    @Inject
    HandoverStore handovers;

    @Inject
    Sql sql;

    private String code;
    private String organizer;
    private MatchId match;

    @BeforeEach
    void aFinal() {
        code = finals.make();
        organizer = StaffSession.as("organizer").cookie();
        match = archive.find(code).orElseThrow().id();
        command("next");
        command("next");
    }

    @Test
    void anExportIsForStaffAndHolds() {
        byte[] file = get("/export").then().statusCode(200).extract().asByteArray();
        MatchFile read = read(file);
        assertThat(read.setUp().code()).isEqualTo(code);
        assertThat(read.entries()).hasSize(2);
        assertThat(new String(file, StandardCharsets.UTF_8))
                .contains("canary-key-1\"")
                .doesNotContain("canary-key-2\"");
        Response verdict = send("verify", file);
        assertThat(verdict.statusCode()).isEqualTo(200);
        assertThat(verdict.asString()).contains("文件完好", "（本服务器）");
        given().cookie(StaffSession.COOKIE, StaffSession.as("scorekeeper").cookie())
                .get("/staff/finals/" + code + "/export")
                .then()
                .statusCode(403);
        assertThat(given().get("/finals/key.pem")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("BEGIN PUBLIC KEY");
    }

    @Test
    void aDamagedFileIsRefusedWithItsLine() {
        String file = get("/export").asString();
        Response refused = send("verify", file.replace("抢答", "必答").getBytes(StandardCharsets.UTF_8));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("第 2 行与校验值不符");
        assertThat(send("import", "rubbish".getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(422);
        assertThat(send("import", new byte[0]).statusCode()).isEqualTo(422);
    }

    @Test
    void onlyTheFilesOfFinalsMayBeLarge() {
        byte[] large = new byte[300 * 1024];
        assertThat(send("verify", large).statusCode()).isEqualTo(422);
        given().cookie(StaffSession.COOKIE, organizer)
                .formParam("reason", "x".repeat(300 * 1024))
                .post("/staff/finals/" + code + "/handover")
                .then()
                .statusCode(413);
    }

    @Nested
    class HandedOut {

        private MatchFile given;

        @BeforeEach
        void handedOut() {
            post("hand-out", "").then().statusCode(303);
            given = read(get("/handover/file").then().statusCode(200).extract().asByteArray());
        }

        @Test
        void nothingCanBeDoneHereUntilItIsTakenBack() {
            assertThat(given.questions()).hasSize(14);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                Response refused = tryCommand("next");
                assertThat(refused.statusCode()).isEqualTo(409);
                assertThat(refused.jsonPath().getString("code")).isEqualTo("finals.handed-out");
            });
            post("hand-out", "").then().statusCode(409);
            post("take-back", " ").then().statusCode(422);
            post("take-back", "cable").then().statusCode(303);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(tryCommand("next").statusCode()).isEqualTo(200));
            assertThat(sql.rows(
                            "select action, reason from audit_entry where subject = ? order by position desc limit 2",
                            code))
                    .contains("finals.taken-back|cable", "finals.handed-out|");
            Response late = send("import", hall(played(given), given));
            assertThat(late.statusCode()).isEqualTo(409);
            assertThat(late.asString()).contains("已经收回");
        }

        @Test
        void whatTheHallPlayedComesBackWholeAndOnce() {
            List<Entry> played = played(given);
            byte[] back = hall(played, given);
            Response taken = send("import", back);
            assertThat(taken.asString()).contains("已交回：新增 3 步，日志到第 5 步");
            assertThat(taken.statusCode()).isEqualTo(200);
            assertThat(hashes(log.entries(match))).isEqualTo(hashes(played));
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertThat(get("/state").jsonPath().getString("teams[1].score"))
                            .isEqualTo("10"));
            long audited = sql.number("select count(*) from audit_entry where subject = ?", code);
            assertThat(send("import", back).asString()).contains("没有改动");
            assertThat(sql.number("select count(*) from audit_entry where subject = ?", code))
                    .isEqualTo(audited);
            await().atMost(Duration.ofSeconds(10))
                    .untilAsserted(
                            () -> assertThat(tryCommand("next").statusCode()).isEqualTo(200));
            assertThat(send("import", back).asString()).contains("没有改动");
        }

        @Test
        void theFileForTheHallIsNoFileForThisServer() {
            Response refused = send("import", get("/handover/file").asByteArray());
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("请在会场的服务器上导入");
        }

        @Test
        void whatTheHallDidNotSignIsRefused() {
            byte[] unsigned =
                    MatchFileWriter.log(given.bodies(), played(given), null, HALL_SERVER, "hall", Instant.EPOCH);
            assertThat(send("import", unsigned).statusCode()).isEqualTo(409);
            var forged = new Handover(given.handover(), new byte[32], given.bodies(), "hall", Instant.EPOCH, 2, null);
            byte[] wrong =
                    MatchFileWriter.log(given.bodies(), played(given), forged, HALL_SERVER, "hall", Instant.EPOCH);
            Response refused = send("import", wrong);
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString()).contains("没有会场的签名");
            assertThat(log.entries(match)).hasSize(2);
        }

        @Test
        void anotherSetUpIsRefused() {
            var other = new FileBodies(
                    given.bodies().setUp().replace("测试决赛", "另一场"),
                    given.bodies().questions());
            var hall = new Handover(given.handover(), given.seed(), other, "hall", Instant.EPOCH, 2, null);
            Response refused =
                    send("import", MatchFileWriter.log(other, played(given), hall, HALL_SERVER, "hall", Instant.EPOCH));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString()).contains("赛前设置与移交出去的不同");
        }

        @Test
        void aLogThatDepartsFromTheOneHereIsRefusedWhole() {
            List<Entry> departed = new ArrayList<>();
            Entry first = log.entries(match).getFirst();
            Head head = Head.START.next("somebody", first.at(), first.payload());
            departed.add(new Entry(1, "somebody", first.at(), first.payload(), head.hash()));
            Entry second = log.entries(match).get(1);
            Head next = head.next(second.author(), second.at(), second.payload());
            departed.add(new Entry(2, second.author(), second.at(), second.payload(), next.hash()));
            Response refused = send("import", hall(departed, given));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("这一步与这里的日志不同");
            assertThat(log.entries(match)).hasSize(2);
            assertThat(handovers.all(match).getFirst().open()).isTrue();
        }

        @Test
        void theHallMakesTheSameMatchOfIt() {
            byte[] file = get("/handover/file").asByteArray();
            // The same database plays the hall's: the match is known there by another code.
            String elsewhere = code + "-hall";
            var bodies = new FileBodies(
                    given.bodies().setUp().replace("\"" + code + "\"", "\"" + elsewhere + "\""),
                    given.bodies().questions());
            var hall = new Handover(77, given.seed(), bodies, "organizer", Instant.EPOCH, 2, null);
            byte[] forHall = MatchFileWriter.handover(hall, given.entries(), HALL_SERVER);
            assertThat(file).isNotEmpty();
            assertThat(send("import", forHall).asString()).contains("已接收，日志到第 2 步");
            assertThat(send("import", forHall).asString()).contains("没有改动");
            var there = archive.find(elsewhere).orElseThrow();
            assertThat(there.questions())
                    .isEqualTo(archive.find(code).orElseThrow().questions());
            byte[] back = given().cookie(StaffSession.COOKIE, organizer)
                    .get("/staff/finals/" + elsewhere + "/export")
                    .asByteArray();
            MatchFile read = read(back);
            assertThat(read.bodies().setUp()).isEqualTo(bodies.setUp());
            assertThat(read.handover()).isEqualTo(77);
            assertThat(LogKey.verifies(
                            LogKey.of(given.seed()).publicKey(),
                            Handover.statement(bodies.setUpHash(), read.head()),
                            read.returned()))
                    .isTrue();
            assertThat(given().cookie(StaffSession.COOKIE, organizer)
                            .get("/staff/finals/" + elsewhere + "/handover")
                            .asString())
                    .contains("本服务器是会场");
        }

        @Test
        void itIsTheOrganizersToHandOver() {
            String host = StaffSession.as("host").cookie();
            given().cookie(StaffSession.COOKIE, host)
                    .formParam("act", "take-back")
                    .formParam("reason", "r")
                    .post("/staff/finals/" + code + "/handover")
                    .then()
                    .statusCode(403);
            given().cookie(StaffSession.COOKIE, host)
                    .get("/staff/finals/" + code + "/handover/file")
                    .then()
                    .statusCode(403);
            given().cookie(StaffSession.COOKIE, host)
                    .get("/staff/finals/" + code + "/handover")
                    .then()
                    .statusCode(200);
        }
    }

    /** What was handed out, and three steps more: the buzz, who got it, and that the answer was right. */
    private List<Entry> played(MatchFile given) {
        var entries = new ArrayList<>(given.entries());
        MatchState state = given.state();
        Instant at = given.entries().getLast().at().plusSeconds(60);
        for (MatchCommand command : List.of(
                new MatchCommand.OpenBuzz(), new MatchCommand.Award(2), new MatchCommand.Rule(2, Verdict.RIGHT))) {
            var accepted = (org.leitai.finals.match.Decision.Accepted) Match.decide(state, command, at);
            for (var event : accepted.events()) {
                String payload = new MatchEventFormat().toJson(event);
                Head head = entries.getLast().head().next("hall", at, payload);
                entries.add(new Entry(head.version(), "hall", at, payload, head.hash()));
                state = state.apply(new Stamped(head.version(), at, "hall", event));
            }
        }
        return entries;
    }

    private static byte[] hall(List<Entry> entries, MatchFile given) {
        var origin = new Handover(given.handover(), given.seed(), given.bodies(), "hall", Instant.EPOCH, 2, null);
        return MatchFileWriter.log(given.bodies(), entries, origin, HALL_SERVER, "hall", Instant.EPOCH);
    }

    private static List<String> hashes(List<Entry> entries) {
        return entries.stream().map(entry -> Arrays.toString(entry.hash())).toList();
    }

    private static MatchFile read(byte[] bytes) {
        try {
            Reading reading = MatchFileReader.read(new ByteArrayInputStream(bytes));
            assertThat(reading).isInstanceOf(Reading.Good.class);
            return ((Reading.Good) reading).file();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Response send(String act, byte[] file) {
        return given().cookie(StaffSession.COOKIE, organizer)
                .multiPart(Uploads.file("file", "match.jsonl", file, "application/x-ndjson"))
                .multiPart("act", act)
                .post("/staff/final-files");
    }

    private Response post(String act, String reason) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, organizer)
                .formParam("act", act)
                .formParam("reason", reason)
                .post("/staff/finals/" + code + "/handover");
    }

    private Response get(String path) {
        return given().cookie(StaffSession.COOKIE, organizer).get("/staff/finals/" + code + path);
    }

    private void command(String act) {
        tryCommand(act).then().statusCode(200);
    }

    private Response tryCommand(String act) {
        return given().cookie(StaffSession.COOKIE, organizer)
                .header("If-Match", "\"" + get("/state").jsonPath().getLong("v") + "\"")
                .contentType("application/json")
                .body(Map.of("act", act))
                .post("/staff/finals/" + code + "/commands");
    }
}
