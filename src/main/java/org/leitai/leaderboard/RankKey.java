package org.leitai.leaderboard;

import java.time.Instant;
import java.util.List;
import org.leitai.contest.RankingKey;
import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;

/**
 * A tally as the place in a Redis sorted set that its ranking keys give it 排名键.
 *
 * <p>The set is ordered by score, ascending, and within a score by the bytes of the member. The score holds points and time,
 * {@code (LARGEST_POINTS − points) × 2³² + elapsed milliseconds}, below 2⁵³, where every integer is a double. What else decides
 * leads the member as fixed-width base-36 digits; the person's id ends it, for a stable order, and never decides a rank.
 *
 * @param score exact integer below 2^53
 * @param tie the leading part of the member that still decides; may be empty
 */
record RankKey(long score, String tie, String member) {

    /** In hundredths: 10,485.75 points. The rule sheet allows 10,000. */
    static final long LARGEST_POINTS = (1L << 20) - 1;

    /** 49 days; a longer time counts as this. */
    static final long LONGEST_MILLIS = (1L << 32) - 1;

    private static final int INSTANT_DIGITS = 9; // epoch milliseconds up to the year 5188
    private static final int MILLIS_DIGITS = 7;
    private static final int PERSON_DIGITS = 7;

    static RankKey of(List<RankingKey> ranking, PersonId person, Tally tally) {
        boolean timeSecond = ranksByTime(ranking);
        long score = score(tally.points(), timeSecond ? tally.elapsedMillis() : 0);
        var tie = new StringBuilder();
        for (RankingKey key : ranking.subList(timeSecond ? 2 : 1, ranking.size())) {
            tie.append(
                    switch (key) {
                        case SCORE -> "";
                        case TIME -> digits(Math.min(tally.elapsedMillis(), LONGEST_MILLIS), MILLIS_DIGITS);
                        case FINISH -> digits(tally.finishedAt().toEpochMilli(), INSTANT_DIGITS);
                    });
        }
        return new RankKey(score, tie.toString(), tie + digits(person.value(), PERSON_DIGITS));
    }

    /** The least score of everybody with these points. */
    static long score(Points points, long elapsedMillis) {
        long hundredths = Math.clamp(points.hundredths(), 0, LARGEST_POINTS);
        return (LARGEST_POINTS - hundredths << 32) + Math.clamp(elapsedMillis, 0, LONGEST_MILLIS);
    }

    /** Whether time is the key next to the score; only then the score of a member tells it. */
    static boolean ranksByTime(List<RankingKey> ranking) {
        return ranking.size() > 1 && ranking.get(1) == RankingKey.TIME;
    }

    static Points points(long score) {
        return new Points(LARGEST_POINTS - (score >> 32));
    }

    static long elapsedMillis(long score) {
        return score & LONGEST_MILLIS;
    }

    /** How many leading characters of a member decide. */
    static int tieLength(List<RankingKey> ranking) {
        var any = new Tally(1, Points.ZERO, 0, Instant.EPOCH);
        return of(ranking, new PersonId(0), any).tie().length();
    }

    static PersonId person(String member) {
        return new PersonId(Long.parseLong(member.substring(member.length() - PERSON_DIGITS), 36));
    }

    private static String digits(long value, int width) {
        String text = Long.toString(value, 36);
        return "0".repeat(Math.max(0, width - text.length())) + text;
    }
}
