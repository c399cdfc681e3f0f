package org.leitai.report;

import java.util.List;
import org.leitai.staff.Paging;

/**
 * The desk of one round 工作台.
 *
 * @param path {@code /staff/contests/{contest}/{round}}
 * @param mayAct whether the reader is an organizer; others see masked names and no buttons
 * @param board one page of it, or what was found
 * @param search what was searched for; null when the board is shown
 */
record DeskView(
        String title,
        String organizer,
        String round,
        String path,
        boolean mayAct,
        FiguresView figures,
        List<Row> board,
        Paging paging,
        String search,
        List<String> rules,
        WorkerAddress address,
        List<Change> changes) {

    /** @param elapsed as 3:25.416 */
    record Row(
            long rank,
            String name,
            String phone,
            String unit,
            String points,
            String elapsed,
            String finishedAt,
            int attempts) {}

    record Change(String closes, String author, String reason, String at) {}

    /** @param onlyHere whether phones cannot reach it, because the page was opened by a name of this very machine */
    record WorkerAddress(String url, boolean onlyHere) {}

    /** Whether there may be more than what is shown of a search. */
    public boolean full() {
        return board.size() == DeskViews.BOARD_ROWS;
    }

    public boolean closed() {
        return figures.phase().equals("closed");
    }
}
