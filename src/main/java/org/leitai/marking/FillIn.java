package org.leitai.marking;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Makes texts of blanks comparable: full-width equals half-width, case, spaces, quotes and title marks don't count. A point between
 * digits does: 1.5 is not 15.
 */
public final class FillIn {

    private static final Pattern IGNORED =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}《》〈〉<>“”‘’\"'「」。，,、；;：:·]+|(?<![0-9])\\.|\\.(?![0-9])");

    private FillIn() {}

    public static String normalise(String text) {
        String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC);
        String bare = IGNORED.matcher(compatible).replaceAll("").toLowerCase(Locale.ROOT);
        return bare.isEmpty() ? compatible.strip() : bare;
    }
}
