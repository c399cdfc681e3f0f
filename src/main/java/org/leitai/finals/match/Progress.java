package org.leitai.finals.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leitai.kernel.Points;

/**
 * How far a segment has come 环节进度.
 *
 * @param segment index; -1: none yet
 * @param entrants who takes part
 * @param out who is out for the rest of it
 * @param failures failed buzzes by team
 * @param fouls false starts by team
 * @param pass from 1; 0: no question yet
 * @param order of the teams in this pass
 * @param turn index into the order
 * @param questionInTurn the last that counted, from 1
 * @param turnOver whether the turn has ended before its last question
 * @param number questions that counted
 * @param replacing whether the next question takes the place of one that was voided
 * @param chosen the risk value that the team on turn wants; null: none yet
 */
public record Progress(
        int segment,
        List<Integer> entrants,
        Set<Integer> out,
        Map<Integer, Integer> failures,
        Map<Integer, Integer> fouls,
        int pass,
        List<Integer> order,
        int turn,
        int questionInTurn,
        boolean turnOver,
        int number,
        boolean replacing,
        Choice chosen) {

    /** What a team on turn wants 选定分值. */
    public record Choice(int team, Points value) {}

    static final Progress NONE =
            new Progress(-1, List.of(), Set.of(), Map.of(), Map.of(), 0, List.of(), 0, 0, false, 0, false, null);

    static Progress opened(int segment, List<Integer> entrants) {
        return new Progress(
                segment, entrants, Set.of(), Map.of(), Map.of(), 0, List.of(), 0, 0, false, 0, false, null);
    }

    Progress at(int newPass, List<Integer> newOrder, int newTurn, int question, boolean over, int newNumber) {
        return new Progress(
                segment,
                entrants,
                out,
                failures,
                fouls,
                newPass,
                newOrder,
                newTurn,
                question,
                over,
                newNumber,
                false,
                null);
    }

    Progress without(Set<Integer> newOut) {
        return new Progress(
                segment,
                entrants,
                newOut,
                failures,
                fouls,
                pass,
                order,
                turn,
                questionInTurn,
                turnOver,
                number,
                replacing,
                chosen);
    }

    Progress counting(Map<Integer, Integer> newFailures, Map<Integer, Integer> newFouls) {
        return new Progress(
                segment,
                entrants,
                out,
                newFailures,
                newFouls,
                pass,
                order,
                turn,
                questionInTurn,
                turnOver,
                number,
                replacing,
                chosen);
    }

    Progress replacing(boolean next) {
        return with(next, chosen);
    }

    Progress choosing(Choice newChosen) {
        return with(replacing, newChosen);
    }

    private Progress with(boolean newReplacing, Choice newChosen) {
        return new Progress(
                segment,
                entrants,
                out,
                failures,
                fouls,
                pass,
                order,
                turn,
                questionInTurn,
                turnOver,
                number,
                newReplacing,
                newChosen);
    }
}
