package org.leitai.report;

/** What the list of contests shows 竞赛列表. */
final class ContestsView {

    private ContestsView() {}

    /**
     * One round.
     *
     * @param path of its desk
     * @param phase end of the text key {@code report.phase.…}
     */
    record Row(
            String path,
            String title,
            String organizer,
            String round,
            String phase,
            String opens,
            String closes,
            long people,
            long attempts) {}
}
