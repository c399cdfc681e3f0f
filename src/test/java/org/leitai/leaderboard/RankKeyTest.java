package org.leitai.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.contest.RankingKey;
import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;

class RankKeyTest {

    private static final List<RankingKey> SCORE = List.of(RankingKey.SCORE);
    private static final List<RankingKey> ALL = List.of(RankingKey.SCORE, RankingKey.TIME, RankingKey.FINISH);

    private record Row(PersonId person, Tally tally) {

        RankKey key(List<RankingKey> ranking) {
            return RankKey.of(ranking, person, tally);
        }
    }

    @Provide
    Arbitrary<List<RankingKey>> rankings() {
        return Arbitraries.of(
                SCORE,
                ALL,
                List.of(RankingKey.SCORE, RankingKey.TIME),
                List.of(RankingKey.SCORE, RankingKey.FINISH),
                List.of(RankingKey.SCORE, RankingKey.FINISH, RankingKey.TIME));
    }

    /** Near the edges and near one another, where an order breaks. */
    @Provide
    Arbitrary<Row> rows() {
        Arbitrary<Long> hundredths = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 1_000_000), Arbitraries.of(0L, 1L, 999_999L, 1_000_000L));
        Arbitrary<Long> millis = Arbitraries.oneOf(
                Arbitraries.longs().between(0, RankKey.LONGEST_MILLIS),
                Arbitraries.of(0L, 1L, 59_999L, 60_000L, RankKey.LONGEST_MILLIS - 1, RankKey.LONGEST_MILLIS));
        Arbitrary<Long> finish = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 4_102_444_800_000L), Arbitraries.of(0L, 1L, 4_102_444_799_999L));
        Arbitrary<Long> person = Arbitraries.oneOf(
                Arbitraries.longs().between(0, 78_364_164_095L), Arbitraries.of(0L, 1L, 35L, 36L, 78_364_164_095L));
        return Combinators.combine(person, hundredths, millis, finish)
                .as((id, points, elapsed, at) -> new Row(
                        new PersonId(id), new Tally(1, new Points(points), elapsed, Instant.ofEpochMilli(at))));
    }

    @Property(tries = 5000)
    @DisplayName("LB5 TM11 the order of score and member is the order of the ranking keys")
    void theOrderOfScoreAndMemberIsTheOrderOfTheRankingKeys(
            @ForAll("rankings") List<RankingKey> ranking, @ForAll("rows") Row one, @ForAll("rows") Row other) {
        int byKeys = RankingKey.order(ranking).compare(one.tally(), other.tally());
        int expected = byKeys != 0 ? byKeys : Long.compare(one.person().value(), other.person().value());
        assertThat(Integer.signum(redisOrder().compare(one.key(ranking), other.key(ranking))))
                .isEqualTo(Integer.signum(expected));
    }

    @Property(tries = 5000)
    @DisplayName("LB6 people share a rank exactly when they are equal in every ranking key")
    void peopleShareARankExactlyWhenTheyAreEqualInEveryRankingKey(
            @ForAll("rankings") List<RankingKey> ranking, @ForAll("rows") Row one, @ForAll("rows") Row other) {
        RankKey key = one.key(ranking);
        RankKey otherKey = other.key(ranking);
        boolean shared = key.score() == otherKey.score() && key.tie().equals(otherKey.tie());
        assertThat(shared).isEqualTo(RankingKey.order(ranking).compare(one.tally(), other.tally()) == 0);
    }

    @Property
    @DisplayName("LB5 a score is an integer that a double holds exactly")
    void aScoreIsAnIntegerThatADoubleHoldsExactly(@ForAll("rankings") List<RankingKey> ranking, @ForAll("rows") Row row) {
        long score = row.key(ranking).score();
        assertThat(score).isBetween(0L, (1L << 53) - 1);
        assertThat((long) Double.parseDouble(Double.toString(score))).isEqualTo(score);
    }

    @Property
    void pointsTimeAndPersonAreReadBack(@ForAll("rankings") List<RankingKey> ranking, @ForAll("rows") Row row) {
        RankKey key = row.key(ranking);
        assertThat(RankKey.points(key.score())).isEqualTo(row.tally().points());
        assertThat(RankKey.person(key.member())).isEqualTo(row.person());
        assertThat(key.tie()).hasSize(RankKey.tieLength(ranking));
        if (RankKey.ranksByTime(ranking)) {
            assertThat(RankKey.elapsedMillis(key.score())).isEqualTo(row.tally().elapsedMillis());
        }
    }

    @Test
    @DisplayName("TM11 a millisecond decides, and nothing below it")
    void aMillisecondDecidesAndNothingBelowIt() {
        Tally faster = new Tally(1, Points.of(90), 59_999, Instant.ofEpochMilli(1));
        Tally slower = new Tally(1, Points.of(90), 60_000, Instant.ofEpochMilli(1));
        Tally laterByNanos = new Tally(1, Points.of(90), 60_000, Instant.ofEpochMilli(1).plusNanos(999_999));
        assertThat(RankKey.of(ALL, new PersonId(1), faster).score())
                .isLessThan(RankKey.of(ALL, new PersonId(1), slower).score());
        assertThat(RankKey.of(ALL, new PersonId(1), laterByNanos)).isEqualTo(RankKey.of(ALL, new PersonId(1), slower));
    }

    @Test
    void aTimeLongerThanTheLongestCountsAsIt() {
        Tally endless = new Tally(1, Points.of(90), Long.MAX_VALUE, Instant.EPOCH);
        assertThat(RankKey.elapsedMillis(RankKey.of(ALL, new PersonId(1), endless).score()))
                .isEqualTo(RankKey.LONGEST_MILLIS);
    }

    /** As Redis sorts: by the score as a double, then by the bytes of the member. */
    private static Comparator<RankKey> redisOrder() {
        return Comparator.comparingDouble((RankKey key) -> (double) key.score())
                .thenComparing(key -> key.member().getBytes(StandardCharsets.US_ASCII), Arrays::compareUnsigned);
    }
}
