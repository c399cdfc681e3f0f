package org.leitai.support;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.leitai.roster.Unit;
import org.leitai.roster.UnitRow;
import org.leitai.roster.Units;

/** Registers fictitious workers as a phone does it, by HTTP. Their numbers come from 199-0000-xxxx. */
@Singleton
public class Workers {

    public static final String COOKIE = "leitai-worker";

    private static final Pattern CODE = Pattern.compile("<strong>([2-9A-Z]{4}-[2-9A-Z]{4})</strong>");
    private static final AtomicInteger NEXT = new AtomicInteger();

    /** @param cookie the value of {@link #COOKIE} */
    public record Worker(String name, String phone, String code, String cookie) {}

    private final Units units;

    Workers(Units units) {
        this.units = units;
    }

    /** A new worker with a name and a number of their own, in the first unit. */
    public Worker register() {
        return register("测试" + "甲乙丙丁戊己庚辛壬癸".charAt(NEXT.get() % 10), leaves().getFirst());
    }

    public Worker register(String name, Unit unit) {
        String phone = nextPhone();
        Response response = post(name, phone, String.valueOf(unit.id().value()));
        if (response.statusCode() != 200) {
            throw new AssertionError("registration answered " + response.statusCode() + "\n" + response.asString());
        }
        return new Worker(name, phone, codeIn(response), response.cookie(COOKIE));
    }

    /** The form as the page sends it, with the privacy notice agreed to. */
    public static Response post(String name, String phone, String unit) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .redirects()
                .follow(false)
                .formParam("name", name)
                .formParam("phone", phone)
                .formParam("unit", unit)
                .formParam("privacy", "yes")
                .post("/register");
    }

    public static String nextPhone() {
        return "1990000%04d".formatted(NEXT.incrementAndGet());
    }

    public static String codeIn(Response page) {
        return CODE.matcher(page.asString())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no personal code in\n" + page.asString()));
    }

    /** The units that a worker can choose; the demo's are loaded first. */
    public List<Unit> leaves() {
        units.load(demoUnits());
        List<Unit> all = units.all();
        return all.stream()
                .filter(unit -> all.stream().noneMatch(other -> unit.id().equals(other.parent())))
                .toList();
    }

    public static List<UnitRow> demoUnits() {
        var file = Workers.class.getResourceAsStream("/demo/units.tsv");
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return UnitRow.fromTsv(lines.lines());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
