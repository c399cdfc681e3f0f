package org.leitai.finals.log;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.TestFinals;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LogHttpTest {

    @Inject
    TestFinals finals;

    private String code;
    private String host;

    @BeforeEach
    void aFinalInPlay() {
        code = finals.make();
        host = StaffSession.as("host").cookie();
        next(); // 1 the segment
        next(); // 2 the question
        next(); // 3 the buzz
        command(Map.of("act", "award", "team", 2)); // 4
        command(Map.of("act", "rule", "verdict", "right")); // 5
    }

    @Nested
    class Sheet {

        @Test
        void saysWhatEveryPointCameFrom() {
            command(Map.of("act", "adjust", "team", 1, "points", "2.5", "reason", "<b>noise</b>"));
            String page = get(host, "/sheet").then().statusCode(200).extract().asString();
            assertThat(page)
                    .contains("<th scope=\"row\">乙队</th><td class=\"number\"><strong>10</strong>")
                    .contains("+2.5", "&lt;b&gt;noise&lt;/b&gt;", "抢答顺序：乙队", "比赛尚未结束")
                    .doesNotContain("<b>noise</b>", TestFinals.KEY);
        }

        @Test
        void isForStaffOfTheStage() {
            get(StaffSession.as("judge").cookie(), "/sheet").then().statusCode(200);
            get(StaffSession.as("editor").cookie(), "/sheet").then().statusCode(403);
            get(StaffSession.as("editor").cookie(), "/log").then().statusCode(403);
            get(host, "/sheet").then().statusCode(200);
            given().cookie(StaffSession.COOKIE, host)
                    .get("/staff/finals/no-such/sheet")
                    .then()
                    .statusCode(404);
        }
    }

    @Nested
    class TimeLine {

        @Test
        void tellsEveryStepAndShowsTheMatchAsItWas() {
            assertThat(get(host, "/log").asString()).contains("乙队 判定：对，+10 分", "开放抢答", "第 1 环节开始：抢答");
            String then =
                    get(host, "/log?at=4").then().statusCode(200).extract().asString();
            assertThat(then).contains("第 4 步之后的比赛", "then-differs");
        }

        @Test
        void leadsBackToAnyStepAndForthAgain() {
            back(host, 1, 5, "misprint").then().statusCode(303);
            String page = get(host, "/log").asString();
            assertThat(page).contains("<s>乙队 判定：对，+10 分</s>", "撤销，回到第 1 步，理由：misprint");
            assertThat(get(host, "/log?at=4").asString()).doesNotContain("value=\"back\"");
            redo(6, "it was right").then().statusCode(303);
            assertThat(get(host, "/log").asString()).doesNotContain("<s>").contains("理由：it was right");
            assertThat(get(host, "/sheet").asString()).contains("<strong>10</strong>");
        }

        @Test
        void doesNothingWhenTheMatchHasMovedOn() {
            Response refused = back(host, 1, 4, "typed reason");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("没有执行", "value=\"typed reason\"", "name=\"seen\" value=\"5\"");
            assertThat(get(host, "/log").asString()).doesNotContain("<s>");
        }

        @Test
        void wantsAReason() {
            back(host, 1, 5, " ").then().statusCode(422);
            back(host, 5, 5, "nothing behind it").then().statusCode(409);
            redo(5, "nothing was undone").then().statusCode(409);
            back(host, 1, 5, "x".repeat(201)).then().statusCode(400);
        }

        @Test
        void isChangedByTheHostAlone() {
            back(StaffSession.as("scorekeeper").cookie(), 1, 5, "r").then().statusCode(403);
            assertThat(get(StaffSession.as("scorekeeper").cookie(), "/log?at=4").asString())
                    .doesNotContain("value=\"back\"");
        }
    }

    private Response back(String cookie, long to, long seen, String reason) {
        return post(cookie, Map.of("act", "back", "to", to, "seen", seen, "reason", reason));
    }

    private Response redo(long seen, String reason) {
        return post(host, Map.of("act", "redo", "seen", seen, "reason", reason));
    }

    private Response post(String cookie, Map<String, Object> form) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, cookie)
                .formParams(form)
                .post("/staff/finals/" + code + "/log");
    }

    private Response get(String cookie, String path) {
        return given().cookie(StaffSession.COOKIE, cookie).get("/staff/finals/" + code + path);
    }

    private void next() {
        command(Map.of("act", "next"));
    }

    private void command(Map<String, Object> body) {
        long version = get(host, "/state").jsonPath().getLong("v");
        given().cookie(StaffSession.COOKIE, host)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body)
                .post("/staff/finals/" + code + "/commands")
                .then()
                .statusCode(200);
    }
}
