package org.leitai.finals.log;

import java.util.List;
import org.leitai.finals.Head;
import org.leitai.finals.MatchArchive.SetUp;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;

/** A match with all that has happened in it 比赛日志, as read at one moment. */
record MatchLog(SetUp setUp, List<Entry> entries, List<Stamped> events) {

    static MatchLog of(SetUp setUp, List<Entry> entries) {
        return new MatchLog(
                setUp,
                List.copyOf(entries),
                entries.stream().map(Entry::stamped).toList());
    }

    MatchState state() {
        return at(events.size());
    }

    /** @param version 0: before the first event */
    MatchState at(long version) {
        MatchState state = setUp.start();
        for (Stamped event : events) {
            if (event.version() > version) {
                break;
            }
            state = state.apply(event);
        }
        return state;
    }

    Head head() {
        return entries.isEmpty() ? Head.START : entries.getLast().head();
    }
}
