package org.leitai.finals.match;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.leitai.kernel.Points;

/**
 * What a team has 记分. Immutable.
 *
 * @param bySegment by the index of the segment; what was adjusted by hand between segments counts for the one before
 * @param playOff points of play-offs, never part of the score
 * @param personal by player
 * @param answerMillis the time of all its answers together
 * @param riskTaken how often each value was chosen
 * @param lifelines how often each was used, by its code and segment
 * @param substitutes names of players who came in, by player
 */
public record TeamScore(
        int team,
        String name,
        Points score,
        List<Points> bySegment,
        Points playOff,
        Map<Integer, Points> personal,
        int right,
        int wrong,
        int fouls,
        long answerMillis,
        Map<Points, Integer> riskTaken,
        Map<String, Integer> lifelines,
        Map<Integer, String> substitutes) {

    static TeamScore start(TeamSeat seat, Points start, int segments) {
        return new TeamScore(
                seat.number(),
                seat.name(),
                start,
                Collections.nCopies(segments, Points.ZERO),
                Points.ZERO,
                Map.of(),
                0,
                0,
                0,
                0,
                Map.of(),
                Map.of(),
                Map.of());
    }

    /** @param segment -1: before the first */
    TeamScore plus(int segment, Points points) {
        List<Points> sums = new ArrayList<>(bySegment);
        if (segment >= 0) {
            sums.set(segment, sums.get(segment).plus(points));
        }
        return new TeamScore(
                team,
                name,
                score.plus(points),
                List.copyOf(sums),
                playOff,
                personal,
                right,
                wrong,
                fouls,
                answerMillis,
                riskTaken,
                lifelines,
                substitutes);
    }

    TeamScore plusPlayOff(Points points) {
        return new TeamScore(
                team,
                name,
                score,
                bySegment,
                playOff.plus(points),
                personal,
                right,
                wrong,
                fouls,
                answerMillis,
                riskTaken,
                lifelines,
                substitutes);
    }

    TeamScore plusPersonal(Integer player, Points points) {
        if (player == null || points.equals(Points.ZERO)) {
            return this;
        }
        Map<Integer, Points> sums = with(
                personal, player, personal.getOrDefault(player, Points.ZERO).plus(points));
        return new TeamScore(
                team,
                name,
                score,
                bySegment,
                playOff,
                sums,
                right,
                wrong,
                fouls,
                answerMillis,
                riskTaken,
                lifelines,
                substitutes);
    }

    /** Counts a verdict, or with {@code times} -1 takes it back. */
    TeamScore count(Verdict verdict, long millis, int times) {
        return new TeamScore(
                team,
                name,
                score,
                bySegment,
                playOff,
                personal,
                right + (verdict == Verdict.RIGHT ? times : 0),
                wrong + (verdict == Verdict.WRONG || verdict == Verdict.TIMEOUT ? times : 0),
                fouls + (verdict == Verdict.FOUL ? times : 0),
                answerMillis + times * millis,
                riskTaken,
                lifelines,
                substitutes);
    }

    TeamScore takeRisk(Points value, int times) {
        return new TeamScore(
                team,
                name,
                score,
                bySegment,
                playOff,
                personal,
                right,
                wrong,
                fouls,
                answerMillis,
                with(riskTaken, value, riskTaken.getOrDefault(value, 0) + times),
                lifelines,
                substitutes);
    }

    TeamScore useLifeline(String key) {
        return new TeamScore(
                team,
                name,
                score,
                bySegment,
                playOff,
                personal,
                right,
                wrong,
                fouls,
                answerMillis,
                riskTaken,
                with(lifelines, key, lifelines.getOrDefault(key, 0) + 1),
                substitutes);
    }

    TeamScore substitute(int player, String who) {
        return new TeamScore(
                team,
                name,
                score,
                bySegment,
                playOff,
                personal,
                right,
                wrong,
                fouls,
                answerMillis,
                riskTaken,
                lifelines,
                with(substitutes, player, who));
    }

    private static <K extends Comparable<K>, V> Map<K, V> with(Map<K, V> map, K key, V value) {
        Map<K, V> copy = new TreeMap<>(map);
        copy.put(key, value);
        return Collections.unmodifiableMap(copy);
    }
}
