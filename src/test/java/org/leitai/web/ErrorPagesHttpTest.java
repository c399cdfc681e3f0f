package org.leitai.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesRegex;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ErrorPagesHttpTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    /** Fails in every way that a resource can. */
    @Path("/test-failures")
    public static class Failures {

        public record Body(int number) {}

        @GET
        @PermitAll
        @Path("/{number}")
        public String number(long number) {
            return "number " + number;
        }

        @GET
        @PermitAll
        @Path("/fault")
        public String fault() {
            throw new IllegalStateException("secret detail");
        }

        @GET
        @PermitAll
        @Path("/outage")
        public String outage() throws SQLException {
            throw new SQLException("connection refused", "08001");
        }

        @POST
        @PermitAll
        @Consumes("application/json")
        public String body(Body body) {
            return "number " + body.number();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/no/such/page, 404, 没有找到这个页面",
        "/staff/no-such-page, 404, 没有找到这个页面",
        "/css/no-such-file.css, 404, 没有找到这个页面",
        "/test-failures/12x, 404, 没有找到这个页面",
        "/test-failures/99999999999999999999, 404, 没有找到这个页面",
        "/test-failures, 405, 这个地址不支持这种操作",
        "/test-failures/fault, 500, 系统出了点问题",
        "/test-failures/outage, 503, 系统正忙",
    })
    void aBrowserGetsAPageOfOurs(String path, int status, String text) {
        given().accept(BROWSER)
                .get(path)
                .then()
                .statusCode(status)
                .contentType("text/html")
                .header("Content-Security-Policy", containsString("default-src 'none'"))
                .body(containsString(text))
                .body(containsString("/css/staff.css"))
                .body(not(containsString("secret detail")));
    }

    @ParameterizedTest
    @CsvSource({
        "/no/such/page, 404, web.not-found",
        "/test-failures/12x, 404, web.not-found",
        "/test-failures, 405, web.not-allowed",
        "/test-failures/fault, 500, web.fault",
        "/test-failures/outage, 503, web.unavailable",
    })
    void aProgramGetsAProblem(String path, int status, String code) {
        given().accept("*/*")
                .get(path)
                .then()
                .statusCode(status)
                .contentType(Problem.JSON)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body(not(containsString("secret detail")));
    }

    @Test
    void aFormThatNobodyOffersIsAProblemAsWell() {
        given().accept("image/png").get("/staff/sign-in").then().statusCode(406).contentType(Problem.JSON);
    }

    @Test
    void belowApiEvenABrowserGetsAProblem() {
        given().accept(BROWSER).get("/api/no/such").then().statusCode(404).contentType(Problem.JSON);
    }

    @Test
    void theReaderSeesTheIncidentOfAFault() {
        given().accept("*/*").get("/test-failures/fault").then().body("incident", matchesRegex("[0-9a-f]{10}"));
        given().accept(BROWSER).get("/test-failures/fault").then().body(containsString("问题编号"));
    }

    @Test
    void anOutageSaysWhenToComeBack() {
        given().get("/test-failures/outage").then().statusCode(503).header("Retry-After", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{|400", "{\"number\":\"x\"}|400", "{\"number\":{}}|400", "[]|400", "nul|400"})
    void malformedJsonIsAProblemOfTheSender(String body, int status) {
        Response response = given().contentType("application/json").body(body).post("/test-failures");
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.contentType()).startsWith(Problem.JSON);
        assertThat(response.path("code").toString()).isEqualTo("web.malformed");
    }

    @Test
    void aWrongContentTypeIsAProblemOfTheSender() {
        given().contentType("text/plain")
                .body("x")
                .post("/test-failures")
                .then()
                .statusCode(415)
                .contentType(Problem.JSON)
                .body("code", equalTo("web.unsupported-type"));
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedInTheSameForm() {
        given().contentType("application/json")
                .body("{\"number\":" + "1".repeat(300_000) + "}")
                .post("/test-failures")
                .then()
                .statusCode(413)
                .contentType(Problem.JSON)
                .body("code", equalTo("web.too-large"));
    }

    @Test
    void anErrorSpeaksTheReadersLanguage() {
        given().accept(BROWSER)
                .header("Accept-Language", "en-GB,en;q=0.9,zh;q=0.5")
                .get("/no/such/page")
                .then()
                .body(containsString("This page was not found"));
        given().accept(BROWSER)
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .get("/no/such/page")
                .then()
                .body(containsString("没有找到这个页面"));
    }
}
