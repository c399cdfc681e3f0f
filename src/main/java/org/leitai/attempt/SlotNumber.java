package org.leitai.attempt;

import java.util.Optional;

/** The number of a slot in an address: one to three digits, no sign, no leading zero. */
final class SlotNumber {

    private static final int MOST_DIGITS = 3;

    private SlotNumber() {}

    static Optional<Integer> read(String text) {
        int number = 0;
        for (int at = 0; at < text.length(); at++) {
            char digit = text.charAt(at);
            if (digit < '0' || digit > '9' || at == MOST_DIGITS) {
                return Optional.empty();
            }
            number = number * 10 + digit - '0';
        }
        return text.isEmpty() || text.charAt(0) == '0' ? Optional.empty() : Optional.of(number);
    }
}
