package org.leitai.report;

import java.util.List;
import java.util.stream.Collectors;
import org.leitai.contest.RankingKey;

/**
 * The rule sheet's order as SQL 名次算式, on {@code standing s}: computed apart from the boards in Redis, so that each can be held
 * against the other.
 */
final class RankOrder {

    private RankOrder() {}

    /** Made of constants only. */
    static String sql(List<RankingKey> keys) {
        return keys.stream().map(RankOrder::sql).collect(Collectors.joining(", "));
    }

    private static String sql(RankingKey key) {
        return switch (key) {
            case SCORE -> "s.points_hundredths desc";
            case TIME -> "s.elapsed_millis";
            case FINISH -> "date_trunc('milliseconds', s.finished_at)";
        };
    }
}
