package org.leitai.marking;

import org.leitai.kernel.Points;

/** What one slot earned 单题得分. */
public record Mark(Points points, Verdict verdict) {

    public enum Verdict {
        RIGHT,
        PARTIAL,
        WRONG,
        BLANK
    }
}
