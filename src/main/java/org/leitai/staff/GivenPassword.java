package org.leitai.staff;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A password that is made up here and told to its owner 初始密码; it opens nothing but the page that replaces it. */
final class GivenPassword {

    /** Without what people mix up when they copy by hand: 0 o 1 l i. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 4; // 16 of 31 letters: 79 bits
    private static final SecureRandom RANDOM = new SecureRandom();

    private GivenPassword() {}

    /** Such as {@code k7mp-2wqx-…}. */
    static String make() {
        return IntStream.range(0, GROUPS).mapToObj(group -> letters()).collect(Collectors.joining("-"));
    }

    private static String letters() {
        return RANDOM.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
