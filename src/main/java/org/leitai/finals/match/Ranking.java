package org.leitai.finals.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.TieKey;
import org.leitai.kernel.Points;

/** The order of teams 排名: by score, then by the tie keys of the rules. Pure. */
final class Ranking {

    private static final Comparator<TeamScore> BY_SCORE =
            Comparator.comparing(TeamScore::score).reversed();

    private Ranking() {}

    /** Better first; equal ones by seat. */
    static List<Standing> of(MatchRules rules, List<TeamScore> scores) {
        Comparator<TeamScore> order = rules.tieBreak().stream()
                .map(key -> comparator(key, rules, scores))
                .reduce(BY_SCORE, Comparator::thenComparing);
        List<TeamScore> sorted =
                scores.stream().sorted(order.thenComparing(TeamScore::team)).toList();
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < sorted.size(); i++) {
            TeamScore here = sorted.get(i);
            TeamScore above = i == 0 ? null : sorted.get(i - 1);
            boolean shared = above != null && order.compare(above, here) == 0;
            int rank = shared ? standings.getLast().rank() : i + 1;
            standings.add(
                    new Standing(rank, here.team(), here.name(), here.score(), decider(rules, scores, above, here)));
        }
        return List.copyOf(standings);
    }

    private static TieKey decider(MatchRules rules, List<TeamScore> scores, TeamScore above, TeamScore here) {
        if (above == null || !above.score().equals(here.score())) {
            return null;
        }
        return rules.tieBreak().stream()
                .filter(key -> comparator(key, rules, scores).compare(above, here) != 0)
                .findFirst()
                .orElse(null);
    }

    private static Comparator<TeamScore> comparator(TieKey key, MatchRules rules, List<TeamScore> scores) {
        return switch (key) {
            case PLAY_OFF -> Comparator.comparing(TeamScore::playOff).reversed();
            case MORE_RIGHT -> Comparator.comparingInt(TeamScore::right).reversed();
            case FEWER_WRONG -> Comparator.comparingInt(TeamScore::wrong);
            case FEWER_FOULS -> Comparator.comparingInt(TeamScore::fouls);
            case LESS_TIME -> Comparator.comparingLong(TeamScore::answerMillis);
            case BUZZER_POINTS ->
                Comparator.<TeamScore, Points>comparing(team -> buzzerPoints(rules, team))
                        .reversed();
            case LAST_SEGMENT -> {
                int last = lastScored(scores);
                yield Comparator.<TeamScore, Points>comparing(team ->
                                last < 0 ? Points.ZERO : team.bySegment().get(last))
                        .reversed();
            }
        };
    }

    private static Points buzzerPoints(MatchRules rules, TeamScore team) {
        return IntStream.range(0, rules.segments().size())
                .filter(i -> rules.segments().get(i).kind() == SegmentKind.BUZZER)
                .mapToObj(i -> team.bySegment().get(i))
                .reduce(Points.ZERO, Points::plus);
    }

    private static int lastScored(List<TeamScore> scores) {
        int segments = scores.isEmpty() ? 0 : scores.getFirst().bySegment().size();
        return IntStream.range(0, segments)
                .filter(i -> scores.stream()
                        .anyMatch(team -> !team.bySegment().get(i).equals(Points.ZERO)))
                .max()
                .orElse(-1);
    }
}
