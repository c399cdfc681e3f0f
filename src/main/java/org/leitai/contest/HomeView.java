package org.leitai.contest;

import java.time.ZonedDateTime;
import java.util.List;
import org.leitai.web.Shows;

/**
 * What the start page shows 首页: the contests that a worker can look at, the ones that run first.
 *
 * @param shows what is on stage for everybody to follow
 */
record HomeView(List<Contest> contests, List<Shows.Show> shows) {

    HomeView(List<Contest> contests) {
        this(contests, List.of());
    }

    /**
     * @param path {@code /c/{contest}}
     * @param phase end of the text key {@code phone.phase.…}: upcoming, open, paused, closed, final
     * @param opens in the zone in which the contest is announced
     */
    record Contest(
            String path, String title, String organizer, String phase, ZonedDateTime opens, ZonedDateTime closes) {

        public boolean open() {
            return phase.equals("open");
        }
    }
}
