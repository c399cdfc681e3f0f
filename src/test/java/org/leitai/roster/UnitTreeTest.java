package org.leitai.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.UnitId;
import org.leitai.support.Workers;

class UnitTreeTest {

    /**
     * <pre>
     * 1 市 ┬ 2 东 ── 4 厂
     *      └ 3 西
     * </pre>
     */
    private final UnitTree tree = new UnitTree(1, List.of(row(1, null), row(2, 1L), row(3, 1L), row(4, 2L)));

    @Test
    void unitsComeInTreeOrderWithTheirPaths() {
        assertThat(tree.inOrder()).extracting(unit -> unit.id().value()).containsExactly(1L, 2L, 4L, 3L);
        Unit factory = tree.find(new UnitId(4)).orElseThrow();
        assertThat(factory.path()).containsExactly(new UnitId(1), new UnitId(2), new UnitId(4));
        assertThat(factory.parent()).isEqualTo(new UnitId(2));
        assertThat(factory.depth()).isEqualTo(2);
        assertThat(tree.inOrder().getFirst().parent()).isNull();
    }

    @Test
    void onlyUnitsAtTheEndsMayBeChosen() {
        assertThat(Stream.of(1, 2, 3, 4, 5).filter(id -> tree.isLeaf(new UnitId(id))))
                .containsExactly(3, 4);
    }

    @Test
    void theDemoHasTenDistrictsWithSixUnitsEach() {
        List<UnitRow> rows = Workers.demoUnits();
        assertThat(rows).filteredOn(row -> row.path().size() == 2).hasSize(10);
        assertThat(rows).filteredOn(row -> row.path().size() == 3).hasSize(60).allMatch(row -> row.headcount() > 0);
        assertThat(rows).extracting(UnitRow::path).doesNotHaveDuplicates();
    }

    @Test
    void aLineThatIsNoUnitIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnitRow.fromTsv(Stream.of("many\t市")))
                .withMessageContaining("many\t市");
        assertThatIllegalArgumentException().isThrownBy(() -> UnitRow.fromTsv(Stream.of("3\t市\t\t厂")));
    }

    private static StoredUnit row(long id, Long parent) {
        var row = new StoredUnit();
        row.id = id;
        row.parent = parent;
        row.name = "U" + id;
        return row;
    }
}
