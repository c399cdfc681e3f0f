package org.leitai.roster;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mainland mobile number 手机号.
 *
 * @param digits eleven of them, without country code
 */
record Phone(String digits) {

    private static final Pattern MOBILE = Pattern.compile("(?:\\+86|0086)?(1[3-9][0-9]{9})");
    private static final Pattern SEPARATORS = Pattern.compile("[\\p{Z}\\s\\p{Cf}\\p{Pd}()]");
    private static final int LONGEST_INPUT = 40;

    /** Also with full-width digits, spaces, hyphens and +86, as people type and paste it. */
    static Optional<Phone> read(String typed) {
        if (typed == null || typed.length() > LONGEST_INPUT) {
            return Optional.empty();
        }
        String narrow = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        var matcher = MOBILE.matcher(SEPARATORS.matcher(narrow).replaceAll(""));
        return matcher.matches() ? Optional.of(new Phone(matcher.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return Masking.phone(digits);
    }
}
