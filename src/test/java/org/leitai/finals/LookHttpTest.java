package org.leitai.finals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;
import org.leitai.support.Uploads;

/** How a final presents itself: what staff write, and what the hall and the audience then get. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class LookHttpTest {

    @Inject
    TestFinals finals;

    private String code;
    private String cookie;

    @BeforeEach
    void aFinal() {
        code = finals.make();
        cookie = StaffSession.as("organizer").cookie();
    }

    @Test
    void creditsPlayersAndLogoReachTheScreen() throws IOException {
        post(form("主办：<市总工会>\r\n\r\n承办：日报社", "甲一、甲二\n\n丙一")
                        .multiPart(Uploads.file("logo", "logo.png", png(), "image/png")))
                .then()
                .statusCode(303)
                .header("Location", containsString("/staff/finals/" + code));

        String screen =
                given().get("/screen/" + code).then().statusCode(200).extract().asString();
        assertThat(screen).contains("<li>主办：&lt;市总工会&gt;</li><li>承办：日报社</li>", "<li>甲一、甲二</li><li></li><li>丙一</li>");
        given().get("/live/" + code).then().body(containsString("主办：&lt;市总工会&gt;"));
        String logo = screen.replaceFirst("(?s).*(/screen/[^\"]*/logo\\?v=[0-9a-f]{64})\".*", "$1");
        given().get(logo)
                .then()
                .statusCode(200)
                .contentType("image/png")
                .header("Cache-Control", containsString("max-age=31536000"))
                .header("X-Content-Type-Options", "nosniff");
    }

    @Test
    void whatIsWrongIsSaidBesideTheFieldAndNothingIsStored() {
        post(form("一\n二\n三\n四\n五", "一\n二\n三\n四")
                        .multiPart(Uploads.file(
                                "logo", "a.png", "no picture".getBytes(StandardCharsets.UTF_8), "image/png")))
                .then()
                .statusCode(422)
                .body(containsString("最多 4 行"))
                .body(containsString("不能比代表队多"))
                .body(containsString("不是能看的 PNG 或 JPEG"))
                .body(containsString("一\n二\n三\n四\n五"));
        given().get("/screen/" + code).then().body(not(containsString("<li>一</li>")));
    }

    @Test
    void aLogoStaysUntilItIsTakenAway() throws IOException {
        post(form("主办：甲", "").multiPart(Uploads.file("logo", "logo.png", png(), "image/png")));
        post(form("主办：乙", ""));
        given().get("/screen/" + code + "/logo").then().statusCode(200);
        post(form("主办：乙", "").multiPart("plain", "yes"));
        given().get("/screen/" + code + "/logo").then().statusCode(404);
    }

    @Test
    void theStartPageListsAFinalOnlyWhenAsked() {
        given().get("/").then().body(not(containsString("/live/" + code + "\"")));
        post(form("", "").multiPart("listed", "yes"));
        given().get("/")
                .then()
                .body(containsString("/live/" + code + "\""))
                .body(containsString("/screen/" + code + "\""));
    }

    @Test
    void anUnknownFinalHasNeitherFormNorLogo() {
        given().get("/screen/nobody/logo").then().statusCode(404);
        given().cookie(StaffSession.COOKIE, cookie)
                .get("/staff/finals/nobody/look")
                .then()
                .statusCode(404);
    }

    private static RequestSpecification form(String credits, String lineup) {
        return given().multiPart("credits", credits, "text/plain; charset=UTF-8")
                .multiPart("lineup", lineup, "text/plain; charset=UTF-8");
    }

    private Response post(RequestSpecification form) {
        return form.redirects()
                .follow(false)
                .header("Origin", "http://localhost:" + io.restassured.RestAssured.port)
                .cookie(StaffSession.COOKIE, cookie)
                .post("/staff/finals/" + code + "/look");
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 20, BufferedImage.TYPE_INT_ARGB), "png", bytes);
        return bytes.toByteArray();
    }
}
