package org.leitai.finals.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What lies on the host's table besides the question 主持台状态.
 *
 * @param lead username of who runs the match; null: nobody has taken the lead, and any host may act. No undo gives it back
 * @param asked the question that was shown last, also when it is closed; null: none yet
 * @param protests all of them, in the order in which they were raised
 */
public record Desk(String lead, Asked asked, List<Protest> protests) {

    static final Desk NONE = new Desk(null, null, List.of());

    /**
     * @param version of its {@link MatchEvent.QuestionShown}: what a protest or a judge's score is about
     * @param segment index
     * @param number in the segment, from 1
     */
    public record Asked(long version, String itemRef, int segment, int number) {}

    public List<Protest> open() {
        return protests.stream().filter(Protest::open).toList();
    }

    Optional<Protest> find(long protest) {
        return protests.stream().filter(one -> one.id() == protest).findFirst();
    }

    Desk led(String by) {
        return new Desk(by, asked, protests);
    }

    Desk asking(Asked question) {
        return new Desk(lead, question, protests);
    }

    Desk raised(Protest protest) {
        List<Protest> more = new ArrayList<>(protests);
        more.add(protest);
        return new Desk(lead, asked, List.copyOf(more));
    }

    Desk settled(long protest, ProtestOutcome outcome) {
        List<Protest> now = protests.stream()
                .map(one -> one.id() == protest ? one.settled(outcome) : one)
                .toList();
        return new Desk(lead, asked, now);
    }
}
