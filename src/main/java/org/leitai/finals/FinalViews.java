package org.leitai.finals;

import java.util.List;
import java.util.Map;
import org.leitai.finals.entry.Preliminary;
import org.leitai.finals.library.Presets;
import org.leitai.finals.library.SheetView;
import org.leitai.finals.look.Look;
import org.leitai.finals.pack.PackSeals;
import org.leitai.staff.Roles;
import org.leitai.staff.StaffMember;

/** What the pages of finals show. */
final class FinalViews {

    private FinalViews() {}

    /**
     * What the reader may do with a final.
     *
     * @param creates makes new ones
     * @param sets sets one up
     * @param runs opens its console
     * @param judges gives scores
     * @param packs works on its questions
     */
    record Duties(boolean creates, boolean sets, boolean runs, boolean judges, boolean packs) {

        static Duties of(StaffMember member) {
            boolean creates = member.is(Roles.ORGANIZER);
            boolean sets = creates || member.is(Roles.HOST);
            return new Duties(
                    creates,
                    sets,
                    sets || member.is(Roles.SCOREKEEPER),
                    member.is(Roles.JUDGE),
                    creates || member.is(Roles.EDITOR) || member.is(Roles.REVIEWER));
        }
    }

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
     * @param packs whether the reader works on questions
     * @param codes just given out; shown this once
     */
    record SetUp(
            String code,
            String title,
            String base,
            String rules,
            SheetView sheet,
            PackSeals.Seal pack,
            boolean packs,
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

    /** The preflight board, with what it asks of a link and a battery. */
    record Preflight(
            String code, String title, long slowMillis, long unsureMillis, long jitteryMillis, int lowPercent) {}

    /** The rules as the public reads them. */
    record RulesPage(String code, String title, SheetView sheet) {}

    /**
     * The big screen and the phone page.
     *
     * @param liveAddress of the phone page, without the scheme, as people type it
     * @param qr the same as an SVG
     */
    record Show(String code, String title, Look look, String liveAddress, String qr) {}

    /**
     * How a final presents itself, as a form.
     *
     * @param logo digest of the picture that is there; null: none
     * @param faults by field, in the reader's language
     */
    record LookPage(
            String code,
            String title,
            List<String> teams,
            String credits,
            String lineup,
            boolean listed,
            String logo,
            Map<String, String> faults) {

        /** Null where nothing is wrong. */
        public String fault(String field) {
            return faults.get(field);
        }
    }

    record SeatPage(String code, String title, int number, String team) {}
}
