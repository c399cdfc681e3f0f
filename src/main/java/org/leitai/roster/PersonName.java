package org.leitai.roster;

import java.util.Optional;
import java.util.regex.Pattern;

/** How a person's name 姓名 is read. */
final class PersonName {

    /** Letters with their marks; between them a name dot, a space, a hyphen, an apostrophe or a full stop. */
    private static final Pattern NAME =
            Pattern.compile("\\p{L}[\\p{L}\\p{M}]*(?:[·' .-]{1,2}\\p{L}[\\p{L}\\p{M}]*)*\\.?");

    /** The dots that keyboards offer for 阿不都·热依木. */
    private static final Pattern DOTS = Pattern.compile("[•‧∙・･．᛫]");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}]");
    private static final int FEWEST_LETTERS = 2;
    private static final int LONGEST = 30;

    private PersonName() {}

    /** The name in its normal form, or empty when it is none of 2 to 30 letters. */
    static Optional<String> read(String typed) {
        if (typed != null && typed.length() > 10 * LONGEST) {
            return Optional.empty();
        }
        String name = DOTS.matcher(CleanText.of(typed)).replaceAll("·");
        return name.codePointCount(0, name.length()) <= LONGEST
                        && letters(name) >= FEWEST_LETTERS
                        && NAME.matcher(name).matches()
                ? Optional.of(name)
                : Optional.empty();
    }

    private static long letters(String name) {
        return NO_LETTER.matcher(name).replaceAll("").codePoints().count();
    }
}
