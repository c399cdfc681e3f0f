package org.leitai.finals.library;

import java.util.List;

/**
 * The form of rules 规则表单.
 *
 * @param set number of own rules that are edited; empty: new ones
 * @param version that the edit started from; 0: none
 * @param notice key of a text above the form; null: none
 * @param kinds that a segment may be added of
 * @param preview null while there are faults
 * @param yaml null while there are faults
 */
record RuleFormView(
        String set,
        int version,
        String notice,
        List<FaultView> faults,
        List<GroupView> match,
        List<SegmentView> segments,
        List<OptionView> kinds,
        SheetView preview,
        String yaml) {

    /** @param anchor of the place in the page where it can be mended */
    record FaultView(String anchor, String where, String text) {}

    /** @param number from 1 */
    record SegmentView(
            int number, boolean first, boolean last, String title, String kind, boolean open, List<GroupView> groups) {}

    /**
     * @param heading null: none
     * @param folded shown as a line that unfolds
     * @param open where it is folded: whether it is unfolded
     * @param fault of the list as a whole; null: none
     */
    record GroupView(
            String key,
            String heading,
            boolean folded,
            boolean open,
            String fault,
            List<FieldView> fields,
            List<String> columns,
            List<List<FieldView>> rows) {}

    /**
     * @param input small name of how it is typed: text, number, choice, flag, hidden, label
     * @param hint null: none
     * @param fault null: nothing is wrong
     */
    record FieldView(
            String name,
            String label,
            String input,
            String value,
            List<OptionView> options,
            String hint,
            String fault) {

        public String id() {
            return anchor(name);
        }
    }

    record OptionView(String value, String text, boolean chosen) {}

    /** Brackets and dots have a meaning in selectors. */
    static String anchor(String field) {
        return "f-" + field.replaceAll("[^A-Za-z0-9]+", "-");
    }
}
