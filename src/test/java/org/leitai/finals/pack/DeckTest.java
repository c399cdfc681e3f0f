package org.leitai.finals.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.leitai.finals.stage.QuestionText;

/** Cards 1 and 2 are the first segment's, 3 the second's, 4 and 5 spare ones. */
class DeckTest {

    private final Deck deck = deck(0, 0, 1, null, null);

    @Test
    void aSegmentAsksItsOwnInOrder() {
        assertThat(deck.next(0, false, Set.of())).isEqualTo(1);
        assertThat(deck.next(0, false, Set.of(1))).isEqualTo(2);
        assertThat(deck.next(1, false, Set.of(1))).isEqualTo(3);
    }

    @Test
    void aVoidedOneIsReplacedByASpareOne() {
        assertThat(deck.next(0, true, Set.of(1))).isEqualTo(4);
        assertThat(deck.next(0, true, Set.of(1, 4))).isEqualTo(5);
    }

    @Test
    void whereTheSegmentHasNoMoreASpareOneIsAsked() {
        assertThat(deck.next(1, false, Set.of(3))).isEqualTo(4);
        assertThat(deck.next(7, false, Set.of())).isEqualTo(4);
    }

    @Test
    void whenAllAreAskedTheHostSpeaks() {
        assertThat(deck.next(1, false, Set.of(3, 4, 5))).isEqualTo(6);
        assertThat(deck.next(1, false, Set.of(3, 4, 5, 6))).isEqualTo(7);
        assertThat(deck.text("6")).isSameAs(QuestionText.SPOKEN);
    }

    /** As all matches that were made before questions had segments. */
    @Test
    void withoutSegmentsQuestionsAreAskedInOneOrder() {
        Deck flat = deck(null, null, null);
        assertThat(flat.next(0, false, Set.of())).isEqualTo(1);
        assertThat(flat.next(1, true, Set.of(1))).isEqualTo(2);
        assertThat(flat.next(2, false, Set.of(1, 2))).isEqualTo(3);
    }

    @Property
    void nothingIsAskedTwice(
            @ForAll @Size(max = 12) List<@IntRange(max = 3) Integer> places,
            @ForAll @Size(max = 30) List<@IntRange(max = 2) Integer> played,
            @ForAll boolean replacing) {
        Deck any = deck(places.stream().map(place -> place == 3 ? null : place).toArray(Integer[]::new));
        Set<Integer> seen = new HashSet<>();
        for (int segment : played) {
            int next = any.next(segment, replacing, seen);
            assertThat(seen.add(next)).isTrue();
            if (next <= any.cards().size()) {
                Integer own = any.cards().get(next - 1).segment();
                assertThat(own == null || Objects.equals(own, segment)).isTrue();
            }
        }
    }

    private static Deck deck(Integer... segments) {
        return new Deck(
                java.util.Arrays.stream(segments)
                        .map(segment -> new Deck.Card(
                                segment, new QuestionText("stem", List.of(), "key", "", "", null)))
                        .toList(),
                false);
    }
}
