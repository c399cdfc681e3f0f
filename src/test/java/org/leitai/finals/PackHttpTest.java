package org.leitai.finals;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.pack.Decks;
import org.leitai.finals.stage.Audience;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.StaffSession;

/** A pack from the first question chosen to the first question shown, over HTTP. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class PackHttpTest {

    @Inject
    TestFinals finals;

    @Inject
    Finals setUp;

    @Inject
    Matches matches;

    @Inject
    Decks decks;

    @Inject
    Sql sql;

    private String code;
    private String secret;
    private StaffSession editor;
    private StaffSession organizer;
    private StaffSession first;
    private StaffSession second;
    private StaffSession safe;

    @BeforeEach
    void aFinalAndItsPeople() {
        code = finals.make();
        secret = "secret-of-" + code;
        editor = StaffSession.as("editor");
        organizer = StaffSession.as("organizer");
        first = StaffSession.as("host");
        second = StaffSession.as("judge");
        safe = StaffSession.as("auditor");
    }

    @Nested
    class PuttingTogether {

        @Test
        void whatWasDrawnWithTheMatchIsSpreadOverItsSegments() {
            String page = desk("0");
            assertThat(page).contains("canary-stem-1<", "canary-stem-6<").doesNotContain("canary-stem-7<");
            assertThat(desk("1")).contains("canary-stem-7<", "canary-stem-9<").doesNotContain("canary-stem-10<");
            assertThat(desk("reserve")).contains("canary-stem-10<", "canary-stem-14<");
        }

        @Test
        void aQuestionIsWrittenMovedAndRemoved() {
            write().then().statusCode(303);
            assertThat(desk("1")).contains(secret + "<", "A. one", "B. two");
            int ordinal = ordinal(secret);
            assertThat(ordinal).isEqualTo(10);
            edit("1", Map.of("act", "up:10")).then().statusCode(303);
            assertThat(ordinal(secret)).isEqualTo(9);
            edit("1", Map.of("act", "move:9", "to", "reserve")).then().statusCode(303);
            assertThat(desk("reserve")).contains(secret + "<");
            assertThat(ordinal(secret)).isEqualTo(15);
            edit("reserve", Map.of("act", "remove:15")).then().statusCode(303);
            assertThat(desk("reserve")).doesNotContain(secret + "<");
        }

        @Test
        void whatIsMissingIsDrawnByRuleTheSameForTheSameSeed() {
            String twin = finals.make();
            for (String match : List.of(code, twin)) {
                editOf(match, "0", Map.of("act", "clear")).then().statusCode(303);
                editOf(match, "0", Map.of("act", "fill", "scope", "all", "type", "single", "seed", "42"))
                        .then()
                        .statusCode(303);
            }
            assertThat(items(code)).hasSize(6).isEqualTo(items(twin));
            assertThat(sql.number(
                            "select count(*) from audit_entry where action = 'finals.pack-edited' and subject = ?"
                                    + " and detail::text like '%\"seed\":42%'",
                            code))
                    .isEqualTo(1);
        }

        @Test
        void aQuestionOfTheBankIsFoundAndPickedOnce() {
            String page = given().cookie(StaffSession.COOKIE, editor.cookie())
                    .queryParams(Map.of("part", "1", "q", "", "type", "true-false", "min", 1, "max", 5))
                    .get(path("/pack"))
                    .asString();
            String id = page.replaceAll("(?s).*?name=\"item\" value=\"(\\d+)\".*", "$1");
            edit("1", Map.of("act", "pick", "item", id)).then().statusCode(303);
            assertThat(items(code)).containsExactly(id);
            edit("1", Map.of("act", "pick", "item", id)).then().statusCode(422);
        }

        @Test
        void faultsStandBesideTheirFieldsAndWhatWasTypedStays() {
            Response refused = edit("0", Map.of("act", "write", "stem", secret, "options", "only one", "key", "C"));
            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.asString()).contains(secret, "only one", "要么不写选项", "有选项时只写选项的字母");
            edit("0", Map.of("act", "fill", "min", "4", "max", "2")).then().statusCode(422);
            edit("0", Map.of("act", "nonsense")).then().statusCode(422);
        }

        @Test
        void theSlowerOfTwoEditorsIsToldSo() {
            int seen = revision();
            write().then().statusCode(303);
            given().cookie(StaffSession.COOKIE, editor.cookie())
                    .formParams(Map.of("revision", seen, "part", "0", "act", "clear"))
                    .post(path("/pack/edit"))
                    .then()
                    .statusCode(409);
            assertThat(desk("0")).contains("canary-stem-1<");
        }

        @Test
        void onceAQuestionHasBeenShownNothingChanges() {
            next();
            next();
            edit("0", Map.of("act", "remove:1")).then().statusCode(409);
            assertThat(desk("0")).contains("canary-stem-1<");
        }
    }

    @Nested
    class Approving {

        @Test
        void whoHasChangedThePackDoesNotApproveIt() {
            var both = StaffSession.as("editor", "reviewer");
            editAs(both, code, "0", Map.of("act", "remove:6")).then().statusCode(303);
            approve(both, true).then().statusCode(409);
            assertThat(status()).isEqualTo("draft");
            approve(StaffSession.as("reviewer"), true).then().statusCode(303);
            assertThat(status()).isEqualTo("approved");
        }

        @Test
        void theDatabaseItselfKnowsOfTheFourEyes() {
            write();
            assertThatThrownBy(() -> sql.update(
                            "update question_pack set approved_by = ? where match_id = ?", editor.username(), id()))
                    .hasStackTraceContaining("question_pack_check");
        }

        @Test
        void missingQuestionsNeedAWord() {
            edit("0", Map.of("act", "remove:6")).then().statusCode(303);
            approve(StaffSession.as("reviewer"), false).then().statusCode(422);
            assertThat(status()).isEqualTo("draft");
        }

        @Test
        void aChangeTakesTheApprovalAway() {
            approve(StaffSession.as("reviewer"), false).then().statusCode(303);
            write().then().statusCode(303);
            assertThat(status()).isEqualTo("draft");
            seal().then().statusCode(409);
        }

        @Test
        void threeDifferentPeopleHoldTheKeys() {
            approve(StaffSession.as("reviewer"), false);
            seal(first.username(), first.username(), safe.username()).then().statusCode(422);
            seal(first.username(), second.username(), "nobody-at-all").then().statusCode(422);
            assertThat(status()).isEqualTo("approved");
        }
    }

    @Nested
    class Sealed {

        private String hash;

        @BeforeEach
        void aSealedPack() {
            write();
            for (int ordinal = 10; ordinal > 7; ordinal--) {
                edit("1", Map.of("act", "up:" + ordinal)).then().statusCode(303);
            }
            approve(StaffSession.as("reviewer"), false).then().statusCode(303);
            seal().then().statusCode(303);
            hash = sql.rows("select encode(hash, 'hex') from question_pack where match_id = ?", id())
                    .getFirst();
        }

        @Test
        void nobodyReadsItOnAnyPageOrInTheDatabase() {
            next();
            Stream.of("/pack?part=0", "/pack?part=1", "/pack?part=reserve", "/pack/open", "/state", "/host", "")
                    .forEach(page -> Stream.of(organizer, editor, first).forEach(reader -> assertThat(get(reader, page))
                            .as("%s", page)
                            .doesNotContain(secret)
                            .doesNotContain("canary")));
            Stream.of("/live/" + code, "/screen/" + code)
                    .forEach(page -> assertThat(given().get(page).asString()).doesNotContain("canary", secret));
            Stream.of(new Audience.Host(), new Audience.Screen(), new Audience.Public(), new Audience.SeatOf(1))
                    .forEach(audience -> assertThat(picture(audience)).doesNotContain("canary", secret));
            assertThat(tablesWith(secret)).isEmpty();
            assertThat(sql.number("select count(*) from match_question where match_id = ?", id()))
                    .isZero();
        }

        @Test
        void itsHashIsPublicAndInTheAuditLog() {
            assertThat(given().get("/live/" + code).asString().replace(" ", "")).contains(hash);
            assertThat(sql.number(
                            "select count(*) from audit_entry where action = 'finals.pack-sealed' and detail::text like ?",
                            "%" + hash + "%"))
                    .isEqualTo(1);
        }

        @Test
        void noQuestionIsShownAndNothingIsChanged() {
            next();
            Response refused = command(Map.of("act", "next"));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("finals.pack.still-sealed");
            edit("0", Map.of("act", "clear")).then().statusCode(409);
            approve(StaffSession.as("reviewer"), true).then().statusCode(409);
            seal().then().statusCode(409);
        }

        @Test
        void aKeyIsShownOnceAndToItsHolderOnly() {
            String key = collect(first);
            assertThat(key).startsWith("1").hasSize(35);
            given().cookie(StaffSession.COOKIE, first.cookie())
                    .post(path("/pack/open/key"))
                    .then()
                    .statusCode(409);
            given().cookie(StaffSession.COOKIE, organizer.cookie())
                    .post(path("/pack/open/key"))
                    .then()
                    .statusCode(409);
            assertThat(tablesWith(key)).isEmpty();
            assertThat(tablesWith(key.replace(" ", ""))).isEmpty();
        }

        @Test
        void twoPeopleOpenItAndItIsPlayed() {
            String one = collect(first);
            String two = collect(second);
            enter(first, one).then().statusCode(200);
            enter(second, two).then().statusCode(303);
            assertThat(status()).isEqualTo("opened");
            assertThat(payloads("pack-opened")).singleElement().asString().contains(hash, first.username());
            assertThat(get(organizer, "/pack/open")).contains("与公布的指纹一致");
            next();
            assertThat(payloads("question-shown")).isEmpty();
            next();
            assertThat(shown()).isEqualTo("canary-stem-1");
            assertThat(get(organizer, "/pack?part=0")).doesNotContain("canary");
        }

        @Test
        void theSpareKeyOpensItToo() {
            String spare = collect(safe);
            enter(organizer, spare).then().statusCode(200);
            enter(second, collect(second)).then().statusCode(303);
            assertThat(status()).isEqualTo("opened");
        }

        @Test
        void anotherNodeAndARestartedOneReadWhatIsOpen() {
            open();
            assertThat(decks.of(setUp.find(code).orElseThrow()).text("1").stem())
                    .isEqualTo("canary-stem-1");
            assertThat(decks.of(setUp.find(code).orElseThrow()).text("7").note())
                    .isEqualTo("say it slowly");
        }

        @Test
        void afterTheMatchAnybodyCanCheckTheHash() throws Exception {
            open();
            assertThat(plain().statusCode()).isEqualTo(409);
            command(Map.of("act", "finish")).then().statusCode(200);
            byte[] text = plain().then().statusCode(200).extract().asByteArray();
            assertThat(new String(text, StandardCharsets.UTF_8)).contains(secret);
            assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text)))
                    .isEqualTo(hash);
        }

        private Response plain() {
            return given().cookie(StaffSession.COOKIE, organizer.cookie()).get(path("/pack/open/plain"));
        }

        @Test
        void theHostAloneReadsTheNote() {
            open();
            command(Map.of("act", "open-segment", "segment", 1)).then().statusCode(200);
            next();
            assertThat(shown()).isEqualTo(secret);
            assertThat(picture(new Audience.Host())).contains("say it slowly");
            command(Map.of("act", "rule", "verdict", "right", "team", 1)).then().statusCode(200);
            next();
            Stream.of(new Audience.Screen(), new Audience.Public(), new Audience.SeatOf(1))
                    .forEach(audience -> assertThat(picture(audience))
                            .contains(secret + "-why")
                            .doesNotContain("say it slowly"));
        }

        @Test
        void onePersonDoesNotOpenItNorOneKeyTwice() {
            String one = collect(first);
            String two = collect(second);
            enter(first, one).then().statusCode(200);
            enter(second, one).then().statusCode(409);
            enter(first, two).then().statusCode(409);
            assertThat(status()).isEqualTo("sealed");
            next();
            assertThat(command(Map.of("act", "next")).statusCode()).isEqualTo(409);
        }

        @Test
        void aSlipOfThePenIsToldFromAWrongKeyAndGuessesEnd() {
            String key = collect(first);
            String slip = key.substring(0, 8) + (key.charAt(8) == 'X' ? 'Y' : 'X') + key.substring(9);
            Response miscopied = enter(first, slip);
            assertThat(miscopied.statusCode()).isEqualTo(422);
            assertThat(miscopied.asString()).contains("抄错了", slip);
            String foreign = keyOfAnotherPack();
            for (int i = 0; i < 5; i++) {
                assertThat(enter(second, foreign).asString()).contains("不是这个试题包的钥匙");
            }
            enter(second, foreign).then().statusCode(429);
            enter(second, key).then().statusCode(429);
            enter(first, key).then().statusCode(200);
        }

        @Test
        void whatWasChangedInTheDatabaseStaysClosed() {
            sql.update(
                    "update question_pack set ciphertext = set_byte(ciphertext, 40, get_byte(ciphertext, 40) # 1)"
                            + " where match_id = ?",
                    id());
            enter(first, collect(first)).then().statusCode(200);
            Response refused = enter(second, collect(second));
            assertThat(refused.statusCode()).isEqualTo(409);
            assertThat(refused.asString()).contains("拒绝启封");
            assertThat(status()).isEqualTo("sealed");
            assertThat(payloads("pack-opened")).isEmpty();
        }

        @Test
        void aHashThatWasExchangedIsFoundToo() {
            sql.update(
                    "update question_pack set hash = set_byte(hash, 0, get_byte(hash, 0) # 1) where match_id = ?",
                    id());
            enter(first, collect(first)).then().statusCode(200);
            enter(second, collect(second)).then().statusCode(409);
            assertThat(status()).isEqualTo("sealed");
        }

        @Test
        void afterAQuarterOfAnHourTheFirstKeyIsForgotten() {
            enter(first, collect(first)).then().statusCode(200);
            sql.update(
                    "update question_pack_key set entered_at = entered_at - interval '15 minutes' where match_id = ?"
                            + " and entered_at is not null",
                    id());
            enter(second, collect(second)).then().statusCode(200);
            assertThat(status()).isEqualTo("sealed");
        }

        @Test
        void lostKeysEndInANewPackNotInNoMatch() {
            discard("").then().statusCode(422);
            discard("both keys burnt").then().statusCode(303);
            assertThat(status()).isEqualTo("draft");
            edit("0", Map.of("act", "fill", "scope", "all")).then().statusCode(303);
            next();
            next();
            assertThat(shown()).isNotBlank().doesNotContain("canary");
        }

        private Response discard(String reason) {
            return given().redirects()
                    .follow(false)
                    .cookie(StaffSession.COOKIE, organizer.cookie())
                    .formParam("reason", reason)
                    .post(path("/pack/discard"));
        }

        private void open() {
            enter(first, collect(first)).then().statusCode(200);
            enter(second, collect(second)).then().statusCode(303);
        }

        private String keyOfAnotherPack() {
            String mine = code;
            code = finals.make();
            approve(StaffSession.as("reviewer"), false);
            seal();
            String key = collect(first);
            code = mine;
            return key;
        }
    }

    @Nested
    class OrderOfPlay {

        @Test
        void aVoidedQuestionIsReplacedFromTheReserve() {
            next();
            next();
            assertThat(shown()).isEqualTo("canary-stem-1");
            voidIt();
            next();
            assertThat(shown()).isEqualTo("canary-stem-10");
            voidIt();
            next();
            assertThat(shown()).isEqualTo("canary-stem-11");
            playOn();
            next();
            assertThat(shown()).isEqualTo("canary-stem-2");
        }

        @Test
        void aSegmentAsksItsOwnQuestionsWheneverItIsOpened() {
            command(Map.of("act", "open-segment", "segment", 1)).then().statusCode(200);
            next();
            assertThat(shown()).isEqualTo("canary-stem-7");
            voidIt();
            command(Map.of("act", "open-segment", "segment", 0)).then().statusCode(200);
            next();
            assertThat(shown()).isEqualTo("canary-stem-1");
        }

        @Test
        @DisplayName("an undone void needs no replacement, and the log names each question")
        void anUndoneVoidNeedsNoReplacement() {
            next();
            next();
            voidIt();
            command(Map.of("act", "undo", "reason", "r")).then().statusCode(200);
            assertThat(shown()).isEqualTo("canary-stem-1");
            playOn();
            next();
            assertThat(shown()).isEqualTo("canary-stem-2");
            assertThat(payloads("question-shown"))
                    .extracting(payload -> payload.replaceAll(".*\"itemRef\":\"(\\d+)\".*", "$1"))
                    .containsExactly("1", "2");
        }

        private void voidIt() {
            command(Map.of("act", "void-question", "reason", "ambiguous"))
                    .then()
                    .statusCode(200);
        }

        private void playOn() {
            next();
            command(Map.of("act", "award", "team", 1)).then().statusCode(200);
            command(Map.of("act", "rule", "verdict", "right")).then().statusCode(200);
            next();
            next();
        }
    }

    private Response write() {
        return edit(
                "1",
                Map.of(
                        "act",
                        "write",
                        "stem",
                        secret,
                        "options",
                        "A. one\nB. two",
                        "key",
                        "b",
                        "explanation",
                        secret + "-why",
                        "source",
                        "s",
                        "note",
                        "say it slowly"));
    }

    private Response edit(String part, Map<String, ?> form) {
        return editOf(code, part, form);
    }

    private Response editOf(String match, String part, Map<String, ?> form) {
        return editAs(editor, match, part, form);
    }

    private Response editAs(StaffSession who, String match, String part, Map<String, ?> form) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, who.cookie())
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form)
                .formParam("part", part)
                .formParam("revision", revision(match))
                .post("/staff/finals/" + match + "/pack/edit");
    }

    private Response approve(StaffSession who, boolean anyway) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, who.cookie())
                .formParams(Map.of("revision", revision(), "anyway", anyway))
                .post(path("/pack/approve"));
    }

    private Response seal() {
        return seal(first.username(), second.username(), safe.username());
    }

    private Response seal(String... holders) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, organizer.cookie())
                .formParam("revision", revision())
                .formParam("holder", (Object[]) holders)
                .post(path("/pack/seal"));
    }

    private String collect(StaffSession holder) {
        return given().cookie(StaffSession.COOKIE, holder.cookie())
                .post(path("/pack/open/key"))
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replaceAll("(?s).*data-key>([^<]+)<.*", "$1");
    }

    private Response enter(StaffSession who, String key) {
        return given().redirects()
                .follow(false)
                .cookie(StaffSession.COOKIE, who.cookie())
                .formParam("key", key)
                .post(path("/pack/open"));
    }

    private String desk(String part) {
        return get(organizer, "/pack?part=" + part);
    }

    private String get(StaffSession reader, String page) {
        return given().cookie(StaffSession.COOKIE, reader.cookie())
                .get(path(page))
                .asString();
    }

    private void next() {
        command(Map.of("act", "next")).then().statusCode(200);
    }

    private Response command(Map<String, Object> body) {
        long version = matches.room(code).orElseThrow().state().version();
        return given().cookie(StaffSession.COOKIE, first.cookie())
                .header("If-Match", "\"" + version + "\"")
                .contentType("application/json")
                .body(body)
                .post(path("/commands"));
    }

    /** The stem on the big screen. */
    private String shown() {
        return matches.room(code)
                .orElseThrow()
                .picture(new Audience.Screen(), matches.now())
                .question()
                .stem();
    }

    private String picture(Audience audience) {
        return matches.json(matches.room(code).orElseThrow().picture(audience, matches.now()));
    }

    private List<String> payloads(String type) {
        return sql.rows(
                "select payload from match_event where match_id = ? and payload like ? order by version",
                id(),
                "{\"type\":\"" + type + "\"%");
    }

    private List<String> items(String match) {
        return sql.rows(
                "select item_version_id from match_question where match_id = (select id from final_match where code = ?)"
                        + " and item_version_id is not null order by ordinal",
                match);
    }

    private int ordinal(String stem) {
        return (int) sql.number(
                "select ordinal from match_question where match_id = ? and written::text like ?",
                id(),
                "%\"" + stem + "\"%");
    }

    /** All tables a row of which has the text in any column, also as bytes. */
    private List<String> tablesWith(String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return sql.rows("select table_name from information_schema.tables where table_schema = 'public'").stream()
                .filter(table -> sql.number(
                                "select count(*) from \"" + table + "\" one where one::text like ? or one::text like ?",
                                "%" + text + "%",
                                "%" + hex + "%")
                        > 0)
                .toList();
    }

    private int revision() {
        return revision(code);
    }

    private int revision(String match) {
        return sql
                .rows(
                        "select revision from question_pack p join final_match m on m.id = p.match_id where m.code = ?",
                        match)
                .stream()
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(0);
    }

    private String status() {
        return sql.rows("select status from question_pack where match_id = ?", id()).stream()
                .findFirst()
                .orElse("draft");
    }

    private long id() {
        return setUp.find(code).orElseThrow().id().value();
    }

    private String path(String end) {
        return "/staff/finals/" + code + end;
    }
}
