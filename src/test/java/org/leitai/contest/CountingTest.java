package org.leitai.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Points;

class CountingTest {

    private static final Comparator<Tally> ORDER = RankingKey.order(List.of(RankingKey.SCORE, RankingKey.TIME));

    private static final Tally FIRST = tally(1, 60, 30_000);
    private static final Tally SECOND = tally(2, 90, 59_999);
    private static final Tally THIRD = tally(3, 90, 60_000);
    private static final Tally FOURTH = tally(4, 90, 59_999);
    private static final List<Tally> ALL = List.of(FIRST, SECOND, THIRD, FOURTH);

    @Test
    void bestCountsTheBestByTheRankingKeysAndOfEqualOnesTheEarlier() {
        assertThat(new Counting.Best().count(ALL, ORDER)).contains(SECOND);
        assertThat(new Counting.Best().count(ALL.reversed(), ORDER)).contains(SECOND);
    }

    @Test
    void firstCountsTheFirstHoweverBad() {
        assertThat(new Counting.First().count(ALL.reversed(), ORDER)).contains(FIRST);
    }

    @Test
    void lastCountsTheLastHoweverBad() {
        assertThat(new Counting.Last().count(ALL.reversed(), ORDER)).contains(FOURTH);
    }

    @Test
    void onlyCountsTheOneThatThereIs() {
        assertThat(new Counting.Only().count(List.of(FIRST), ORDER)).contains(FIRST);
    }

    @Test
    void nothingCountsWhereNothingIsFinished() {
        List.of(new Counting.Best(), new Counting.First(), new Counting.Last(), new Counting.Only())
                .forEach(counting -> assertThat(counting.count(List.of(), ORDER)).isEmpty());
    }

    @Nested
    class TheOrderOfTheRankingKeys {

        @Test
        void putsMorePointsFirstThenLessTimeThenTheEarlierHandIn() {
            Tally slow = new Tally(1, Points.of(90), 60_000, Instant.ofEpochMilli(5));
            Tally late = new Tally(1, Points.of(90), 60_000, Instant.ofEpochMilli(6));
            List<RankingKey> keys = List.of(RankingKey.SCORE, RankingKey.TIME, RankingKey.FINISH);
            var some = new ArrayList<>(List.of(late, FIRST, slow, SECOND));
            some.sort(RankingKey.order(keys));
            assertThat(some).containsExactly(SECOND, slow, late, FIRST);
        }

        @Test
        void looksAtNoKeyThatTheSheetDoesNotName() {
            assertThat(RankingKey.order(List.of(RankingKey.SCORE)).compare(SECOND, THIRD)).isZero();
            assertThat(RankingKey.order(List.of(RankingKey.SCORE, RankingKey.FINISH)).compare(SECOND, FOURTH))
                    .isNegative();
        }
    }

    @Provide
    Arbitrary<List<Tally>> attempts() {
        return Combinators.combine(Arbitraries.integers().between(0, 3), Arbitraries.longs().between(0, 3))
                .as((points, millis) -> tally(1, points, millis))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property
    void noAttemptIsBetterThanTheBest(@ForAll("attempts") List<Tally> attempts) {
        Tally best = new Counting.Best().count(attempts, ORDER).orElseThrow();
        assertThat(attempts).allMatch(attempt -> ORDER.compare(best, attempt) <= 0);
    }

    private static Tally tally(int ordinal, long points, long millis) {
        return new Tally(ordinal, Points.of(points), millis, Instant.ofEpochMilli(ordinal * 1000L));
    }
}
