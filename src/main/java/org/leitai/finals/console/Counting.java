package org.leitai.finals.console;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.Stamped;

/** Which events of a log still count: those that were not undone, or were brought back. Pure. */
final class Counting {

    private Counting() {}

    static List<Stamped> of(List<Stamped> log) {
        List<Stamped> counting = new ArrayList<>();
        Deque<List<Stamped>> undone = new ArrayDeque<>();
        for (Stamped stamped : log) {
            switch (stamped.event()) {
                case MatchEvent.Undone undo -> {
                    undone.push(List.copyOf(counting));
                    counting.removeIf(event -> event.version() > undo.toVersion());
                }
                case MatchEvent.Redone redo -> counting = new ArrayList<>(undone.pop());
                default -> {
                    counting.add(stamped);
                    undone.clear();
                }
            }
        }
        return counting;
    }
}
