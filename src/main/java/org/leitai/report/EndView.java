package org.leitai.report;

import java.util.List;

/**
 * The page that moves the end of a round 调整结束时间.
 *
 * @param path {@code /staff/contests/{contest}/{round}}
 * @param closed when nothing can be moved any more
 * @param endFault text key beside the end; null when nothing is wrong with it
 * @param reasonFault text key beside the reason; null when nothing is wrong with it
 * @param confirm what has to be confirmed; null when nothing has, or not yet
 */
record EndView(
        String title,
        String round,
        String path,
        String window,
        boolean closed,
        boolean opened,
        EndForm form,
        String endFault,
        String reasonFault,
        Confirm confirm,
        List<DeskView.Change> changes) {

    /**
     * @param close whether the round ends now, else the earlier end
     * @param answering attempts that will be collected
     */
    record Confirm(boolean close, String end, long answering) {}
}
