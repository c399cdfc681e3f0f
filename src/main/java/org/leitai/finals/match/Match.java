package org.leitai.finals.match;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.finals.rules.MatchRules;

/** A final as a pure function of rules, teams and events 一场决赛. */
public final class Match {

    private Match() {}

    /**
     * @param teams by seat, 1…n without gaps
     * @throws IllegalArgumentException for no team, too many, or seats with gaps
     */
    public static MatchState start(MatchRules rules, List<TeamSeat> teams) {
        boolean seated = !teams.isEmpty()
                && teams.size() <= rules.teams()
                && IntStream.range(0, teams.size()).allMatch(i -> teams.get(i).number() == i + 1);
        if (!seated) {
            throw new IllegalArgumentException("teams do not fit the seats");
        }
        List<TeamScore> scores = teams.stream()
                .map(team -> TeamScore.start(
                        team, rules.startScore(), rules.segments().size()))
                .toList();
        return new MatchState(
                rules,
                List.copyOf(teams),
                0,
                0,
                Scene.OPENING,
                null,
                Phase.IDLE,
                null,
                null,
                Progress.NONE,
                null,
                scores,
                null,
                List.of(),
                Desk.NONE,
                Past.NONE);
    }

    /** @param now when the command arrived; clocks and answer times are measured to it */
    public static Decision decide(MatchState state, MatchCommand command, Instant now) {
        return Decider.decide(state, command, now);
    }

    /** @param events without gaps from version 1 */
    public static MatchState fold(MatchRules rules, List<TeamSeat> teams, List<Stamped> events) {
        MatchState state = start(rules, teams);
        for (Stamped event : events) {
            state = state.apply(event);
        }
        return state;
    }
}
