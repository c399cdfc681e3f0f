package org.leitai.roster;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.UnitId;
import org.leitai.support.RealServers;
import org.leitai.support.Workers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RegistrationHttpTest {

    @Inject
    Workers workers;

    @Inject
    Units units;

    @Inject
    Persons persons;

    @Inject
    AgroalDataSource database;

    private Unit unit;

    @BeforeEach
    void demoUnitsAreThere() {
        unit = workers.leaves().get(7);
    }

    @Test
    void formOffersTheUnitsAtTheEndsOfTheTree() {
        String page = given().get("/register?to=/c/demo")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("<optgroup label=\"城东区总工会\">")
                .contains("value=\"" + unit.id().value() + "\"")
                .contains("/register?to=%2Fc%2Fdemo")
                .contains("/sign-in?to=%2Fc%2Fdemo")
                .doesNotContain("<option value=\"" + unit.parent().value() + "\"");
    }

    @Test
    void registrationShowsThePersonalCodeAndSignsIn() {
        Response page = register("张小三", Workers.nextPhone(), "/c/demo");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(Workers.codeIn(page)).hasSize(9);
        assertThat(page.asString()).contains("href=\"/c/demo\"");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.getDetailedCookie(Workers.COOKIE).isHttpOnly()).isTrue();
        assertThat(page.getDetailedCookie(Workers.COOKIE).getSameSite()).isEqualTo("Lax");
        assertThat(page.getDetailedCookie(Workers.COOKIE).getPath()).isEqualTo("/");
        me(page.cookie(Workers.COOKIE)).then().statusCode(200);
    }

    @Test
    void ownPageShowsNamePhoneAndUnit() {
        var worker = workers.register("张小三", unit);
        assertThat(me(worker.cookie()).asString())
                .contains("张小三", worker.phone(), "澜江市总工会 › 城西区总工会 › " + unit.name(), "张*三");
    }

    @Test
    void everyFaultStandsBesideItsFieldAndTheInputIsKept() {
        Response page = given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("name", "<b>三\"")
                .formParam("phone", "123")
                .formParam("unit", unit.id().value())
                .post("/register");
        assertThat(page.statusCode()).isEqualTo(422);
        assertThat(page.asString())
                .contains("2 到 30 个字", "11 位大陆手机号", "同意个人信息保护说明后")
                .contains("value=\"&lt;b&gt;三&quot;\"", "value=\"123\"")
                .contains("value=\"" + unit.id().value() + "\" selected")
                .doesNotContain("请从列表中选择");
    }

    @Test
    void emptyFormIsRefusedFieldByField() {
        String page = given().contentType("application/x-www-form-urlencoded")
                .post("/register")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(page).contains("2 到 30 个字", "11 位大陆手机号", "请从列表中选择", "同意个人信息保护说明后");
    }

    @Test
    void onlyUnitsAtTheEndsMayBeChosen() {
        for (String choice : List.of(String.valueOf(unit.parent().value()), "0", "-1", "x", "999999999999999999999")) {
            Workers.post("张三", Workers.nextPhone(), choice).then().statusCode(422);
        }
    }

    @Test
    void registeredPhoneIsRefusedWithTheWayToSignInAndNothingElse() {
        var worker = workers.register("张小三", unit);
        Response page = Workers.post("李四", "+86 " + worker.phone(), id());
        assertThat(page.statusCode()).isEqualTo(409);
        assertThat(page.asString()).contains("已经报过名", "用个人码登录").doesNotContain("张小三");
        assertThat(page.cookie(Workers.COOKIE)).isNull();
    }

    @Test
    void burstOfTwentyWithOnePhoneRegistersOne() throws Exception {
        String phone = Workers.nextPhone();
        List<Integer> statuses = burst(20, () -> Workers.post("张三", phone, id()).statusCode());
        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 409).hasSize(19);
        assertThat(count("select count(*) from person where phone = '" + phone + "'"))
                .isEqualTo(1);
    }

    @Test
    void fullNameNeedsConsentAndConsentCanBeWithdrawn() throws SQLException {
        var worker = workers.register("张小三", unit);
        PersonId id = personOf(worker.phone());
        assertThat(persons.find(id).orElseThrow().boardName()).isEqualTo("张*三");
        decide(worker.cookie(), true);
        decide(worker.cookie(), true);
        assertThat(persons.find(id).orElseThrow().boardName()).isEqualTo("张小三");
        decide(worker.cookie(), false);
        assertThat(persons.find(id).orElseThrow().boardName()).isEqualTo("张*三");
        assertThat(count("select count(*) from consent where kind = 'full-name' and person = " + id.value()))
                .isEqualTo(2);
        assertThat(count("select count(*) from consent where kind = 'privacy' and version = '2026-11'"
                        + " and granted_at is not null and person = " + id.value()))
                .isEqualTo(1);
    }

    @Test
    void consentIsAppendOnlyUntilThePersonIsErased() throws SQLException {
        var worker = workers.register();
        long id = personOf(worker.phone()).value();
        assertThatThrownBy(() -> execute("update consent set version = 'x' where person = " + id))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> execute("delete from consent where person = " + id))
                .hasMessageContaining("append-only");
        execute("delete from person where id = " + id);
        assertThat(count("select count(*) from consent where person = " + id)).isZero();
        me(worker.cookie()).then().statusCode(303).header("Location", org.hamcrest.Matchers.endsWith("/register"));
    }

    @Test
    void personsAreFoundTogether() throws SQLException {
        PersonId first = personOf(workers.register().phone());
        PersonId second = personOf(workers.register().phone());
        Map<PersonId, Person> found = persons.find(List.of(first, second, new PersonId(0)));
        assertThat(found).containsOnlyKeys(first, second);
        assertThat(persons.find(List.of())).isEmpty();
    }

    @Test
    void loadingTheSameUnitsAgainChangesNothing() throws SQLException {
        List<Unit> before = units.all();
        long version = count("select version from unit_version");
        units.load(Workers.demoUnits());
        assertThat(units.all()).isEqualTo(before);
        assertThat(count("select version from unit_version")).isEqualTo(version);
    }

    @Test
    void newHeadcountReachesTheTree() {
        List<String> path = unit.path().stream()
                .map(id -> units.find(id).orElseThrow().name())
                .toList();
        units.load(List.of(new UnitRow(path, 4321)));
        assertThat(units.find(unit.id()).orElseThrow().headcount()).isEqualTo(4321);
        units.load(List.of(new UnitRow(path, unit.headcount())));
        assertThat(units.find(unit.id()).orElseThrow().headcount()).isEqualTo(unit.headcount());
    }

    @Test
    void loadsAtTheSameTimeMakeNoUnitTwice() throws Exception {
        var rows = List.of(new UnitRow(List.of("突发市总工会", "突发厂"), 5));
        burst(8, () -> {
            units.load(rows);
            return 0;
        });
        assertThat(units.all()).filteredOn(each -> each.name().equals("突发厂")).hasSize(1);
        execute("delete from unit where name = '突发厂'; delete from unit where name = '突发市总工会';"
                + " update unit_version set version = version + 1");
        units.refresh();
    }

    @Test
    void ancestorsAreFoundByDepth() {
        UnitId root = units.all().getFirst().id();
        assertThat(units.ancestorAt(unit.id(), 0)).isEqualTo(root);
        assertThat(units.ancestorAt(unit.id(), 1)).isEqualTo(unit.parent());
        assertThat(units.ancestorAt(unit.id(), 9)).isEqualTo(unit.id());
    }

    private String id() {
        return String.valueOf(unit.id().value());
    }

    private Response register(String name, String phone, String to) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .queryParam("to", to)
                .formParam("name", name)
                .formParam("phone", phone)
                .formParam("unit", id())
                .formParam("privacy", "yes")
                .post("/register");
    }

    private static Response me(String cookie) {
        return given().redirects().follow(false).cookie(Workers.COOKIE, cookie).get("/me");
    }

    private static void decide(String cookie, boolean show) {
        given().redirects()
                .follow(false)
                .cookie(Workers.COOKIE, cookie)
                .contentType("application/x-www-form-urlencoded")
                .formParam("show", show)
                .post("/me/full-name")
                .then()
                .statusCode(303);
    }

    private PersonId personOf(String phone) throws SQLException {
        return new PersonId(count("select id from person where phone = '" + phone + "'"));
    }

    private long count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static <T> List<T> burst(int size, Callable<T> task) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(size)) {
            List<Future<T>> futures = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                futures.add(threads.submit(() -> {
                    start.await();
                    return task.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
