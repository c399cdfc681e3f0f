package org.leitai.finals.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.leitai.finals.match.MatchEvent.FalseStarted;
import org.leitai.finals.match.MatchEvent.Ruled;
import org.leitai.kernel.Points;

/** What happens to a question while it is on. Pure. */
final class Questions {

    private Questions() {}

    static Question team(Question q, Integer team) {
        return new Question(
                q.shown(),
                team,
                q.nonce(),
                q.buzzes(),
                q.locked(),
                q.tries(),
                q.answers(),
                q.judged(),
                q.rulings(),
                q.fouls());
    }

    /** A team that gets the word once more begins anew. */
    static Question withoutAnswer(Question q, int team) {
        Map<Integer, SeatAnswer> answers = new TreeMap<>(q.answers());
        answers.remove(team);
        return new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                q.buzzes(),
                q.locked(),
                q.tries(),
                Map.copyOf(answers),
                q.judged(),
                q.rulings(),
                q.fouls());
    }

    static Question armed(Question q, long nonce) {
        return new Question(
                q.shown(),
                null,
                nonce,
                List.of(),
                q.locked(),
                q.tries(),
                q.answers(),
                q.judged(),
                q.rulings(),
                q.fouls());
    }

    static Question buzzes(Question q, List<BuzzPlace> buzzes) {
        return new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                buzzes,
                q.locked(),
                q.tries(),
                q.answers(),
                q.judged(),
                q.rulings(),
                q.fouls());
    }

    static Question lock(Question q, int team) {
        Set<Integer> locked = new TreeSet<>(q.locked());
        locked.add(team);
        return new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                q.buzzes(),
                Set.copyOf(locked),
                q.tries(),
                q.answers(),
                q.judged(),
                q.rulings(),
                q.fouls());
    }

    static Question unlockAll(Question q) {
        return new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                q.buzzes(),
                Set.of(),
                q.tries(),
                q.answers(),
                q.judged(),
                q.rulings(),
                q.fouls());
    }

    static Question answer(Question q, int team, SeatAnswer answer) {
        Map<Integer, SeatAnswer> answers = new TreeMap<>(q.answers());
        answers.put(team, answer);
        return new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                q.buzzes(),
                q.locked(),
                q.tries(),
                Map.copyOf(answers),
                q.judged(),
                q.rulings(),
                q.fouls());
    }

    static Question judged(Question q, String judge, Map<String, Points> parts) {
        Map<String, Map<String, Points>> judged = new TreeMap<>(q.judged());
        judged.put(judge, Map.copyOf(parts));
        return new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                q.buzzes(),
                q.locked(),
                q.tries(),
                q.answers(),
                Map.copyOf(judged),
                q.rulings(),
                q.fouls());
    }

    static Question foul(Question q, FalseStarted foul) {
        List<FalseStarted> fouls = new ArrayList<>(q.fouls());
        fouls.add(foul);
        return new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                q.buzzes(),
                q.locked(),
                q.tries(),
                q.answers(),
                q.judged(),
                q.rulings(),
                List.copyOf(fouls));
    }

    static Question ruled(Question q, Ruled ruling) {
        List<Ruled> rulings = new ArrayList<>(q.rulings());
        rulings.add(ruling);
        int tries = q.tries() + (ruling.verdict().failed() ? 1 : 0);
        var next = new Question(
                q.shown(),
                q.team(),
                q.nonce(),
                q.buzzes(),
                q.locked(),
                tries,
                q.answers(),
                q.judged(),
                List.copyOf(rulings),
                q.fouls());
        return ruling.locks() ? lock(next, ruling.team()) : next;
    }

    static Map<Integer, Integer> plusOne(Map<Integer, Integer> counts, int team) {
        Map<Integer, Integer> copy = new TreeMap<>(counts);
        copy.merge(team, 1, Integer::sum);
        return Map.copyOf(copy);
    }
}
