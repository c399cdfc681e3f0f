package org.leitai.finals.rules;

import java.util.List;
import java.util.Objects;
import org.leitai.kernel.Points;

/**
 * All that can be configured of a final 比赛规则. Data, not code; {@link MatchRulesFormat} reads, checks and writes it.
 *
 * @param teams the most that may sit on stage
 * @param members players of a team
 * @param floor no score falls below it; null: no floor
 * @param foul for segments that say nothing of it
 * @param tieBreak first to last; equal in all: the place is shared
 * @param heats null: this match stands alone
 * @param lifelines for the whole match; segments may have their own
 */
public record MatchRules(
        String title,
        Integer teams,
        Integer members,
        Points startScore,
        Points floor,
        FoulPolicy foul,
        List<TieKey> tieBreak,
        PersonalPoints personal,
        Heats heats,
        List<Lifeline> lifelines,
        List<Segment> segments) {

    public MatchRules {
        teams = Objects.requireNonNullElse(teams, 8);
        members = Objects.requireNonNullElse(members, 3);
        startScore = Objects.requireNonNullElse(startScore, Points.ZERO);
        foul = Objects.requireNonNullElse(foul, FoulPolicy.LOCK_OUT);
        tieBreak = tieBreak == null ? List.of() : List.copyOf(tieBreak);
        personal = Objects.requireNonNullElse(personal, PersonalPoints.NONE);
        lifelines = lifelines == null ? List.of() : List.copyOf(lifelines);
        segments = segments == null ? List.of() : List.copyOf(segments);
    }

    public FoulPolicy foulPolicy(Segment segment) {
        return segment.buzz() == null || segment.buzz().foul() == null
                ? foul
                : segment.buzz().foul();
    }
}
