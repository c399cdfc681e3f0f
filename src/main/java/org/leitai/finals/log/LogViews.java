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
}
