package org.leitai.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PointsTest {

    @ParameterizedTest
    @CsvSource({"10, 1000", "2.5, 250", "0.25, 25", "0, 0", "-0.25, -25", "0.05, 5", "9999999.99, 999999999", "007, 700"})
    void whatPeopleWriteIsReadToTheHundredth(String text, long hundredths) {
        assertThat(Points.parse(text)).isEqualTo(new Points(hundredths));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "1.", ".5", "1.005", "+1", "1e3", "12345678", "1,5", "--1", "NaN", "１", "0x1"})
    void anythingElseIsRefused(String text) {
        assertThatThrownBy(() -> Points.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"1000, 10", "250, 2.5", "25, 0.25", "0, 0", "-25, -0.25", "10000000, 100000"})
    void theyAreWrittenAsPeopleWriteThem(long hundredths, String text) {
        assertThat(new Points(hundredths)).hasToString(text);
    }

    @Property
    void whatIsWrittenIsReadBack(@ForAll @LongRange(min = -999_999_999, max = 999_999_999) long hundredths) {
        assertThat(Points.parse(new Points(hundredths).toString())).isEqualTo(new Points(hundredths));
    }

    @Property
    void partsNeverAddUpToMoreThanTheWhole(
            @ForAll @LongRange(min = 0, max = 1_000_000) long hundredths,
            @ForAll @IntRange(min = 1, max = 26) int whole,
            @ForAll @IntRange(min = 0, max = 26) int parts) {
        Points full = new Points(hundredths);
        Points part = full.fraction(Math.min(parts, whole), whole);
        Points rest = full.fraction(whole - Math.min(parts, whole), whole);
        assertThat(part.plus(rest)).isBetween(full.minus(new Points(1)), full);
    }

    @Test
    void aFractionIsRoundedTowardsZero() {
        assertThat(Points.of(10).fraction(1, 3)).isEqualTo(new Points(333));
        assertThat(new Points(-1000).fraction(1, 3)).isEqualTo(new Points(-333));
    }

    @Test
    void overflowIsAnErrorAndNeverAWrongNumber() {
        Points most = new Points(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(new Points(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.fraction(2, 2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Points(Long.MIN_VALUE).minus(new Points(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Points.of(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }
}
