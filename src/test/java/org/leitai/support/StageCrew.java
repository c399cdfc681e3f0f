package org.leitai.support;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The people who run finals on real servers: the first account, signed in; its cookie is good on every node. */
public final class StageCrew {

    private static final Pattern PASSWORD = Pattern.compile("一次性密码 ([a-z2-9-]{19})");
    private static final Pattern CODE = Pattern.compile("data-code>([^<]+)<");
    private static final String OWN_PASSWORD = "a sentence to remember";

    private final String cookie;

    private StageCrew(String cookie) {
        this.cookie = cookie;
    }

    /** Takes the first account over, with the password that its server printed. */
    public static StageCrew of(LeitaiServer server) {
        String password = PASSWORD.matcher(server.output())
                .results()
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .group(1);
        String first = post(server, null, "/staff/sign-in", Map.of("username", "admin", "password", password))
                .cookie(StaffSession.COOKIE);
        return new StageCrew(post(
                        server,
                        first,
                        "/staff/password",
                        Map.of("old", password, "new", OWN_PASSWORD, "again", OWN_PASSWORD))
                .cookie(StaffSession.COOKIE));
    }

    public void makeFinal(LeitaiServer server, String code, String teams, String written, String rules) {
        Response made = post(
                server,
                cookie,
                "/staff/finals/new",
                Map.of("code", code, "title", "测试决赛", "teams", teams, "written", written, "rules", rules));
        if (made.statusCode() != 303) {
            throw new AssertionError(made.asString());
        }
    }

    /** The cookie of a device that took a seat of the team. */
    public String seat(LeitaiServer server, String code, int team) {
        String page = post(server, cookie, "/staff/finals/" + code + "/seats", Map.of("act", "add", "team", "" + team))
                .asString();
        var typed = CODE.matcher(page);
        if (!typed.find()) {
            throw new AssertionError(page);
        }
        return "leitai-seat="
                + post(server, null, "/seat", Map.of("code", typed.group(1))).cookie("leitai-seat");
    }

    /** The cookie of the console's socket. */
    public String console(LeitaiServer server, String code) {
        String name = "leitai-host-" + code;
        return name + "="
                + given().baseUri(server.url())
                        .cookie(StaffSession.COOKIE, cookie)
                        .get("/staff/finals/" + code + "/host")
                        .cookie(name);
    }

    /** @param more pairs: {@code "team", 1} */
    public Response command(LeitaiServer server, String code, long version, String act, Object... more) {
        var body = new HashMap<String, Object>(Map.of("act", act));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return given().baseUri(server.url())
                .cookie(StaffSession.COOKIE, cookie)
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body)
                .post("/staff/finals/" + code + "/commands");
    }

    public JsonPath state(LeitaiServer server, String code) {
        return given().baseUri(server.url())
                .cookie(StaffSession.COOKIE, cookie)
                .get("/staff/finals/" + code + "/state")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Response post(LeitaiServer server, String cookie, String path, Map<String, String> form) {
        var request = given().baseUri(server.url())
                .redirects()
                .follow(false)
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(form);
        return (cookie == null ? request : request.cookie(StaffSession.COOKIE, cookie)).post(path);
    }
}
