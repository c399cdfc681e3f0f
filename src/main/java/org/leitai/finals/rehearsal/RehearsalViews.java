package org.leitai.finals.rehearsal;

import java.util.List;

/** What the page of a rehearsal shows. */
final class RehearsalViews {

    private RehearsalViews() {}

    /**
     * @param rehearsal whether robots may play; else a copy has to be made first
     * @param paces codes, in the order of the form
     * @param seats by number
     * @param wall whether the seats are shown as well
     * @param fault text key; null when nothing is wrong
     */
    record Show(
            String code,
            String title,
            boolean rehearsal,
            Robots robots,
            List<String> paces,
            List<Seat> seats,
            boolean wall,
            String fault) {}

    record Seat(int team, String name) {}
}
