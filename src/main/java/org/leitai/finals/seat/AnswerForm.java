package org.leitai.finals.seat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an answer to a question looks like 作答形式; says nothing about the key.
 *
 * @param kind how it is given
 * @param size options, or blanks; 1 for a text, 0 where nothing can be handed in
 */
public record AnswerForm(Kind kind, int size) {

    /** How an answer is given. */
    public enum Kind {
        /** By word of mouth only. */
        SPOKEN,
        /** One option. */
        SINGLE,
        /** One option or more. */
        MULTIPLE,
        /** All options, in an order. */
        ORDER,
        /** A text for each blank. */
        BLANKS,
        /** One text, as on a slate. */
        TEXT
    }

    /** A sentence; a message of a seat has 1 KB, and a Chinese character three bytes. */
    public static final int LONGEST_TEXT = 120;

    /** The longest accepted answer in the bank has 16. */
    public static final int LONGEST_BLANK = 40;

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Cs}]+");

    public static final AnswerForm SPOKEN = new AnswerForm(Kind.SPOKEN, 0);
    public static final AnswerForm TEXT = new AnswerForm(Kind.TEXT, 1);

    /** What became of an answer as a seat sent it. */
    public sealed interface Read {

        /** @param canonical as it is stored and compared */
        record Valid(String canonical) implements Read {}

        record Refused(SeatRefusal refusal) implements Read {}
    }

    /** Reads letters, texts of blanks, or one text. */
    public Read read(List<String> given) {
        return switch (kind) {
            case SPOKEN -> new Read.Refused(SeatRefusal.SPOKEN);
            case SINGLE, MULTIPLE, ORDER -> letters(given);
            case BLANKS -> texts(given, LONGEST_BLANK);
            case TEXT -> texts(given, LONGEST_TEXT);
        };
    }

    private Read letters(List<String> given) {
        if (given.isEmpty()) {
            return new Read.Refused(SeatRefusal.EMPTY);
        }
        boolean known = given.stream()
                .allMatch(letter -> letter.length() == 1 && letter.charAt(0) >= 'A' && letter.charAt(0) < 'A' + size);
        boolean fits = new HashSet<>(given).size() == given.size()
                && switch (kind) {
                    case SINGLE -> given.size() == 1;
                    case ORDER -> given.size() == size;
                    case MULTIPLE, SPOKEN, BLANKS, TEXT -> true;
                };
        if (!known || !fits) {
            return new Read.Refused(SeatRefusal.NO_SUCH_OPTION);
        }
        return new Read.Valid(
                kind == Kind.MULTIPLE ? given.stream().sorted().collect(Collectors.joining()) : String.join("", given));
    }

    private Read texts(List<String> given, int longest) {
        if (given.size() != size) {
            return new Read.Refused(SeatRefusal.NO_SUCH_OPTION);
        }
        List<String> clean = given.stream()
                .map(text -> CONTROLS.matcher(text).replaceAll(" ").strip())
                .toList();
        if (clean.stream().allMatch(String::isEmpty)) {
            return new Read.Refused(SeatRefusal.EMPTY);
        }
        return clean.stream().anyMatch(text -> text.codePointCount(0, text.length()) > longest)
                ? new Read.Refused(SeatRefusal.TOO_LONG)
                : new Read.Valid(String.join("\n", clean));
    }

    /** The parts of an answer as a seat sends and shows them. */
    public List<String> parts(String canonical) {
        return switch (kind) {
            case SINGLE, MULTIPLE, ORDER -> {
                var letters = new ArrayList<String>();
                canonical.chars().forEach(letter -> letters.add(String.valueOf((char) letter)));
                yield List.copyOf(letters);
            }
            case BLANKS -> List.of(canonical.split("\n", -1));
            case SPOKEN, TEXT -> List.of(canonical);
        };
    }

    /** As people read it; a single option in full. */
    public String shown(String canonical, List<String> options) {
        return switch (kind) {
            case SINGLE -> option(canonical, options).orElse(canonical);
            case ORDER -> String.join(" → ", parts(canonical));
            case BLANKS -> String.join(" / ", parts(canonical));
            case MULTIPLE, SPOKEN, TEXT -> canonical;
        };
    }

    private static Optional<String> option(String letter, List<String> options) {
        int index = letter.length() == 1 ? letter.charAt(0) - 'A' : -1;
        return index >= 0 && index < options.size() ? Optional.of(options.get(index)) : Optional.empty();
    }
}
