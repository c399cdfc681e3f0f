package org.leitai.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SplitMix64Test {

    @Test
    void numbersAreThoseOfThePublishedAlgorithm() {
        var random = new SplitMix64(1234567);
        assertThat(Stream.generate(random::next).limit(5).map(Long::toUnsignedString))
                .containsExactly(
                        "6457827717110365317",
                        "3203168211198807973",
                        "9817491932198370423",
                        "4593380528125082431",
                        "16408922859458223821");
    }

    @Test
    void everyOrderOfFourComesUpEquallyOften() {
        var random = new SplitMix64(20261122);
        int[] counts = new int[256];
        for (int i = 0; i < 24_000; i++) {
            List<Integer> order = random.shuffled(List.of(0, 1, 2, 3));
            counts[order.get(0) * 64 + order.get(1) * 16 + order.get(2) * 4 + order.get(3)]++;
        }
        // 23 degrees of freedom: 49.73 is exceeded once in a thousand seeds; this seed is fixed.
        assertThat(ChiSquare.of(counts, 24)).isLessThan(49.73);
    }
}
