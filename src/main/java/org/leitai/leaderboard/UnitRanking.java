package org.leitai.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.leitai.contest.RuleSheet.UnitBoard;
import org.leitai.contest.UnitKey;
import org.leitai.kernel.Points;
import org.leitai.leaderboard.BoardStore.UnitTotal;
import org.leitai.leaderboard.Boards.UnitRow;
import org.leitai.roster.Unit;
import org.leitai.roster.Units;

/** Ranks units by the keys of the rule sheet, in exact integers. Equal units share a rank; the next is skipped. */
final class UnitRanking {

    private UnitRanking() {}

    static List<UnitRow> of(UnitBoard rules, List<UnitTotal> totals, Units units) {
        List<UnitRow> rows = totals.stream().map(total -> row(total, units)).toList();
        return ranked(rows, order(rules));
    }

    static List<UnitRow> ranked(List<UnitRow> rows, Comparator<UnitRow> order) {
        List<UnitRow> sorted = rows.stream()
                .sorted(order.thenComparing(row -> row.unit().value()))
                .toList();
        var ranked = new ArrayList<UnitRow>(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            boolean shared = i > 0 && order.compare(sorted.get(i - 1), sorted.get(i)) == 0;
            ranked.add(sorted.get(i).withRank(shared ? ranked.getLast().rank() : i + 1));
        }
        return ranked;
    }

    /** Better first; units with too few participants behind all others. */
    static Comparator<UnitRow> order(UnitBoard rules) {
        Comparator<UnitRow> enough = Comparator.comparing(row -> row.people() < rules.minimumParticipants());
        return rules.ranking().stream().map(UnitRanking::order).reduce(enough, Comparator::thenComparing);
    }

    private static Comparator<UnitRow> order(UnitKey key) {
        return switch (key) {
            case PARTICIPATION ->
                Comparator.comparing(
                                UnitRow::participationBasisPoints,
                                Comparator.nullsFirst(Comparator.<Long>naturalOrder()))
                        .thenComparing(row -> row.participationBasisPoints() == null ? row.people() : 0)
                        .reversed();
            case MEAN -> Comparator.comparing(UnitRow::mean).reversed();
            case PARTICIPANTS -> Comparator.comparingLong(UnitRow::people).reversed();
        };
    }

    private static UnitRow row(UnitTotal total, Units units) {
        int headcount = units.employees(total.unit());
        return new UnitRow(
                0,
                total.unit(),
                units.find(total.unit()).map(Unit::name).orElse(""),
                total.people(),
                headcount,
                headcount == 0 ? null : total.people() * 10_000 / headcount,
                new Points(total.pointsHundredths() / total.people()));
    }
}
