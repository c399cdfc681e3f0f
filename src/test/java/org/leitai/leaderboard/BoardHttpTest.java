package org.leitai.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.contest.Round;
import org.leitai.support.Crowd;
import org.leitai.support.Handset;
import org.leitai.support.RealServers;
import org.leitai.support.Standings;
import org.leitai.support.TestContests;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BoardHttpTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    @Inject
    Standings standings;

    @Inject
    Boards boards;

    @Inject
    TestContests contests;

    @Inject
    Crowd crowd;

    private final Handset spectator = new Handset(null);
    private Round round;

    @BeforeEach
    void aBoardIsInForce() {
        round = contests.open();
        await().atMost(SOON).until(() -> !boards.persons(round, 1).rebuilding());
    }

    @ParameterizedTest
    @DisplayName("LB9 a page that does not exist is the nearest that does")
    @CsvSource({
        "-1, 1", "0, 1", "1, 1", "2, 2", "3, 2", "1000000000, 2", "9223372036854775807, 2", "99999999999999999999, 2",
        "abc, 1", "'', 1", "1.5, 1", "-9223372036854775808, 1", "%27%20or%201=1, 1"
    })
    void aPageThatDoesNotExistIsTheNearestThatDoes(String page, int shown) {
        crowd.members(25).forEach(member -> standings.write(round, member.id(), 50, 1000, contests.now()));
        awaitNews();
        for (String by : List.of("persons", "nonsense")) {
            JsonNode board = json("?by=" + by + "&page=" + page);
            assertThat(board.path("page").asInt()).isEqualTo(shown);
            assertThat(board.path("rows").size()).isEqualTo(shown == 1 ? 20 : 5);
        }
        assertThat(json("?by=units&page=" + page).path("page").asInt()).isEqualTo(1);
    }

    @Test
    void anEmptyBoardHasOneEmptyPage() {
        JsonNode board = json("?page=7");
        assertThat(board.path("pages").asInt()).isEqualTo(1);
        assertThat(board.path("page").asInt()).isEqualTo(1);
        assertThat(board.path("rows")).isEmpty();
        assertThat(spectator.get(Handset.pathOf(round) + "/board").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @DisplayName("LB12 a nasty name is inert")
    @ValueSource(
            strings = {
                "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "张\u202E三", "\u200B\u200B\u200B", "👨‍👩‍👧‍👦一家",
                "{{7*7}}${7*7}{t:of('x')}", "'; drop table person; --", "Z̸̢̛̙͇a̷l̶g̴o̷", "\uFEFF张三\u0007"
            })
    void aNastyNameIsInert(String name) {
        standings.write(round, crowd.named(name).id(), 50, 1000, contests.now());
        awaitNews();
        String page = spectator.get(Handset.pathOf(round) + "/board").body();
        assertThat(page).doesNotContain("<script>alert", "<img src=x", "\u202E", "\u200B", "7*7", "drop table", "\u0007");
        assertThat(json("").path("rows").get(0).path("name").asText()).isNotEmpty().hasSizeLessThan(20).contains("*");
    }

    @Test
    @DisplayName("LB12 a name of a hundred characters is masked to two")
    void aNameOfAHundredCharactersIsMaskedToTwo() {
        standings.write(round, crowd.named("长".repeat(100)).id(), 50, 1000, contests.now());
        awaitNews();
        assertThat(json("").path("rows").get(0).path("name").asText()).isEqualTo("长*长");
    }

    @Test
    void thePersonsOwnRowIsShownWhereverItStands() {
        crowd.members(25).forEach(member -> standings.write(round, member.id(), 90, 1000, contests.now()));
        Crowd.Member last = crowd.member();
        standings.write(round, last.id(), 10, 1000, contests.now());
        awaitNews();
        JsonNode board = last.phone().get("/api" + Handset.pathOf(round) + "/board").json();
        assertThat(board.path("mine").path("rank").asInt()).isEqualTo(26);
        assertThat(board.path("rows")).noneMatch(row -> row.path("mine").asBoolean());
        assertThat(json("").path("mine").isNull()).isTrue();
    }

    private JsonNode json(String query) {
        return spectator.get("/api" + Handset.pathOf(round) + "/board" + query).json();
    }

    /** And until the page of a second ago is forgotten. */
    private void awaitNews() {
        long people = standings.board(round).size();
        await().atMost(SOON).pollInterval(Duration.ofMillis(50)).until(() -> standings.unheard() == 0
                && boards.people(round) == people
                && boards.persons(round, 1).people() == people
                && boards.persons(round, 2).people() == people
                && boards.units(round, 1).people() > 0);
    }
}
