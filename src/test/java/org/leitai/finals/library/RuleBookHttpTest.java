package org.leitai.finals.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.rules.Everything;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.support.RealServers;
import org.leitai.support.StaffSession;
import org.leitai.support.Uploads;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RuleBookHttpTest {

    private static final String FORM = "/staff/finals/rules/form";

    private String organizer;

    @BeforeEach
    void signIn() {
        organizer = StaffSession.as("organizer").cookie();
    }

    @Nested
    class TheForm {

        @Test
        void losesNothingOfWhatAPageShows() {
            Everything.presets().forEach((code, yaml) -> {
                String page = page(FORM + "?from=" + code);
                assertThat(fileOf(page)).as(code).isEqualTo(Everything.read(yaml));
            });
        }

        @Test
        void losesNothingOfRulesThatUseEverything() {
            String page = load("", new MatchRulesFormat().toYaml(Everything.all()))
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(fileOf(page)).isEqualTo(Everything.all());
        }

        @Test
        void showsTheSheetAsItWouldBePrinted() {
            assertThat(page(FORM + "?from=fi-01")).contains("第 1 环节　个人必答题", "由一名选手独立作答", "提前抢答为犯规，该队不得再抢本题，扣 10 分。");
        }

        @Test
        void putsEveryFaultBesideItsFieldAndKeepsWhatWasTyped() {
            Map<String, String> fields = HtmlForm.fields(page(FORM + "?from=fi-01"));
            fields.put("title", "");
            fields.put("teams", "许多");
            fields.put("segments[2].points.wrong", "10");
            fields.put("segments[3].risk[1].value", "<b>二十</b>");
            Response refused = post(fields, "save");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString())
                    .contains("有 4 处要改", "value=\"许多\"", "&lt;b&gt;二十&lt;/b&gt;", "第 2 环节 · 答错")
                    .contains("<span class=\"field-error\" id=\"f-title-fault\">缺少这个字段，请补上。</span>")
                    .contains("id=\"f-segments-2-points-wrong-fault\">扣分要写成负数，不扣分写 0。")
                    .doesNotContain("<b>二十");
        }

        @Test
        void addsMovesCopiesAndRemovesSegments() {
            Map<String, String> fields = HtmlForm.fields(page(FORM + "?from=fi-72"));
            fields.put("add", "slate");
            String page = post(fields, "add").then().statusCode(200).extract().asString();
            assertThat(titles(page)).containsExactly("必答题", "抢答题", "题板");
            page = post(HtmlForm.fields(page), "up:3").asString();
            assertThat(titles(page)).containsExactly("必答题", "题板", "抢答题");
            page = post(HtmlForm.fields(page), "copy:1").asString();
            assertThat(titles(page)).containsExactly("必答题", "必答题", "题板", "抢答题");
            page = post(HtmlForm.fields(page), "remove:1").asString();
            assertThat(titles(page)).containsExactly("必答题", "题板", "抢答题");
        }

        @Test
        void holdsTheMostSegmentsThatThereMayBe() {
            MatchRules all = Everything.all();
            String page = load("", new MatchRulesFormat().toYaml(all)).asString();
            for (int i = all.segments().size(); i < 40; i++) {
                page = post(HtmlForm.fields(page), "copy:1")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString();
            }
            assertThat(fileOf(page).segments()).hasSize(40);
            assertThat(post(
                                    HtmlForm.fields(post(HtmlForm.fields(page), "copy:1")
                                            .asString()),
                                    "save")
                            .then()
                            .statusCode(422)
                            .extract()
                            .asString())
                    .contains("最多 40 个环节");
        }

        @Test
        void madeOfNothingOrNonsenseIsAskedForAgain() {
            assertThat(post(Map.of(), "save").statusCode()).isEqualTo(422);
            assertThat(post(Map.of("segments[9999].x", "y", "segments[0].kind", "\u0000"), "up:7")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post(Map.of("title", "t", "set", "4711"), "save").statusCode())
                    .isIn(404, 422);
            staff().get(FORM + "?from=no-such").then().statusCode(404);
            staff().get(FORM + "?set=999999").then().statusCode(404);
        }

        private List<String> titles(String page) {
            Map<String, String> fields = HtmlForm.fields(page);
            return Stream.iterate(1, i -> fields.containsKey("segments[" + i + "].title"), i -> i + 1)
                    .map(i -> fields.get("segments[" + i + "].title"))
                    .toList();
        }

        private MatchRules fileOf(String page) {
            Response file = post(HtmlForm.fields(page), "file");
            assertThat(file.statusCode()).isEqualTo(200);
            assertThat(file.header("Content-Disposition")).startsWith("attachment");
            return Everything.read(file.asString());
        }
    }

    @Nested
    class OwnRules {

        @Test
        void areSavedAsVersionsAndOfferedForANewFinal() {
            String place = save(HtmlForm.fields(page(FORM + "?from=fi-01")), "我们的规则");
            String id = place.substring(place.lastIndexOf('/') + 1);
            assertThat(page(place)).contains("我们的规则", "第 1 版", "第 1 环节　个人必答题");
            assertThat(page("/staff/finals/rules")).contains("我们的规则");
            assertThat(page("/staff/finals/new?rules=" + id))
                    .contains("<option value=\"" + id + "\" selected>我们的规则</option>");
            Map<String, String> again = HtmlForm.fields(page(FORM + "?set=" + id));
            assertThat(save(again, "我们的规则二")).isEqualTo(place);
            assertThat(page(place)).contains("我们的规则二", "第 2 版");
            String file = staff().get(place + "/rules.yaml")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(Everything.read(file).title()).isEqualTo("我们的规则二");
            staff().contentType("application/x-www-form-urlencoded; charset=utf-8")
                    .formParams(Map.of("code", "own-" + id, "title", "决赛", "teams", "甲\n乙", "preset", id))
                    .post("/staff/finals/new")
                    .then()
                    .statusCode(303);
            assertThat(staff().get("/staff/finals/own-" + id + "/rules.yaml").asString())
                    .isEqualTo(file);
            assertThat(given().get("/live/own-" + id + "/rules")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .contains("第 1 环节　个人必答题", "加赛得分，高的在前")
                    .doesNotContain("play-off", "PLAY_OFF");
        }

        @Test
        void ofTwoWhoEditTheSameVersionTheSlowerIsTold() {
            String place = save(HtmlForm.fields(page(FORM + "?from=fi-01")), "两人在改");
            Map<String, String> slow = HtmlForm.fields(page(FORM + "?set=" + place.replaceAll(".*/", "")));
            save(new HashMap<>(slow), "先存的");
            slow.put("title", "后存的");
            Response refused = post(slow, "save");
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("后存的", "别人刚刚保存了新的一版");
            assertThat(page(place)).contains("先存的").doesNotContain("后存的");
        }

        private String save(Map<String, String> fields, String title) {
            fields.put("title", title);
            return post(fields, "save")
                    .then()
                    .statusCode(303)
                    .extract()
                    .header("Location")
                    .replaceFirst("^https?://[^/]+", "");
        }
    }

    @Nested
    class AFile {

        @Test
        void isOpenedInTheFormHoweverItComes() {
            String yaml = Everything.presets().get("fi-01");
            assertThat(load("", yaml).asString()).contains("文件已打开，还没有保存。", "南京银行扬州分行工会知识竞赛");
            assertThat(load("\uFEFF" + yaml, "").asString()).contains("文件已打开，还没有保存。");
        }

        @Test
        void withFaultsComesBackWithThem() {
            Response refused = load("", "title: t\nsegments: [{ title: a, kind: buzzer, points: { right: -1 } }]");
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString()).contains("segments[1].points.right", "kind: buzzer");
            assertThat(load("", "").statusCode()).isEqualTo(422);
            assertThat(load("\u0000\u0001 not: [yaml", "").statusCode()).isEqualTo(422);
            assertThat(load("", "a: &x [*x]").statusCode()).isEqualTo(422);
        }
    }

    private Response load(String file, String typed) {
        RequestSpecification request = staff().multiPart(new MultiPartSpecBuilder(typed)
                .controlName("rules")
                .mimeType("text/plain")
                .charset(StandardCharsets.UTF_8)
                .build());
        if (!file.isEmpty()) {
            request.multiPart(
                    Uploads.file("file", "rules.yaml", file.getBytes(StandardCharsets.UTF_8), "application/yaml"));
        }
        return request.post("/staff/finals/rules/import");
    }

    private Response post(Map<String, String> fields, String act) {
        var form = new HashMap<>(fields);
        form.put("act", act);
        return staff().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParams(form)
                .post(FORM);
    }

    private String page(String path) {
        return staff().get(path).then().statusCode(200).extract().asString();
    }

    private RequestSpecification staff() {
        return given().redirects().follow(false).cookie(StaffSession.COOKIE, organizer);
    }
}
