package org.leitai.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.leitai.contest.RuleSheet.UnitBoard;
import org.leitai.contest.UnitKey;
import org.leitai.kernel.Points;
import org.leitai.kernel.UnitId;
import org.leitai.leaderboard.Boards.UnitRow;

class UnitRankingTest {

    private static final UnitBoard PARTICIPATION_THEN_MEAN =
            new UnitBoard(1, List.of(UnitKey.PARTICIPATION, UnitKey.MEAN), 3);
    private static final UnitBoard MEAN = new UnitBoard(1, List.of(UnitKey.MEAN), 0);

    private static final List<String> NAMES =
            List.of("甲", "乙", "丙", "丁", "戊", "两人的", "三人的", "一人的", "已知", "未知少", "未知多", "未知同");

    @Test
    void equalUnitsShareARankAndTheNextIsSkipped() {
        assertThat(board(MEAN, unit("甲", 5, 10, 90), unit("乙", 6, 10, 95), unit("丙", 7, 10, 90), unit("丁", 8, 10, 80)))
                .containsExactly("1 乙", "2 甲", "2 丙", "4 丁");
    }

    @Test
    void theNextKeyDecidesWhereTheFirstIsEqual() {
        assertThat(board(
                        PARTICIPATION_THEN_MEAN,
                        unit("甲", 5, 10, 80),
                        unit("乙", 50, 100, 90),
                        unit("丙", 6, 10, 10),
                        unit("丁", 5, 10, 80)))
                .containsExactly("1 丙", "2 乙", "3 甲", "3 丁");
    }

    @Test
    void unitsWithTooFewPeopleStandBehindAllOthers() {
        assertThat(board(
                        PARTICIPATION_THEN_MEAN,
                        unit("两人的", 2, 2, 100),
                        unit("三人的", 3, 300, 1),
                        unit("一人的", 1, 1, 100)))
                .containsExactly("1 三人的", "2 两人的", "2 一人的");
    }

    /** Its rate cannot be told, so it cannot be ahead of one that can; among themselves they count by people. */
    @Test
    void unitsOfUnknownHeadcountStandBehindThoseOfKnownAndCountByPeople() {
        assertThat(board(
                        PARTICIPATION_THEN_MEAN,
                        unit("未知少", 30, 0, 100),
                        unit("未知多", 40, 0, 50),
                        unit("已知", 3, 1000, 10),
                        unit("未知同", 40, 0, 60)))
                .containsExactly("1 已知", "2 未知同", "3 未知多", "4 未知少");
    }

    @Test
    void participantsCountByPeople() {
        var rules = new UnitBoard(1, List.of(UnitKey.PARTICIPANTS), 0);
        assertThat(board(rules, unit("甲", 5, 5, 90), unit("乙", 50, 1000, 9))).containsExactly("1 乙", "2 甲");
    }

    @Test
    void theBoardDoesNotDependOnTheOrderInWhichUnitsCome() {
        var units = new ArrayList<>(List.of(
                unit("甲", 5, 10, 80), unit("乙", 5, 10, 80), unit("丙", 5, 10, 80), unit("丁", 4, 0, 80), unit("戊", 1, 1, 1)));
        var expected = UnitRanking.ranked(units, UnitRanking.order(PARTICIPATION_THEN_MEAN));
        for (long seed = 1; seed <= 20; seed++) {
            Collections.shuffle(units, new Random(seed));
            assertThat(UnitRanking.ranked(units, UnitRanking.order(PARTICIPATION_THEN_MEAN)))
                    .as("seed %d", seed)
                    .isEqualTo(expected);
        }
    }

    private static List<String> board(UnitBoard rules, UnitRow... rows) {
        return UnitRanking.ranked(List.of(rows), UnitRanking.order(rules)).stream()
                .map(row -> row.rank() + " " + row.name())
                .toList();
    }

    /** The id is the place of the name in the list: among equals the smaller stands first. */
    private static UnitRow unit(String name, long people, int headcount, long mean) {
        return new UnitRow(
                0,
                new UnitId(NAMES.indexOf(name)),
                name,
                people,
                headcount,
                headcount == 0 ? null : people * 10_000 / headcount,
                Points.of(mean));
    }
}
