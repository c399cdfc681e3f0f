package org.leitai.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.leitai.leaderboard.BoardView.Row;
import org.leitai.support.Preview;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BoardViewTest {

    private static final ZonedDateTime AS_OF = ZonedDateTime.parse("2026-11-22T09:03:25+08:00[Asia/Shanghai]");
    private static final Row MINE = person(128, "李*红", "澜江港务集团第二装卸公司", "90", true);

    @Inject
    ObjectMapper json;

    @Test
    void namesStandAsTheyWereMaskedAndEqualRanksAreRepeated() {
        String html = Preview.chinese("board", new PhoneTemplates.board(persons("live")));

        assertThat(html)
                .contains("<bdi>张*三</bdi>", "3:01.204", "2 / 328")
                .containsPattern("(?s)>2</span>.*>2</span>.*>4</span>")
                .contains("data-board=\"/api/c/anquan/r/1/board?by=persons&amp;page=2\"");
    }

    @Test
    void hostileNameIsInert() {
        String html = Preview.chinese("board-frozen", new PhoneTemplates.board(persons("frozen")));

        assertThat(html).contains("&lt;script&gt;", "已封榜").doesNotContain("<script>alert");
    }

    @Test
    void unitsShowHowManyTookPart() {
        var rows = List.of(
                new Row(1, "澜江港务集团有限公司", null, 1_204L, "83.5", "94.27", null, false),
                new Row(2, "市公共交通集团客运三公司修理厂分工会", null, 96L, "100", "93.8", null, true),
                new Row(3, "装备制造业工会联合会", null, 12L, null, "90", null, false));
        String html = Preview.english(
                "board-units", new PhoneTemplates.board(view("units", rows, rows.get(1), "rebuilding", 1)));

        assertThat(html)
                .contains("1,204 took part · 83.5% of staff", "being rebuilt")
                .doesNotContain("rel=\"next\"");
    }

    @Test
    void emptyBoardInvites() {
        String html =
                Preview.chinese("board-empty", new PhoneTemplates.board(view("persons", List.of(), null, "live", 1)));

        assertThat(html).contains("还没有人上榜，等您打头阵。").containsPattern("data-table hidden");
    }

    @Test
    void jsonCarriesWhatTheScriptReads() {
        JsonNode board = json.valueToTree(persons("live"));

        assertThat(board.path("asOf").asText()).startsWith("2026-11-22T09:03:25");
        assertThat(board.path("state").asText()).isEqualTo("live");
        assertThat(board.path("total").asLong()).isEqualTo(16_384);
        assertThat(board.path("mine").path("rank").asLong()).isEqualTo(128);
        assertThat(board.path("rows").path(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(
                        "rank", "name", "detail", "people", "participationPercent", "score", "elapsedMillis", "mine");
    }

    private static BoardView persons(String state) {
        var rows = new ArrayList<>(List.of(
                person(1, "张*三", "澜江港务集团有限公司", "100", false),
                person(2, "欧*修", "市第一人民医院", "96", false),
                person(2, "买***江", "轨道交通运营公司", "96", false),
                person(4, "<script>alert(1)</script>", "<img src=x>", "95", false),
                person(127, "王*", "澜江市公共交通集团客运三公司修理厂第二车间分工会", "90.25", false),
                MINE));
        for (int rank = 129; rank < 150; rank++) {
            rows.add(person(rank, "陈*", "澜江钢铁", "89.5", false));
        }
        return view("persons", rows, MINE, state, 328);
    }

    private static Row person(long rank, String name, String unit, String score, boolean mine) {
        return new Row(rank, name, unit, null, null, score, 181_204L, mine);
    }

    private static BoardView view(String by, List<Row> rows, Row mine, String state, int pages) {
        return new BoardView(
                "澜江市职工安全生产知识竞赛",
                "/c/anquan",
                "/c/anquan/r/1/board",
                by,
                Math.min(2, pages),
                pages,
                rows.isEmpty() ? 0 : 16_384,
                rows,
                mine,
                state,
                AS_OF);
    }
}
