package org.leitai.finals.log;

import java.util.List;

/** What the pages about a match's log show; all texts in the reader's language. */
final class LogViews {

    private LogViews() {}

    /**
     * The score sheet.
     *
     * @param version of the last event
     * @param hash of the log up to it, hexadecimal
     * @param totals points by segment
     */
    record Sheet(
            String code,
            String title,
            String rules,
            String printedAt,
            boolean finished,
            long version,
            String hash,
            long undone,
            List<String> teams,
            List<RankRow> ranking,
            List<String> segments,
            List<TotalRow> totals,
            List<PartView> parts,
            List<Told> substitutions) {}

    /** @param why what put it there; empty: its score alone */
    record RankRow(
            int rank,
            String team,
            String score,
            int right,
            int wrong,
            int fouls,
            String seconds,
            String playOff,
            String why) {}

    /** @param cells start, each segment, total */
    record TotalRow(String team, List<String> cells) {}

    /** @param note empty, or what is special about it */
    record PartView(String title, String note, List<RowView> rows, List<String> sums) {}

    /** @param label number of the question; empty: a correction */
    record RowView(String label, String value, boolean voided, List<CellView> cells, List<Told> told) {}

    /**
     * @param mark what a ruling said, as a class of the style sheet; empty: none
     * @param verdicts in words
     */
    record CellView(String points, String mark, String verdicts) {}

    /** @param when empty when it does not matter */
    record Told(String when, String who, String text) {}

    /**
     * The time line.
     *
     * @param head version of the last event
     * @param then null: the present
     * @param message null: nothing to say
     */
    record Timeline(
            String code,
            String title,
            long head,
            String hash,
            boolean mayChange,
            boolean redoable,
            Then then,
            String message,
            String reason,
            List<Line> lines,
            org.leitai.staff.Paging paging) {}

    /** @param kind as a class of the style sheet */
    record Line(long version, String at, String author, String text, boolean undone, boolean chosen, String kind) {}

    /**
     * The match as it was.
     *
     * @param where segment and question
     * @param counts whether the match can be taken back to it
     */
    record Then(long version, String at, String where, boolean counts, List<ThenRow> rows) {}

    /** @param now the score at present */
    record ThenRow(int rank, String team, String score, String now, boolean differs) {}

    /**
     * Where the match is.
     *
     * @param open null: it is here
     * @param origin null: it was set up here
     * @param questions how many the file would carry
     */
    record HandoverView(
            String code,
            String title,
            boolean mayHandOut,
            int questions,
            long version,
            HandedRow open,
            HandedRow origin,
            List<HandedRow> past,
            String message,
            String reason) {}

    /** @param end empty while it is open */
    record HandedRow(String at, String by, long version, String end) {}

    /** @param result null: nothing was sent yet */
    record Files(FileResult result, String key) {}

    /**
     * What was found of a file.
     *
     * @param sentence what it comes to
     * @param code null: no match to go to
     * @param facts null: it cannot be trusted
     */
    record FileResult(boolean good, String name, String sentence, String code, FileFacts facts) {}

    /** @param ours whether this server signed it */
    record FileFacts(
            String title,
            String code,
            String at,
            String by,
            int questions,
            long version,
            String head,
            String key,
            boolean ours,
            List<ThenRow> ranking) {}

    /**
     * The paper.
     *
     * @param where segment and question
     * @param clock empty: none
     * @param head version that a confirmation is made for
     */
    record Paper(
            String code,
            String title,
            String printedAt,
            long head,
            String hash,
            String where,
            String phase,
            String clock,
            List<String> teams,
            List<TotalRow> totals,
            List<SegmentRow> segments,
            PaperForm form,
            List<String> segmentNames,
            List<Fault> faults,
            String message,
            List<PaperRow> lines) {

        /** What is wrong with a field; null: nothing. */
        public String fault(String field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .map(Fault::text)
                    .findFirst()
                    .orElse(null);
        }
    }

    record Fault(String field, String text) {}

    /** @param state {@code done}, {@code current} or {@code coming} */
    record SegmentRow(int number, String title, String state, String progress) {}

    /** @param mayConfirm whether the reader is the second person */
    record PaperRow(
            long id,
            String team,
            String where,
            String points,
            String reason,
            String by,
            String at,
            boolean confirmed,
            boolean mayConfirm) {}
}
