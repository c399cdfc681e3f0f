package org.leitai.roster;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How persons appear where others can see them 脱敏: enough to find oneself, too little to be found. The result never tells
 * how long a name is, and holds nothing that could disturb the line in which it stands; it still has to be escaped like any text.
 */
public final class Masking {

    private static final String HIDDEN = "*";

    /** A letter as people count them (extended grapheme cluster, Unicode Annex 29), spaces and name dots aside. */
    private static final Pattern LETTER = Pattern.compile("\\X");

    private static final Pattern NO_LETTER = Pattern.compile("[\\p{Z}\\p{P}&&[^*<>]]");

    private Masking() {}

    /** 张三 → 张*, 张小三 → 张*三, 欧阳修 → 欧*修, John Smith → J*h; a single letter hides altogether. */
    public static String name(String name) {
        List<String> letters = letters(name);
        return switch (letters.size()) {
            case 0, 1 -> HIDDEN;
            case 2 -> letters.getFirst() + HIDDEN;
            default -> letters.getFirst() + HIDDEN + letters.getLast();
        };
    }

    /** 13812341234 → 138****1234; anything that is no mobile number hides altogether. */
    public static String phone(String phone) {
        return phone != null && phone.matches("\\d{11}") ? phone.substring(0, 3) + "****" + phone.substring(7) : "****";
    }

    private static List<String> letters(String name) {
        return LETTER.matcher(CleanText.of(name))
                .results()
                .map(MatchResult::group)
                .filter(letter -> !NO_LETTER.matcher(letter).matches())
                .toList();
    }
}
