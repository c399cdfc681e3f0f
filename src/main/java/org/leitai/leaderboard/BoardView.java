package org.leitai.leaderboard;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * One page of a board 榜单 as everybody may see it. The page is rendered from it, and the same record as JSON refreshes it.
 *
 * @param contestPath {@code /c/{contest}}
 * @param boardPath {@code /c/{contest}/r/{round}/board}, without query
 * @param by {@code persons} or {@code units}
 * @param page from 1
 * @param pages at least 1
 * @param total rows on all pages
 * @param rows in the order of the board; equal ranks are repeated as they are
 * @param mine the reader's own row (or the unit's), wherever it stands; null when there is none
 * @param state end of the text key {@code phone.board.state.…}: live, frozen, rebuilding, final
 * @param asOf the instant of which the rows are true, in the contest's zone
 */
record BoardView(
        String title,
        String contestPath,
        String boardPath,
        String by,
        int page,
        int pages,
        long total,
        List<Row> rows,
        Row mine,
        String state,
        ZonedDateTime asOf) {

    /**
     * @param name masked, or the unit's
     * @param detail the person's unit; null on the board of units
     * @param people who of the unit has taken part; null on the board of persons
     * @param participationPercent as text, "83.5"; null where unknown
     * @param score points as text
     * @param elapsedMillis null where time does not count
     * @param mine whether it is the reader's own
     */
    record Row(
            long rank,
            String name,
            String detail,
            Long people,
            String participationPercent,
            String score,
            Long elapsedMillis,
            boolean mine) {

        public String elapsed() {
            return Elapsed.text(elapsedMillis);
        }

        /** 1 to 3 for the podium, 4 for everybody after it. */
        public long medal() {
            return Math.min(rank, 4);
        }
    }

    public boolean units() {
        return by.equals("units");
    }

    public boolean live() {
        return state.equals("live");
    }

    public int previousPage() {
        return page - 1;
    }

    public int nextPage() {
        return page + 1;
    }
}
