package org.leitai.support;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * A worker without a phone: takes part in the first round of the demo contest of a running server through HTTP alone.
 *
 * @param cookie the value of {@link Workers#COOKIE}
 */
public record ApiWorker(LeitaiServer server, String name, String phone, String unit, String code, String cookie) {

    public static final String CONTEST = "/c/demo";
    public static final String ROUND = CONTEST + "/r/1";

    private static final Pattern UNIT = Pattern.compile("<option value=\"(\\d+)\"");
    private static final Pattern CODE = Pattern.compile("<strong>([2-9A-Z]{4}-[2-9A-Z]{4})</strong>");
    private static final AtomicInteger NEXT_UNIT = new AtomicInteger();

    /** Registers a new worker; each in the next unit of the list. */
    public static ApiWorker register(LeitaiServer server, String name) {
        String form = given().baseUri(server.url()).get("/register").asString();
        List<String> units =
                UNIT.matcher(form).results().map(match -> match.group(1)).toList();
        String phone = Workers.nextPhone();
        String unit = units.get(NEXT_UNIT.getAndIncrement() % units.size());
        Response page = registration(server, name, phone, unit);
        var code = CODE.matcher(page.asString());
        if (page.statusCode() != 200 || !code.find()) {
            throw new AssertionError("registration answered " + page.statusCode() + "\n" + page.asString());
        }
        return new ApiWorker(server, name, phone, unit, code.group(1), page.cookie(Workers.COOKIE));
    }

    public static Response registration(LeitaiServer server, String name, String phone, String unit) {
        return given().baseUri(server.url())
                .contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("name", name)
                .formParam("phone", phone)
                .formParam("unit", unit)
                .formParam("privacy", "yes")
                .post("/register");
    }

    /** Begins an attempt and has its questions delivered. */
    public JsonPath start() {
        request().post("/api" + ROUND + "/attempts").then().statusCode(anyOf(is(200), is(201)));
        return state();
    }

    public JsonPath state() {
        return request()
                .get("/api" + ROUND + "/attempts/open")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public Response answer(String ticket, int slot, int seq, String... answer) {
        return request()
                .header("Ticket", ticket)
                .body(new Body(seq, List.of(answer)))
                .put("/api/answers/" + slot);
    }

    public void handIn(String ticket) {
        request()
                .header("Ticket", ticket)
                .body("{}")
                .post("/api/answers/hand-in")
                .then()
                .statusCode(200);
    }

    /** A whole attempt: to the first `answered` questions the answer is A, or right. */
    public void takePart(int answered) {
        JsonPath state = start();
        for (int slot = 1; slot <= answered; slot++) {
            String letter = state.getString("slots[" + (slot - 1) + "].type").equals("true-false") ? "T" : "A";
            answer(state.getString("ticket"), slot, slot, letter).then().statusCode(200);
        }
        handIn(state.getString("ticket"));
    }

    private RequestSpecification request() {
        return given().baseUri(server.url()).cookie(Workers.COOKIE, cookie).contentType(ContentType.JSON);
    }

    private record Body(int seq, List<String> answer) {}
}
