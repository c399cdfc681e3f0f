package org.leitai.finals.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the pages of packs show. */
final class PackViews {

    private PackViews() {}

    /**
     * The page of a pack.
     *
     * @param state {@code draft}, {@code approved}, {@code sealed} or {@code opened}
     * @param may what the reader may do now
     * @param missing in all parts
     * @param shown the part that is open; null when the pack is closed
     * @param faults text by field; what belongs to no field is under ""
     */
    record Desk(
            String code,
            String title,
            String state,
            int revision,
            May may,
            int missing,
            int count,
            String approvedBy,
            Seal seal,
            List<Part> parts,
            Shown shown,
            List<Person> people,
            List<String> topics,
            PackForm form,
            Map<String, String> faults) {

        public String fault(String field) {
            return faults.get(field);
        }

        /** The steps of a pack, in order; the current one is what has to be done next. */
        public List<Step> steps() {
            var steps = new ArrayList<Step>();
            List<String> all = List.of("draft", "approved", "sealed", "opened");
            int next = state.equals("draft") ? 0 : all.indexOf(state) + 1;
            for (int i = 0; i < all.size(); i++) {
                steps.add(new Step(all.get(i), i < next ? "done" : i == next ? "current" : "coming"));
            }
            return steps;
        }
    }

    record Step(String name, String state) {}

    /** @param own whether the reader has changed the pack and so cannot approve it */
    record May(boolean edit, boolean approve, boolean own, boolean seal, boolean discard) {}

    /** @param name index or {@code reserve} */
    record Part(String name, String title, int have, int need, int missing, boolean current) {}

    /**
     * @param picks found in the bank; null: nobody has looked
     * @param found how many there are in all
     */
    record Shown(String name, String title, List<Row> rows, Search search, List<Pick> picks, int found) {

        public boolean asked() {
            return picks != null;
        }
    }

    record Search(String words, String topic, String type, int min, int max) {}

    /** @param number in its part, from 1 */
    record Row(
            int ordinal,
            int number,
            String stem,
            List<String> options,
            String key,
            String explanation,
            String source,
            String note,
            boolean first,
            boolean last) {

        @Override
        public String toString() {
            return "(question)";
        }
    }

    record Pick(long id, String stem, String options, String type, int difficulty, String topic) {}

    record Person(String username, String name) {}

    /**
     * What everybody may know of a sealed pack.
     *
     * @param hash in groups of eight
     * @param keys by number
     */
    record Seal(String hash, String sealedBy, String sealedAt, String openedAt, List<Key> keys) {}

    /** @param enteredBy display name; null: not entered */
    record Key(int number, String holder, boolean collected, String enteredBy) {}

    /**
     * The page on which keys are collected and entered.
     *
     * @param mine number of the key that waits for the reader; null: none
     * @param shown the reader's key, this once; null: not asked for
     * @param typed what was entered, when it was refused
     * @param fault text; null: none
     * @param entered number of the key that was just taken; null: none
     * @param plain whether the reader may have the text now
     */
    record Opening(
            String code,
            String title,
            String state,
            Seal seal,
            Integer mine,
            String shown,
            String typed,
            String fault,
            Integer entered,
            boolean plain) {

        @Override
        public String toString() {
            return "(opening)";
        }
    }
}
