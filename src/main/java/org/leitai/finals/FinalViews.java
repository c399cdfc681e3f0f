package org.leitai.finals;

import java.util.List;
import org.leitai.finals.entry.Preliminary;
import org.leitai.finals.library.Presets;
import org.leitai.finals.library.SheetView;

/** What the pages of finals show. */
final class FinalViews {

    private FinalViews() {}

    /** A line of the list. */
    record Row(String code, String title, int teams, String made) {}

    /**
     * A final before it is saved.
     *
     * @param topics that the bank has
     * @param faults by field, in the reader's language
     */
    record Draft(
            NewMatchForm form, List<String> topics, List<Presets.Preset> presets, List<Fault> faults, Entry entry) {

        /** What is wrong with a field; null: nothing. */
        public String fault(String field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .map(Fault::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * Where teams may come from.
     *
     * @param rounds of preliminaries that are settled
     * @param heats that were set up before
     * @param notice what was filled in; null: nothing
     */
    record Entry(EntryForm form, List<Preliminary.Source> rounds, List<Row> heats, String notice) {}

    record Fault(String field, String text) {}

    /**
     * The page of a match: addresses and seats.
     *
     * @param base address of the server, with a slash at its end
     * @param codes just given out; shown this once
     */
    record SetUp(
            String code,
            String title,
            String base,
            String rules,
            SheetView sheet,
            List<SeatRow> seats,
            List<Code> codes) {}

    record SeatRow(int team, String name, int devices) {}

    /** @param picture an SVG */
    record Code(String team, String printed, String picture) {

        @Override
        public String toString() {
            return "(seat code)";
        }
    }

    /** A page that follows a match. */
    record Stage(String code, String title) {}

    /** The rules as the public reads them. */
    record RulesPage(String code, String title, SheetView sheet) {}

    record SeatPage(String code, String title, int number, String team) {}
}
