package org.leitai.finals.pack;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.leitai.finals.MatchQuestion;

/**
 * The questions of a match in the order of play, segment by segment, the reserve last 编排. An ordinal, from 1, is a question's name in the
 * log. Immutable; every change gives another one.
 */
public record Arrangement(List<PlacedQuestion> questions) {

    private static final Comparator<PlacedQuestion> BY_SEGMENT =
            Comparator.comparing(PlacedQuestion::segment, Comparator.nullsLast(Comparator.naturalOrder()));

    public Arrangement {
        questions = questions.stream().sorted(BY_SEGMENT).toList(); // stable
    }

    /** A question with its ordinal. */
    record Numbered(int ordinal, MatchQuestion question) {}

    /** Fills the segments one after the other; what is left is the reserve. */
    public static Arrangement spread(PackNeeds needs, List<MatchQuestion> all) {
        return new Arrangement(List.of()).filled(needs, all);
    }

    /** Puts questions where some are missing: in the segments first, then in the reserve. */
    Arrangement filled(PackNeeds needs, List<MatchQuestion> more) {
        var placed = new ArrayList<>(questions);
        Iterator<MatchQuestion> rest = more.iterator();
        for (int segment = 0; segment < needs.parts().size(); segment++) {
            for (int missing = missing(needs, segment); missing > 0 && rest.hasNext(); missing--) {
                placed.add(new PlacedQuestion(rest.next(), segment));
            }
        }
        rest.forEachRemaining(question -> placed.add(new PlacedQuestion(question, null)));
        return new Arrangement(placed);
    }

    /** @param segment null: the reserve */
    int missing(PackNeeds needs, Integer segment) {
        return Math.max(0, needs.of(segment) - of(segment).size());
    }

    List<Numbered> of(Integer segment) {
        var found = new ArrayList<Numbered>();
        for (int i = 0; i < questions.size(); i++) {
            if (Objects.equals(questions.get(i).segment(), segment)) {
                found.add(new Numbered(i + 1, questions.get(i).question()));
            }
        }
        return found;
    }

    boolean has(int ordinal) {
        return ordinal >= 1 && ordinal <= questions.size();
    }

    Arrangement with(List<? extends MatchQuestion> more, Integer segment) {
        var placed = new ArrayList<>(questions);
        more.forEach(question -> placed.add(new PlacedQuestion(question, segment)));
        return new Arrangement(placed);
    }

    Arrangement without(int ordinal) {
        var placed = new ArrayList<>(questions);
        placed.remove(ordinal - 1);
        return new Arrangement(placed);
    }

    Arrangement cleared(Integer segment) {
        return new Arrangement(questions.stream()
                .filter(placed -> !Objects.equals(placed.segment(), segment))
                .toList());
    }

    /** Changes places with the one before or behind it in the same segment; the first and last stay. */
    Arrangement moved(int ordinal, int step) {
        int other = ordinal + step;
        if (!has(other)
                || !Objects.equals(
                        questions.get(ordinal - 1).segment(),
                        questions.get(other - 1).segment())) {
            return this;
        }
        var placed = new ArrayList<>(questions);
        Collections.swap(placed, ordinal - 1, other - 1);
        return new Arrangement(placed);
    }

    /** To the end of another segment, or of the reserve. */
    Arrangement sent(int ordinal, Integer segment) {
        return without(ordinal).with(List.of(questions.get(ordinal - 1).question()), segment);
    }
}
