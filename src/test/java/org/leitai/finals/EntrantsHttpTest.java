package org.leitai.finals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.contest.Round;
import org.leitai.kernel.UnitId;
import org.leitai.leaderboard.Boards;
import org.leitai.roster.Unit;
import org.leitai.roster.Units;
import org.leitai.support.Crowd;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.StaffSession;
import org.leitai.support.Standings;
import org.leitai.support.TestContests;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class EntrantsHttpTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Inject
    TestFinals finals;

    @Inject
    TestContests contests;

    @Inject
    Crowd crowd;

    @Inject
    Units units;

    @Inject
    Standings standings;

    @Inject
    Boards boards;

    @Inject
    Sql sql;

    private String organizer;
    private String host;

    @BeforeEach
    void signIn() {
        organizer = StaffSession.as("organizer").cookie();
        host = StaffSession.as("host").cookie();
    }

    @Nested
    class FromThePreliminary {

        private Round round;
        private List<String> names;

        /** Four competing units with 3, 2, 1 and 1 people. */
        @BeforeEach
        void aRoundIsOver() {
            Instant now = contests.now();
            round = contests.between(
                    now.minus(Duration.ofDays(2)),
                    now.minus(Duration.ofDays(1)),
                    "unitBoard",
                    "{ depth: 1, ranking: [participants], minimumParticipants: 1 }");
            var seen = new HashSet<UnitId>();
            List<Unit> leaves = crowd.leaves().stream()
                    .filter(leaf -> seen.add(units.ancestorAt(leaf.id(), 1)))
                    .limit(4)
                    .toList();
            names = leaves.stream()
                    .map(leaf -> units.find(units.ancestorAt(leaf.id(), 1))
                            .orElseThrow()
                            .name())
                    .toList();
            int[] people = {3, 2, 1, 1};
            for (int i = 0; i < 4; i++) {
                crowd.members(people[i], leaves.get(i).id())
                        .forEach(one -> standings.write(
                                round, one.id(), 50, 1000, round.window().opens()));
            }
            await().atMost(SOON)
                    .until(() -> boards.units(round, 1).rows().stream()
                                    .mapToLong(Boards.UnitRow::people)
                                    .sum()
                            == 7);
        }

        @Test
        void theBestUnitsAreFilledInByRank() {
            Response page = fill("fill-round", Map.of("round", round.contest() + "/1", "best", "2"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString())
                    .contains("\n" + names.get(0) + "\n" + names.get(1) + "</textarea>")
                    .contains("已按名次填入 2 支代表队");
        }

        @Test
        void aDrawIsInTheAuditLogWithItsSeed() {
            Response page = fill("fill-round", Map.of("round", round.contest() + "/1", "best", "2", "seating", "draw"));
            String seed = page.asString().replaceAll("(?s).*抽签种子 (-?\\d+)，.*", "$1");
            assertThat(sql.rows(
                            "select detail from audit_entry where action = 'finals.entry' and subject = ?",
                            round.contest() + "/1"))
                    .anySatisfy(detail -> assertThat(detail).contains(seed, names.get(0), names.get(1)));
        }

        @Test
        void aTieAcrossTheCutIsForPeopleToSettle() {
            Response page = fill("fill-round", Map.of("round", round.contest() + "/1", "best", "3"));
            assertThat(page.statusCode()).isEqualTo(422);
            assertThat(page.asString()).contains("第 3 名有 2 支队并列");
        }

        @Test
        void nonsenseIsAskedForAgain() {
            String code = round.contest() + "/1";
            for (String best : List.of("", "1", "13", "-2", "zwei", "99999999999")) {
                assertThat(fill("fill-round", Map.of("round", code, "best", best))
                                .statusCode())
                        .as(best)
                        .isEqualTo(422);
            }
            assertThat(fill("fill-round", Map.of("round", "no/1", "best", "2")).statusCode())
                    .isEqualTo(422);
            assertThat(fill("fill-round", Map.of("round", contests.open().contest() + "/1", "best", "2"))
                            .asString())
                    .contains("请选择一个已经结束的赛段。");
        }
    }

    @Nested
    class FromEarlierFinals {

        @Test
        void theBestOfEachAreFilledIn() {
            String first = finished(3, 10);
            String second = finished(2, 20);
            Response page = fill("fill-heats", Map.of("heats", List.of(first, second), "advance", "1"));
            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.asString()).contains("\n丙队\n乙队</textarea>").contains("checked");
        }

        @Test
        void oneThatIsNotFinishedSaysNothingYet() {
            assertThat(fill("fill-heats", Map.of("heats", finals.make(), "advance", "1"))
                            .asString())
                    .contains("“测试决赛”还没有结束");
        }

        @Test
        void howManyMustBeSaidWhereTheRulesDoNot() {
            String heat = finished(1, 10);
            assertThat(fill("fill-heats", Map.of("heats", heat)).asString()).contains("规则没有写明晋级几队");
            assertThat(fill("fill-heats", Map.of("heats", heat, "advance", "2")).asString())
                    .contains("第 2 名有 2 支队并列");
            assertThat(fill("fill-heats", Map.of("heats", heat, "advance", "4")).asString())
                    .contains("只有 3 个有名次");
            assertThat(fill("fill-heats", Map.of()).statusCode()).isEqualTo(422);
            assertThat(fill("fill-heats", Map.of("heats", "no-such")).statusCode())
                    .isEqualTo(422);
        }

        private String finished(int team, int points) {
            String code = finals.make();
            command(code, 0, Map.of("act", "adjust", "team", team, "points", String.valueOf(points), "reason", "r"));
            command(code, 1, Map.of("act", "finish"));
            return code;
        }

        private void command(String code, long version, Map<String, Object> body) {
            given().cookie(StaffSession.COOKIE, host)
                    .header("If-Match", "\"" + version + "\"")
                    .contentType("application/json")
                    .body(body)
                    .post("/staff/finals/" + code + "/commands")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void aNameThatIsTooLongForASeatIsNamed() {
        String name = "某某某某某某某某某某某某某某某某某某某某某集团公司工会";
        Response page =
                fill("", Map.of("code", "long-name", "title", "t", "teams", "甲\n" + name, "preset", "standard"));
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString()).contains("席位和大屏最多显示 20 个字，请改短：" + name);
    }

    private Response fill(String act, Map<String, ?> fields) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, organizer)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(fields)
                .formParam("act", act)
                .post("/staff/finals/new");
    }
}
