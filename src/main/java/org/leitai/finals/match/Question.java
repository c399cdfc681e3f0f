package org.leitai.finals.match;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.leitai.finals.match.MatchEvent.QuestionShown;
import org.leitai.finals.match.MatchEvent.Ruled;
import org.leitai.kernel.Points;

/**
 * The present question 当前题.
 *
 * @param shown as it was put
 * @param team who is to answer now; null: nobody yet
 * @param nonce of the present buzz window, known from when the question is shown: the version of an event, so never used twice
 * @param buzzes in the order of the last window
 * @param locked teams that may not answer this question any more
 * @param tries how many teams have failed
 * @param answers what seats handed in, by team
 * @param judged scores by judge
 * @param rulings in order
 * @param fouls points that false starts took, by team
 */
public record Question(
        QuestionShown shown,
        Integer team,
        long nonce,
        List<BuzzPlace> buzzes,
        Set<Integer> locked,
        int tries,
        Map<Integer, SeatAnswer> answers,
        Map<String, Map<String, Points>> judged,
        List<Ruled> rulings,
        List<MatchEvent.FalseStarted> fouls) {

    static Question of(QuestionShown shown, long nonce) {
        return new Question(
                shown, shown.team(), nonce, List.of(), Set.of(), 0, Map.of(), Map.of(), List.of(), List.of());
    }

    public String itemRef() {
        return shown.itemRef();
    }

    public int number() {
        return shown.number();
    }

    public boolean ruled(int seat) {
        return rulings.stream().anyMatch(ruling -> ruling.team() == seat);
    }
}
