package org.leitai.finals;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The one-time code that binds a device to a team 席位码: eight characters of 31 (8.5 × 10¹¹ codes), none of which is mistaken for
 * another when it is read out.
 */
record SeatCode(String value) {

    private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = 8;
    private static final Pattern SHAPE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    static SeatCode random() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new SeatCode(code.toString());
    }

    /** Typed by hand: spaces, hyphens and small letters are forgiven. */
    static Optional<SeatCode> typed(String text) {
        String bare = text == null ? "" : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return SHAPE.matcher(bare).matches() ? Optional.of(new SeatCode(bare)) : Optional.empty();
    }

    /** In two groups, as it is printed. */
    String printed() {
        return value.substring(0, LENGTH / 2) + " " + value.substring(LENGTH / 2);
    }

    /** Names nothing of it. */
    @Override
    public String toString() {
        return "(seat code)";
    }
}
