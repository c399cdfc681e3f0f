package org.leitai.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.endsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.audit.AuditLog;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.roster.Unit;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;
import org.leitai.support.TestClock;
import org.leitai.support.Workers;
import org.leitai.web.Texts;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DeskHttpTest {

    @Inject
    PlayedRound rounds;

    @Inject
    Workers workers;

    @Inject
    Contests contests;

    @Inject
    Sheets sheets;

    @Inject
    AuditLog audit;

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private String organizer;

    @BeforeEach
    void signIn() {
        organizer = StaffSession.as("organizer").cookie();
    }

    @AfterEach
    void backToRealTime() {
        clock.reset();
    }

    @Nested
    class Figures {

        @Test
        void addUpToWhatWasPlayed() {
            Round round = rounds.open();
            List<Unit> units = workers.leaves();
            for (int i = 0; i < 4; i++) {
                PlayedRound.play(round, workers.register("测试甲", units.get(i * 7)));
            }
            String ticket = PlayedRound.start(round, workers.register());
            PlayedRound.answer(ticket, 1, "T");
            await().atMost(Duration.ofSeconds(10)).until(() -> figures(round).getInt("started") == 5);
            clock.advance(Duration.ofSeconds(3));
            JsonPath figures = figures(round);
            assertThat(figures.getInt("finished")).isEqualTo(4);
            assertThat(figures.getInt("answering")).isEqualTo(1);
            assertThat(figures.getInt("attempts")).isEqualTo(5);
            assertThat(figures.getLong("answers"))
                    .isEqualTo(sql("select count(*) from response x join attempt a"
                            + " on a.id = x.attempt_id where a.round_id = "
                            + round.id().value()));
            assertThat(figures.getList("minutes")).hasSize(60);
            assertThat(sum(figures, "minutes.answers")).isEqualTo(figures.getInt("answers"));
            assertThat(figures.getList("scores")).hasSize(10);
            assertThat(sum(figures, "scores.people")).isEqualTo(4);
            assertThat(sum(figures, "units.people")).isEqualTo(4);
        }

        @Test
        void answersOlderThanAnHourStayInTheSumWhenTheirMinutesAreGone() {
            Round round = rounds.open();
            contests.changeEnd(round, round.window().closes().plus(Duration.ofHours(9)), "test", "tester");
            PlayedRound.play(round, workers.register());
            await().atMost(Duration.ofSeconds(10)).until(() -> figures(round).getInt("finished") == 1);
            int answers = figures(round).getInt("answers");
            clock.advance(Duration.ofMinutes(90));
            JsonPath later = figures(round);
            assertThat(sum(later, "minutes.answers")).isZero();
            assertThat(later.getList("minutes")).hasSize(60);
            assertThat(later.getInt("answers")).isEqualTo(answers).isPositive();
        }

        private static int sum(JsonPath figures, String path) {
            return figures.getList(path, Integer.class).stream()
                    .mapToInt(Integer::intValue)
                    .sum();
        }
    }

    @Nested
    class TheEnd {

        @Test
        void anExtensionMovesItAndStandsInTheHistory() {
            Round round = rounds.open();
            Instant before = round.window().closes();
            change(round, Map.of("how", "extend", "minutes", "10", "reason", "power cut"))
                    .then()
                    .statusCode(303);
            assertThat(rounds.now(round).window().closes()).isEqualTo(before.plus(Duration.ofMinutes(10)));
            assertThat(staff(organizer).get(path(round)).asString()).contains("power cut");
            assertThat(audit.entries(0, 1).getFirst().reason()).isEqualTo("power cut");
        }

        @Test
        void twoExtensionsFromTheSamePageMoveItOnce() {
            Round round = rounds.open();
            Map<String, String> form = Map.of("how", "extend", "minutes", "10", "reason", "power cut");
            change(round, form).then().statusCode(303);
            Response second = change(round, form);
            assertThat(second.statusCode()).isEqualTo(409);
            assertThat(rounds.now(round).window().closes())
                    .isEqualTo(round.window().closes().plus(Duration.ofMinutes(10)));
        }

        @Test
        void withoutAReasonItStaysAndWhatWasTypedIsKept() {
            Round round = rounds.open();
            Response refused = change(round, Map.of("how", "extend", "minutes", "17", "reason", "  "));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString()).contains("请写明理由").contains("value=\"17\"");
            assertThat(rounds.now(round).window()).isEqualTo(round.window());
        }

        @Test
        void aReasonOfMoreThan200CharactersIsRefused() {
            Round round = rounds.open();
            change(round, Map.of("how", "extend", "minutes", "1", "reason", "长".repeat(201)))
                    .then()
                    .statusCode(422);
            change(round, Map.of("how", "extend", "minutes", "1", "reason", "长".repeat(200)))
                    .then()
                    .statusCode(303);
        }

        @Test
        void inThePastIsRefusedBesideTheField() {
            Round round = rounds.open();
            Response refused = change(round, Map.of("how", "move", "end", "2020-01-01T09:00", "reason", "a mistake"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString())
                    .contains("结束时间不对")
                    .contains("2020-01-01T09:00")
                    .contains("a mistake");
            assertThat(rounds.now(round).window()).isEqualTo(round.window());
        }

        @Test
        void anythingButAnEndIsRefused() {
            Round round = rounds.open();
            Stream.of(
                            Map.of("how", "move", "end", "soon", "reason", "r"),
                            Map.of("how", "extend", "minutes", "-5", "reason", "r"),
                            Map.of("how", "extend", "minutes", "9999999999", "reason", "r"),
                            Map.of("reason", "r"))
                    .forEach(form -> change(round, form).then().statusCode(422));
            assertThat(rounds.now(round).window()).isEqualTo(round.window());
        }

        @Test
        void closingAsksFirstAndThenRefusesAnswers() {
            Round round = rounds.open();
            String ticket = PlayedRound.start(round, workers.register());
            PlayedRound.answer(ticket, 1, "T");
            Response asked = change(round, Map.of("how", "close", "reason", "leaked"));
            assertThat(asked.statusCode()).isEqualTo(200);
            assertThat(asked.asString()).contains("现在就结束这个赛段吗").contains("1 人正在作答");
            assertThat(rounds.now(round).window()).isEqualTo(round.window());
            change(round, Map.of("how", "close", "reason", "leaked", "confirmed", "yes"))
                    .then()
                    .statusCode(303);
            assertThat(rounds.now(round).window().closes())
                    .isBefore(clock.instant().plusSeconds(3));
            clock.advance(Duration.ofSeconds(10));
            assertThat(PlayedRound.answer(ticket, 2, "T").statusCode()).isIn(409, 410);
            change(rounds.now(round), Map.of("how", "extend", "minutes", "10", "reason", "again"))
                    .then()
                    .statusCode(409);
        }

        private Response change(Round seen, Map<String, String> form) {
            return form(organizer)
                    .formParams(form)
                    .formParam("seen", seen.window().closes().toEpochMilli())
                    .post(path(seen) + "/end");
        }
    }

    @Nested
    class OtherRoles {

        @Test
        void theAuditorReadsMaskedNamesAndChangesNothing() {
            Round round = rounds.open();
            PlayedRound.play(round, workers.register("欧阳小测", workers.leaves().getFirst()));
            String auditor = StaffSession.as("auditor").cookie();
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> staff(organizer).get(path(round)).asString().contains("欧阳小测"));
            assertThat(staff(auditor).get(path(round)).asString())
                    .contains("欧*测")
                    .doesNotContain("欧阳小测");
            staff(auditor).get(path(round) + "/results.xlsx").then().statusCode(403);
            staff(auditor)
                    .formParam("text", "欧阳")
                    .post(path(round) + "/search")
                    .then()
                    .statusCode(403);
            staff(auditor)
                    .formParam("reason", "r")
                    .post(path(round) + "/end")
                    .then()
                    .statusCode(403);
            staff(auditor)
                    .formParam("sheet", "")
                    .post(path(round) + "/rules")
                    .then()
                    .statusCode(403);
            staff(auditor)
                    .formParam("sheet", "")
                    .post("/staff/contests/new")
                    .then()
                    .statusCode(403);
        }

        @Test
        void theCodeIsAPictureThatBrowsersShow() {
            staff(StaffSession.as("auditor").cookie())
                    .get(path(rounds.open()) + "/qr.svg")
                    .then()
                    .statusCode(200)
                    .contentType("image/svg+xml");
        }

        @Test
        void othersSeeNothing() {
            Round round = rounds.open();
            String editor = StaffSession.as("editor").cookie();
            Stream.of("", "/figures", "/qr.svg", "/end", "/rules", "/results.xlsx")
                    .forEach(
                            page -> staff(editor).get(path(round) + page).then().statusCode(403));
            staff(editor).get("/staff/contests").then().statusCode(403);
        }

        @Test
        void whatIsNotThereIsNotFound() {
            Stream.of("/nope/1", "/nope/1/figures", "/nope/1/results.xlsx", "/nope/1/end", "/nope/1/rules", "/new/1")
                    .forEach(page -> staff(organizer)
                            .get("/staff/contests" + page)
                            .then()
                            .statusCode(404));
        }
    }

    @Nested
    class Search {

        @Test
        void findsByPartOfTheNameAndByTheEndOfThePhoneWithTheRankAmongAll() {
            Round round = rounds.open();
            var sought = workers.register("司马寻测", workers.leaves().getFirst());
            PlayedRound.play(round, sought);
            PlayedRound.play(round, workers.register("诸葛旁测", workers.leaves().getFirst()));
            String tail = sought.phone().substring(7);
            assertThat(search(round, "马寻")).contains("司马寻测").doesNotContain("诸葛旁测");
            assertThat(search(round, tail)).contains("司马寻测").doesNotContain("诸葛旁测");
            assertThat(search(round, "%")).doesNotContain("司马寻测");
        }

        private String search(Round round, String text) {
            return form(organizer)
                    .formParam("text", text)
                    .post(path(round) + "/search")
                    .asString();
        }
    }

    @Nested
    class Workbook {

        @Test
        void equalsTheOracle() throws IOException {
            Round round = rounds.open();
            List<Unit> units = workers.leaves();
            for (int i = 0; i < 8; i++) {
                PlayedRound.play(round, workers.register("测试乙", units.get(i * 5)));
            }
            // Two of them are equal in every key: they share a rank, and the next one is skipped.
            execute(
                    "update standing set points_hundredths = 4000, elapsed_millis = 59999, finished_at = '2026-11-22 01:00Z'"
                            + " where round_id = " + round.id().value()
                            + " and person_id in (select person_id from standing"
                            + " where round_id = " + round.id().value() + " order by person_id limit 2)");
            List<Row> rows = read(round, 0);
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("名次");
            List<List<BigDecimal>> found = rows.stream()
                    .skip(1)
                    .map(row -> List.of(
                            row.getCellAsNumber(0).orElseThrow(),
                            row.getCellAsNumber(4).orElseThrow().setScale(2),
                            row.getCellAsNumber(5).orElseThrow().setScale(3)))
                    .toList();
            assertThat(found).containsExactlyElementsOf(oracle(round));
            assertThat(rows.get(1).getCellText(2)).matches("199\\*{4}\\d{4}");
        }

        @Test
        void unitsAddUpToThePeople() throws IOException {
            Round round = rounds.open();
            PlayedRound.play(round, workers.register("测试丙", workers.leaves().getFirst()));
            PlayedRound.play(round, workers.register("测试丁", workers.leaves().getLast()));
            List<Row> units = read(round, 1);
            int people = units.stream()
                    .skip(1)
                    .mapToInt(row -> row.getCellAsNumber(1).orElseThrow().intValue())
                    .sum();
            assertThat(people).isEqualTo(2);
            assertThat(units.get(1).getCellAsNumber(3).orElseThrow()).isPositive();
        }

        @Test
        @DisplayName("IM11: a name that looks like a formula is text in the workbook")
        void aNameThatLooksLikeAFormulaIsNeutralised() throws IOException {
            Round round = rounds.open();
            var worker = workers.register();
            PlayedRound.play(round, worker);
            execute("update person set name = '=HYPERLINK(\"http://x\")' where phone = '" + worker.phone() + "'");
            assertThat(read(round, 0).get(1).getCellText(1)).isEqualTo("'=HYPERLINK(\"http://x\")");
        }

        @Test
        void whoTookItStandsInTheAuditLog() throws IOException {
            Round round = rounds.open();
            read(round, 0);
            var newest = audit.entries(0, 1).getFirst();
            assertThat(newest.action()).isEqualTo("report.results-exported");
            assertThat(newest.subject()).isEqualTo(round.contest() + "/1");
        }

        private List<Row> read(Round round, int sheet) throws IOException {
            byte[] file = staff(organizer)
                    .get(path(round) + "/results.xlsx")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asByteArray();
            try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
                return workbook.getSheet(sheet).orElseThrow().read();
            }
        }

        /** Rank, points, seconds, by counting who is better: nothing of what the desk does. */
        private List<List<BigDecimal>> oracle(Round round) {
            String better = "(b.points_hundredths, -b.elapsed_millis, -extract(epoch from b.finished_at))"
                    + " > (s.points_hundredths, -s.elapsed_millis, -extract(epoch from s.finished_at))";
            var rows = new ArrayList<List<BigDecimal>>();
            try (var connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select 1 + (select count(*) from standing b where b.round_id = s.round_id and "
                                    + better
                                    + ") as rank, s.points_hundredths, s.elapsed_millis from standing s where s.round_id = "
                                    + round.id().value() + " order by rank, person_id")) {
                while (row.next()) {
                    rows.add(List.of(
                            row.getBigDecimal(1),
                            BigDecimal.valueOf(row.getLong(2), 2),
                            BigDecimal.valueOf(row.getLong(3), 3)));
                }
                return rows;
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Nested
    class NewContests {

        @Test
        void theExampleIsInOrderInBothLanguages() {
            assertThat(sheets.check(sheets.example(clock.instant(), Texts.CHINESE), Texts.CHINESE))
                    .isInstanceOf(Sheets.Checked.Fine.class);
            assertThat(sheets.check(sheets.example(clock.instant(), Locale.ENGLISH), Locale.ENGLISH))
                    .isInstanceOf(Sheets.Checked.Fine.class);
        }

        @Test
        void aFaultySheetShowsItsFaultsKeepsTheTextAndStoresNothing() {
            String faulty = sheet().replace("[score, time, finish]", "[time]").replace("10m", "1s");
            Response refused = post("faulty-one", faulty, "save");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString())
                    .contains("<code>ranking</code>")
                    .contains("<code>paperClock</code>")
                    .contains("paperClock: 1s")
                    .contains("faulty-one");
            assertThat(contests.find("faulty-one")).isEmpty();
        }

        @Test
        void aSheetThatTheBankCannotFillNamesThePart() {
            String greedy = sheet().replace(
                            "single, count: 1, points: \"60\"", "single, count: 90, points: \"1\", topics: [no-such]");
            assertThat(post("greedy-one", greedy, "check").asString())
                    .contains("<code>blueprint.parts[2]</code>")
                    .contains("需要 90 题");
        }

        @Test
        void checkingShowsTheRulesAndStoresNothing() {
            Response checked = post("checked-one", sheet(), "check");
            assertThat(checked.statusCode()).isEqualTo(200);
            assertThat(checked.asString()).contains("5 题 · 满分 100 分 · 限时 10 分钟");
            assertThat(contests.find("checked-one")).isEmpty();
        }

        @Test
        void savingMakesItOnce() {
            post("saved-one", sheet(), "save").then().statusCode(303).header("Location", endsWith("/saved-one/1"));
            assertThat(contests.find("saved-one")).isPresent();
            Response again = post("saved-one", sheet(), "save");
            assertThat(again.statusCode()).isEqualTo(409);
            assertThat(again.asString()).contains("已经有人用了");
        }

        @Test
        void aCodeThatCannotStandInAnAddressIsRefused() {
            Stream.of("new", "A", "", "-a", "a b", "ä1")
                    .forEach(code -> post(code, sheet(), "save").then().statusCode(422));
        }

        private String sheet() {
            Instant opens = clock.instant().plus(Duration.ofDays(1));
            return PlayedRound.sheet(opens, opens.plus(Duration.ofDays(1)));
        }

        private Response post(String code, String sheet, String act) {
            return form(organizer)
                    .formParams(Map.of(
                            "code", code, "title", "新的", "organizer", "工会", "round", "初赛", "sheet", sheet, "act", act))
                    .post("/staff/contests/new");
        }
    }

    @Nested
    class Revision {

        @Test
        void isPossibleUntilTheRoundOpens() {
            Round round = rounds.upcoming();
            String revised = sheets.text(round.sheet()).replace("total: 2", "total: 5");
            Response unexplained = revise(round, revised, "");
            assertThat(unexplained.statusCode()).isEqualTo(422);
            assertThat(unexplained.asString()).contains("请写明理由").contains("total: 5");
            revise(round, revised, "five tries").then().statusCode(303);
            assertThat(rounds.now(round).sheet().attempts().total()).isEqualTo(5);
            assertThat(staff(organizer).get(path(round) + "/rules").asString())
                    .contains("five tries")
                    .contains("<textarea");
        }

        @Test
        void isRefusedOnceItHasOpened() {
            Round round = rounds.open();
            String page = staff(organizer).get(path(round) + "/rules").asString();
            assertThat(page).doesNotContain("<textarea").contains("规则表已冻结").contains("tester");
            revise(round, sheets.text(round.sheet()).replace("total: 2", "total: 5"), "too late")
                    .then()
                    .statusCode(409);
            assertThat(rounds.now(round).sheet()).isEqualTo(round.sheet());
        }

        @Test
        void whatIsShownReadsBackAsTheSameSheet() {
            Round round = rounds.upcoming();
            var read = (Sheets.Checked.Fine) sheets.check(sheets.text(round.sheet()), Texts.CHINESE);
            assertThat(read.sheet()).isEqualTo(round.sheet());
            assertThat(sheets.text(round.sheet()))
                    .contains("paperClock: 10m")
                    .contains("kind: best")
                    .doesNotContain("!<");
        }

        private Response revise(Round round, String sheet, String reason) {
            return form(organizer)
                    .formParams(Map.of("sheet", sheet, "reason", reason, "act", "save"))
                    .post(path(round) + "/rules");
        }
    }

    private static RequestSpecification staff(String cookie) {
        return given().redirects()
                .follow(false)
                .accept("text/html,application/json;q=0.9")
                .cookie(StaffSession.COOKIE, cookie);
    }

    /** As a browser sends it. */
    private static RequestSpecification form(String cookie) {
        return staff(cookie).contentType("application/x-www-form-urlencoded; charset=utf-8");
    }

    private static String path(Round round) {
        return "/staff/contests/" + round.contest() + "/" + round.ordinal();
    }

    private JsonPath figures(Round round) {
        return staff(organizer)
                .get(path(round) + "/figures")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private long sql(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private void execute(String update) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate(update);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
