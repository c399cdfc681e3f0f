package org.leitai.finals.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.finals.TestFinals;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.StaffSession;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PaperHttpTest {

    @Inject
    TestFinals finals;

    @Inject
    Sql sql;

    private String code;
    private StaffSession keeper;
    private StaffSession host;

    @BeforeEach
    void aFinal() {
        code = finals.make();
        keeper = StaffSession.as("scorekeeper");
        host = StaffSession.as("host");
    }

    @Test
    @DisplayName("FN18 what is typed in from paper counts when a second person has confirmed it, and once")
    void whatIsTypedInCountsWhenASecondPersonHasConfirmedIt() {
        enter(keeper, "2", "1", "3", "10").then().statusCode(303);
        assertThat(score(2)).isEqualTo("0");
        long entry = entry();
        Response own = confirm(keeper, entry, 0);
        assertThat(own.statusCode()).isEqualTo(403);
        assertThat(own.asString()).contains("要由另一位同事确认");
        assertThat(score(2)).isEqualTo("0");
        confirm(host, entry, 0).then().statusCode(303);
        assertThat(score(2)).isEqualTo("10");
        confirm(StaffSession.as("organizer"), entry, 1).then().statusCode(409);
        assertThat(score(2)).isEqualTo("10");
        assertThat(get(host, "/sheet").asString())
                .contains("纸面补录 乙队，抢答第 3 题：+10 分（" + keeper.username() + " 录入，" + host.username() + " 确认）");
        assertThat(sql.rows(
                        "select actor, action from audit_entry where subject = ? and action like 'finals.paper%' order by position",
                        code))
                .containsExactly(
                        keeper.username() + "|finals.paper-entered", host.username() + "|finals.paper-confirmed");
    }

    @Test
    void ofTwoConfirmationsOneCounts() {
        enter(keeper, "1", "2", "", "-2.5").then().statusCode(303);
        long entry = entry();
        confirm(host, entry, 0).then().statusCode(303);
        confirm(StaffSession.as("host"), entry, 0).then().statusCode(409);
        assertThat(score(1)).isEqualTo("-2.5");
    }

    @Test
    void anUndoOpensTheLineAgain() {
        enter(keeper, "1", "0", "", "5").then().statusCode(303);
        confirm(host, entry(), 0).then().statusCode(303);
        given().cookie(StaffSession.COOKIE, host.cookie())
                .redirects()
                .follow(false)
                .formParams(Map.of("act", "back", "to", 0, "seen", 1, "reason", "r"))
                .post("/staff/finals/" + code + "/log")
                .then()
                .statusCode(303);
        assertThat(score(1)).isEqualTo("0");
        confirm(host, entry(), 2).then().statusCode(303);
        assertThat(score(1)).isEqualTo("5");
    }

    @Test
    void aDroppedLineIsGone() {
        enter(keeper, "1", "1", "", "5").then().statusCode(303);
        long entry = entry();
        decide(keeper, entry, "drop", 0).then().statusCode(303);
        confirm(host, entry, 0).then().statusCode(409);
        assertThat(score(1)).isEqualTo("0");
    }

    @Test
    void faultsAreNamedBesideTheirFieldsAndWhatWasTypedStays() {
        Response refused = enter(keeper, "9", "7", "x", "much");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.asString()).contains("有 4 处要改", "分值请写数字", "题号请写", "value=\"much\"", "value=\"lost cable\"");
        assertThat(sql.number(
                        "select count(*) from match_paper p join final_match m on m.id = p.match_id where m.code = ?",
                        code))
                .isZero();
    }

    @Test
    void theStateCanBePrinted() {
        assertThat(get(keeper, "/paper/print").then().statusCode(200).extract().asString())
                .contains("纸面记分单", "第 1 至 6 题", "甲队");
        assertThat(get(StaffSession.as("judge"), "/paper").statusCode()).isEqualTo(403);
    }

    private Response enter(StaffSession who, String team, String segment, String question, String points) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, who.cookie())
                .formParams(Map.of(
                        "team",
                        team,
                        "segment",
                        segment,
                        "question",
                        question,
                        "points",
                        points,
                        "reason",
                        "lost cable"))
                .post("/staff/finals/" + code + "/paper");
    }

    private Response confirm(StaffSession who, long entry, long seen) {
        return decide(who, entry, "confirm", seen);
    }

    private Response decide(StaffSession who, long entry, String act, long seen) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, who.cookie())
                .formParam("act", act)
                .formParam("seen", seen)
                .post("/staff/finals/" + code + "/paper/" + entry);
    }

    private long entry() {
        return sql.number(
                "select max(p.id) from match_paper p join final_match m on m.id = p.match_id where m.code = ?", code);
    }

    private String score(int team) {
        return get(host, "/state").jsonPath().getString("teams[" + (team - 1) + "].score");
    }

    private Response get(StaffSession who, String path) {
        return given().cookie(StaffSession.COOKIE, who.cookie()).get("/staff/finals/" + code + path);
    }
}
