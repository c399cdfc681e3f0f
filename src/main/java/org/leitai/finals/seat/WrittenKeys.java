package org.leitai.finals.seat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a question that was typed for one match is answered, read from how its key is written 自拟题作答形式: {@code B} is one option,
 * {@code BD} several, {@code C>A>B} (also with → or -) an order; without options a stem with ____ has blanks, whose keys stand between
 * slashes; anything else is a text.
 */
public final class WrittenKeys {

    private static final Pattern GAP = Pattern.compile("_{2,}|＿{2,}");
    private static final Pattern LETTERS = Pattern.compile("[A-Z]+");
    private static final Pattern ORDER = Pattern.compile("[A-Z](\\s*[>→-]\\s*[A-Z])+");

    private WrittenKeys() {}

    public static Expected of(String stem, List<String> options, String key) {
        if (options.isEmpty()) {
            int gaps = (int) GAP.matcher(stem).results().count();
            return gaps > 0 ? blanks(gaps, key) : new Expected(AnswerForm.TEXT, List.of(List.of(key)));
        }
        Matcher order = ORDER.matcher(key.strip());
        if (order.matches()) {
            String letters = key.replaceAll("[^A-Z]", "");
            return letters(AnswerForm.Kind.ORDER, options, letters);
        }
        String letters = key.strip();
        if (!LETTERS.matcher(letters).matches()) {
            int at = options.indexOf(letters);
            return at < 0
                    ? new Expected(new AnswerForm(AnswerForm.Kind.SINGLE, options.size()), List.of())
                    : letters(AnswerForm.Kind.SINGLE, options, String.valueOf((char) ('A' + at)));
        }
        return letters(letters.length() == 1 ? AnswerForm.Kind.SINGLE : AnswerForm.Kind.MULTIPLE, options, letters);
    }

    private static Expected blanks(int gaps, String key) {
        List<List<String>> accepted = Arrays.stream(key.split("[/／]"))
                .map(String::strip)
                .map(List::of)
                .toList();
        return new Expected(
                new AnswerForm(AnswerForm.Kind.BLANKS, gaps), accepted.size() == gaps ? accepted : List.of());
    }

    private static Expected letters(AnswerForm.Kind kind, List<String> options, String key) {
        return new Expected(new AnswerForm(kind, options.size()), List.of(List.of(key)));
    }
}
