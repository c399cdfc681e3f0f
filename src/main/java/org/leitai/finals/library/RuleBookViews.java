package org.leitai.finals.library;

import java.util.List;

/** What the pages of rules show besides the form. */
final class RuleBookViews {

    private RuleBookViews() {}

    record Shelf(List<Own> own, List<Presets.Preset> presets, boolean mayEdit) {}

    record Own(long id, int version, String title, String savedBy, String savedAt) {}

    /**
     * @param name in addresses
     * @param own null: they come along
     */
    record Reading(String name, String title, Own own, SheetView sheet, String yaml, boolean mayEdit) {}

    /** @param faults line or field, and what is wrong with it */
    record Import(String typed, List<Fault> faults) {}

    record Fault(String field, String text) {}
}
