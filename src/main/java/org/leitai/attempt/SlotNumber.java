package org.leitai.attempt;

import java.util.Optional;

/** The number of a slot in an address: one to three digits, no sign, no leading zero. */
final class SlotNumber {

    private SlotNumber() {}

    static Optional<Integer> read(String text) {
        return text.matches("[1-9][0-9]{0,2}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }
}
