package org.leitai.finals.match;

import org.leitai.finals.rules.Figures;
import org.leitai.kernel.Points;

/** What an answer is found to be 判定. */
public enum Verdict {
    RIGHT,
    /** A part of it is right; only where the rules have a figure for that. */
    PARTIAL,
    WRONG,
    TIMEOUT,
    FOUL;

    public Points of(Figures figures) {
        return switch (this) {
            case RIGHT -> figures.right();
            case PARTIAL -> figures.partial() == null ? Points.ZERO : figures.partial();
            case WRONG -> figures.wrong();
            case TIMEOUT -> figures.timeout();
            case FOUL -> figures.foul();
        };
    }

    public boolean failed() {
        return this == WRONG || this == TIMEOUT || this == FOUL;
    }
}
