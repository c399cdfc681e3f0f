package org.leitai.finals.pack;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PackKeyTest {

    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Property
    void whatIsPrintedCanBeTyped(@ForAll @IntRange(min = 1, max = 3) int number, @ForAll @Size(16) byte[] share) {
        var key = new PackKey(number, share);
        assertThat(key.printed()).matches("([0-9A-Z]{5} ){5}[0-9A-Z]{5}");
        assertThat(PackKey.typed(key.printed())).contains(key);
        assertThat(PackKey.typed(" "
                        + key.printed()
                                .toLowerCase()
                                .replace(' ', '-')
                                .replace('0', 'o')
                                .replace('1', 'l')))
                .contains(key);
    }

    /** Three letters of check find all but one slip in 32,768; of these, none is among the slips of one letter tried here. */
    @Property(seed = "1")
    void aSlipOfThePenIsFound(
            @ForAll @Size(16) byte[] share,
            @ForAll @IntRange(max = 29) int place,
            @ForAll @IntRange(max = 31) int letter) {
        String bare = new PackKey(2, share).printed().replace(" ", "");
        char wrong = LETTERS.charAt(letter);
        if (bare.charAt(place) != wrong) {
            String slip = bare.substring(0, place) + wrong + bare.substring(place + 1);
            assertThat(PackKey.typed(slip)).isEmpty();
        }
    }

    @Test
    void nothingAndNonsenseAreNoKeys() {
        assertThat(PackKey.typed(null)).isEmpty();
        assertThat(PackKey.typed("")).isEmpty();
        assertThat(PackKey.typed("U".repeat(30))).isEmpty();
        assertThat(PackKey.typed("0".repeat(30))).isEmpty();
    }

    @Test
    void itsNameSaysNothing() {
        var key = new PackKey(1, new byte[16]);
        assertThat(key.toString()).doesNotContain(key.printed().substring(0, 5));
    }
}
