package org.leitai.report;

import java.util.List;

/**
 * A rule sheet in a form 规则表草稿.
 *
 * @param text as typed
 * @param faults what is wrong; empty when nothing is, or nobody has asked
 * @param preview the rules as workers will read them; empty unless the sheet is in order
 */
record SheetView(String text, List<Fault> faults, List<String> preview) {

    /** @param field as {@code blueprint.parts[1].points}; empty: the whole */
    record Fault(String field, String text) {}

    static SheetView unchecked(String text) {
        return new SheetView(text, List.of(), List.of());
    }

    /** Lines of the box: the whole sheet where the screen has room for it. */
    public long rows() {
        return Math.clamp(text.lines().count() + 1, 16, 34);
    }
}
