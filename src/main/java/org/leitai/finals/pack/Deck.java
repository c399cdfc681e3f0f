package org.leitai.finals.pack;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.leitai.finals.stage.QuestionText;

/**
 * The questions of a match as its room reads them 题匣. In the log a question is named by its ordinal, from 1, as a decimal number.
 *
 * @param sealed whether nobody can read them yet: then there are none
 */
public record Deck(List<Card> cards, boolean sealed) {

    static final Deck SEALED = new Deck(List.of(), true);

    /** @param segment null: a spare one */
    public record Card(Integer segment, QuestionText text) {}

    public Deck {
        cards = List.copyOf(cards);
    }

    /** The text behind a reference; what the host asks without paper has none. */
    public QuestionText text(String itemRef) {
        int ordinal = Integer.parseInt(itemRef);
        return ordinal >= 1 && ordinal <= cards.size() ? cards.get(ordinal - 1).text() : QuestionText.SPOKEN;
    }

    /**
     * Which question comes next: of the segment's own the first that nobody has seen; for one that was voided, and when the segment has no
     * more, the first spare one; and when there is none either, one without text.
     *
     * @param replacing whether it takes the place of a question that was voided
     * @param seen ordinals
     */
    public int next(int segment, boolean replacing, Set<Integer> seen) {
        int own = replacing ? 0 : first(segment, seen);
        int any = own == 0 ? first(null, seen) : own;
        return any == 0 ? spoken(seen) : any;
    }

    private int first(Integer segment, Set<Integer> seen) {
        return IntStream.rangeClosed(1, cards.size())
                .filter(ordinal -> Objects.equals(cards.get(ordinal - 1).segment(), segment))
                .filter(ordinal -> !seen.contains(ordinal))
                .findFirst()
                .orElse(0);
    }

    private int spoken(Set<Integer> seen) {
        return Math.max(
                        cards.size(),
                        seen.stream().mapToInt(Integer::intValue).max().orElse(0))
                + 1;
    }
}
