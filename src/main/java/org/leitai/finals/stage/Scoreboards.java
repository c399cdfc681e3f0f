package org.leitai.finals.stage;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Scene;
import org.leitai.finals.match.Standing;
import org.leitai.finals.match.TeamScore;
import org.leitai.finals.stage.StageState.Team;

/**
 * The teams with their scores 记分牌, for the jury and for the public. Pure.
 *
 * @param online how many devices of a seat are connected
 */
record Scoreboards(IntUnaryOperator online) {

    /** As the jury sees it. */
    List<Team> live(MatchState match) {
        return teams(match, match.ranking(), match.scores(), Set.of(), true);
    }

    /**
     * While the places are being revealed, a team shows its true score from its turn on and nothing before; the ceremony is no
     * way around it. When all have had their turn the veil is gone.
     */
    List<Team> shown(MatchState match) {
        boolean revealing = match.scene() == Scene.REVEAL
                || match.scene() == Scene.AWARDS
                || !match.revealed().isEmpty();
        if (match.frozen() && revealing) {
            Set<Integer> hidden = match.teams().stream()
                    .map(seat -> seat.number())
                    .filter(team -> !match.revealed().contains(team))
                    .collect(Collectors.toSet());
            return teams(match, match.ranking(), match.scores(), hidden, false);
        }
        List<TeamScore> scores = match.frozen() ? match.frozenScores() : match.scores();
        return teams(match, match.publicRanking(), scores, Set.of(), false);
    }

    private List<Team> teams(
            MatchState match, List<Standing> ranking, List<TeamScore> scores, Set<Integer> hidden, boolean host) {
        var places = new TreeMap<Integer, Integer>();
        var ranks = new TreeMap<Integer, Integer>();
        for (Standing standing : ranking) {
            places.put(standing.team(), places.size());
            ranks.put(standing.team(), standing.rank());
        }
        // Nobody may read an unrevealed place from the order: what is hidden keeps the order of the seats, above the
        // revealed.
        List<Integer> above = hidden.stream().sorted().toList();
        Set<Integer> locked = match.question() == null ? Set.of() : match.lockedOut();
        return scores.stream()
                .map(score -> hidden.contains(score.team())
                        ? new Team(score.name(), null, null, above.indexOf(score.team()), false, null)
                        : new Team(
                                score.name(),
                                score.score().toString(),
                                ranks.get(score.team()),
                                places.get(score.team()),
                                locked.contains(score.team()),
                                host ? online.applyAsInt(score.team()) : null))
                .toList();
    }
}
