package org.leitai.finals.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.leitai.finals.rules.Lifeline;
import org.leitai.finals.rules.LifelineScope;
import org.leitai.finals.rules.Segment;

/** Which helps there are, and how often they were used 求助. Pure. */
final class Lifelines {

    private Lifelines() {}

    static Optional<Lifeline> find(MatchState state, String code) {
        Stream<Lifeline> here = state.segment().map(Segment::lifelines).stream().flatMap(List::stream);
        return Stream.concat(here, state.rules().lifelines().stream())
                .filter(lifeline -> lifeline.code().equals(code))
                .findFirst();
    }

    static int left(MatchState state, Lifeline lifeline, int team) {
        return lifeline.count() - state.score(team).lifelines().getOrDefault(key(state, lifeline.code()), 0);
    }

    /** Those of the segment first; one that both have is the segment's. */
    static Map<Lifeline, Integer> left(MatchState state, int team) {
        var left = new LinkedHashMap<Lifeline, Integer>();
        Stream<Lifeline> here = state.segment().map(Segment::lifelines).stream().flatMap(List::stream);
        Stream.concat(here, state.rules().lifelines().stream())
                .filter(lifeline ->
                        find(state, lifeline.code()).filter(lifeline::equals).isPresent())
                .forEach(lifeline -> left.put(lifeline, Math.max(0, left(state, lifeline, team))));
        return left;
    }

    /** Those of a segment are counted by segment. */
    static String key(MatchState state, String code) {
        boolean perSegment = find(state, code)
                .map(lifeline -> lifeline.scope() == LifelineScope.SEGMENT)
                .orElse(false);
        return perSegment ? code + "@" + state.segmentIndex() : code;
    }
}
