package org.leitai.finals;

import java.util.List;

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
    record Draft(NewMatchForm form, List<String> topics, List<Preset> presets, List<Fault> faults) {}

    /** Rules that come along. */
    record Preset(String code, String title) {}

    record Fault(String field, String text) {}

    /**
     * The page of a match: addresses and seats.
     *
     * @param base address of the server, with a slash at its end
     * @param codes just given out; shown this once
     */
    record SetUp(String code, String title, String base, String rules, List<SeatRow> seats, List<Code> codes) {}

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

    /** The preflight board, with what it asks of a link and a battery. */
    record Preflight(
            String code, String title, long slowMillis, long unsureMillis, long jitteryMillis, int lowPercent) {}

    record SeatPage(String code, String title, int number, String team) {}
}
