package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotNumberTest {

    @Test
    void oneToThreeDigitsAreASlot() {
        assertThat(SlotNumber.read("1")).contains(1);
        assertThat(SlotNumber.read("100")).contains(100);
    }

    @ParameterizedTest
    @DisplayName("AN8 anything else is none")
    @ValueSource(strings = {"", "0", "01", "-1", "+1", "1.0", "1e2", "1000", "9223372036854775808", "a", " 1", "1 ", "１", "0x1", "null"})
    void anythingElseIsNone(String text) {
        assertThat(SlotNumber.read(text)).isEmpty();
    }
}
