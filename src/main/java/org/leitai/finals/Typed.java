package org.leitai.finals;

import org.leitai.kernel.Points;

/** What people type into a console. */
final class Typed {

    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_NAME = 20;

    private Typed() {}

    /** What was typed for points is no number. */
    static final class BadPoints extends IllegalArgumentException {
        BadPoints(IllegalArgumentException cause) {
            super(cause);
        }
    }

    /** Null for nothing; a plus in front and signs of a Chinese keyboard are understood. */
    static Points points(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String plain = typed.strip().replace('－', '-').replace('−', '-').replace('。', '.');
        try {
            return Points.parse(plain.startsWith("+") || plain.startsWith("＋") ? plain.substring(1) : plain);
        } catch (IllegalArgumentException e) {
            throw new BadPoints(e);
        }
    }

    /** Null for nothing. */
    static String reason(String typed) {
        return text(typed, LONGEST_REASON);
    }

    static String name(String typed) {
        return text(typed, LONGEST_NAME);
    }

    private static String text(String typed, int longest) {
        String stripped = typed == null ? "" : typed.strip();
        if (stripped.length() > longest) {
            throw new IllegalArgumentException("longer than " + longest);
        }
        return stripped.isEmpty() ? null : stripped;
    }
}
