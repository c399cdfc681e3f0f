package org.leitai.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person answered in one slot 作答, in the one form in which it is stored, compared and sent back: letters of the displayed
 * options in ascending order ("BD"), "T" or "F", or the texts of the blanks with a line feed between them. Empty: nothing.
 */
public record Answer(String canonical) {

    public static final Answer BLANK = new Answer("");

    /** The longest text of a blank; the longest accepted answer in the bank has 16 characters. */
    public static final int LONGEST_TEXT = 64;

    /** And halves of surrogate pairs: the database would store something else, and a retry would not be the same answer. */
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]");

    /** Reads what a client sent; empty when it is no answer to such a slot. */
    public static Optional<Answer> read(SlotShape shape, List<String> given) {
        if (given.isEmpty()) {
            return Optional.of(BLANK);
        }
        return switch (shape.type()) {
            case SINGLE -> given.size() == 1 ? letters(given, shape.size()) : Optional.empty();
            case MULTIPLE -> letters(given, shape.size());
            case TRUE_FALSE ->
                given.equals(List.of("T")) || given.equals(List.of("F"))
                        ? Optional.of(new Answer(given.getFirst()))
                        : Optional.empty();
            case FILL_IN -> texts(given, shape.size());
        };
    }

    /** The parts as a client sends and reads them. */
    public List<String> parts(SlotShape shape) {
        if (canonical.isEmpty()) {
            return List.of();
        }
        return switch (shape.type()) {
            case SINGLE, MULTIPLE, TRUE_FALSE -> letters(canonical);
            case FILL_IN -> List.of(canonical.split("\n", -1));
        };
    }

    public boolean isBlank() {
        return canonical.isEmpty();
    }

    private static List<String> letters(String canonical) {
        var letters = new ArrayList<String>(canonical.length());
        for (int at = 0; at < canonical.length(); at++) {
            letters.add(canonical.substring(at, at + 1));
        }
        return letters;
    }

    private static Optional<Answer> letters(List<String> given, int options) {
        int chosen = 0;
        for (String letter : given) {
            int option = letter.length() == 1 ? letter.charAt(0) - 'A' : -1;
            if (option < 0 || option >= options || (chosen & 1 << option) != 0) {
                return Optional.empty();
            }
            chosen |= 1 << option;
        }
        var letters = new StringBuilder(options);
        for (int option = 0; option < options; option++) {
            if ((chosen & 1 << option) != 0) {
                letters.append((char) ('A' + option));
            }
        }
        return Optional.of(new Answer(letters.toString()));
    }

    private static Optional<Answer> texts(List<String> given, int blanks) {
        if (given.size() != blanks || given.stream().anyMatch(text -> text.length() > LONGEST_TEXT)) {
            return Optional.empty();
        }
        List<String> texts = given.stream()
                .map(text -> CONTROLS.matcher(text).replaceAll(" ").strip())
                .toList();
        return Optional.of(texts.stream().allMatch(String::isEmpty) ? BLANK : new Answer(String.join("\n", texts)));
    }
}
