package org.leitai.roster;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What people type, without the characters that nobody sees but that turn a line of a board around or break it. */
final class CleanText {

    /** Controls, bidi marks, zero-width and soft hyphens (Cf), halves of surrogate pairs, private use, unassigned. */
    private static final Pattern INVISIBLE = Pattern.compile(
            "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\x{034F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180D}"
                    + "\\x{2800}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{E0100}-\\x{E01EF}]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    /** Two marks on a letter occur in real names; towers of them grow out of the line. */
    private static final Pattern TOWERS = Pattern.compile("(\\p{M}{2})\\p{M}+");

    private CleanText() {}

    /** NFC, one space between words, none around; empty for null. */
    static String of(String typed) {
        if (typed == null) {
            return "";
        }
        // Tabs and line breaks are controls as well: they become spaces first.
        String visible =
                INVISIBLE.matcher(SPACES.matcher(typed).replaceAll(" ")).replaceAll("");
        String composed = Normalizer.normalize(visible, Normalizer.Form.NFC);
        return SPACES.matcher(TOWERS.matcher(composed).replaceAll("$1"))
                .replaceAll(" ")
                .strip();
    }
}
