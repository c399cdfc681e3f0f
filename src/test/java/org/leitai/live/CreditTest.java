package org.leitai.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Also where the nanosecond counter is negative or about to overflow, for it starts anywhere. */
class CreditTest {

    private static final long FIFTY_MILLIS = 50_000_000;

    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MAX_VALUE - 1000, Long.MIN_VALUE + 1000})
    void fortyAtOnceThenOneEveryFiftyMilliseconds(long start) {
        var credit = new Credit(start);
        assertThat(taken(credit, start, 100)).isEqualTo(40);
        assertThat(taken(credit, start + FIFTY_MILLIS - 1, 100)).isZero();
        assertThat(taken(credit, start + FIFTY_MILLIS, 100)).isEqualTo(1);
        assertThat(taken(credit, start + 3 * FIFTY_MILLIS, 100)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE - 1000})
    void restDoesNotSaveUpMoreThanForty(long start) {
        var credit = new Credit(start);
        assertThat(taken(credit, start + 1000 * FIFTY_MILLIS, 100)).isEqualTo(40);
    }

    private static long taken(Credit credit, long nowNanos, int tries) {
        return IntStream.range(0, tries).filter(i -> credit.take(nowNanos)).count();
    }
}
