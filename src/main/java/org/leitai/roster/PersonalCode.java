package org.leitai.roster;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a worker signs in with 个人码.
 *
 * @param value eight characters of {@link #ALPHABET}
 */
record PersonalCode(String value) {

    /** Without 0 and O, 1, I and L: people copy it by hand from a screenshot. */
    static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final int LONGEST_INPUT = 40;
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\s\\p{Cf}\\p{Pd}]");
    private static final SecureRandom RANDOM = new SecureRandom();

    static PersonalCode random() {
        return new PersonalCode(RANDOM.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(index -> ALPHABET.substring(index, index + 1))
                .collect(Collectors.joining()));
    }

    /** Also in small or full-width letters, with spaces or hyphens. */
    static Optional<PersonalCode> read(String typed) {
        if (typed == null || typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        String code = SEPARATORS.matcher(narrow).replaceAll("").toUpperCase(Locale.ROOT);
        return CODE.matcher(code).matches() ? Optional.of(new PersonalCode(code)) : Optional.empty();
    }

    /** As it is shown: {@code AB3D-EF7H}. */
    String grouped() {
        return value.substring(0, LENGTH / 2) + '-' + value.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "PersonalCode[…]";
    }
}
