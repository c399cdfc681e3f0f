package org.leitai.finals.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeatingTest {

    private static final List<Entrant> FIRST = ranking("1 甲", "2 乙", "3 丙", "3 丁", "5 戊");
    private static final List<Entrant> SECOND = ranking("1 子", "1 丑", "3 寅");

    @Test
    void theBestSoManyPass() {
        assertThat(Cut.of(FIRST, 2)).isEqualTo(new Cut.Passed(FIRST.subList(0, 2)));
        assertThat(Cut.of(FIRST, 4)).isEqualTo(new Cut.Passed(FIRST.subList(0, 4)));
        assertThat(Cut.of(FIRST, 5)).isEqualTo(new Cut.Passed(FIRST));
        assertThat(Cut.of(SECOND, 2)).isEqualTo(new Cut.Passed(SECOND.subList(0, 2)));
    }

    @Test
    void aTieAcrossTheLinePassesNobody() {
        assertThat(Cut.of(FIRST, 3)).isEqualTo(new Cut.Tied(3, 2));
        assertThat(Cut.of(SECOND, 1)).isEqualTo(new Cut.Tied(1, 2));
    }

    @Test
    void whatIsNotThereCannotPass() {
        assertThat(Cut.of(SECOND, 4)).isEqualTo(new Cut.TooFew(3));
        assertThat(Cut.of(List.of(), 1)).isEqualTo(new Cut.TooFew(0));
    }

    @Test
    void byRankTheFirstPlacesOfAllGroupsSitFirst() {
        assertThat(Seating.byRank(List.of(FIRST.subList(0, 2), SECOND))).containsExactly("甲", "子", "丑", "乙", "寅");
    }

    @Test
    void aDrawCanBeRepeatedByItsSeedAndDiffersByIt() {
        List<List<Entrant>> groups = List.of(FIRST, SECOND);
        assertThat(Seating.drawn(groups, 42))
                .isEqualTo(Seating.drawn(groups, 42))
                .containsExactlyInAnyOrderElementsOf(Seating.byRank(groups))
                .isNotEqualTo(Seating.drawn(groups, 43));
    }

    private static List<Entrant> ranking(String... rows) {
        return List.of(rows).stream()
                .map(row -> new Entrant(row.charAt(0) - '0', row.substring(2)))
                .toList();
    }
}
