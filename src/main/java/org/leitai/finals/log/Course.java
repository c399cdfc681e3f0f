package org.leitai.finals.log;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.Stamped;

/**
 * Which events of a log count 有效事件: an undo takes events away, a redo brings the last ones back. Pure.
 *
 * @param counting versions; never those of undo and redo themselves
 * @param redoable whether the last undo can be taken back
 */
record Course(Set<Long> counting, boolean redoable) {

    /** A list that shares its beginning with others. */
    private record Line(long version, Line before) {}

    /** What counts, and what counted before the last undo. */
    private record Point(Line line, Point undone) {}

    static Course of(List<Stamped> events) {
        Point at = new Point(null, null);
        for (Stamped stamped : events) {
            at = switch (stamped.event()) {
                case MatchEvent.Undone undo -> new Point(upTo(at.line(), undo.toVersion()), at);
                case MatchEvent.Redone redo -> at.undone();
                default -> new Point(new Line(stamped.version(), at.line()), null);
            };
        }
        var counting = new TreeSet<Long>();
        for (Line line = at.line(); line != null; line = line.before()) {
            counting.add(line.version());
        }
        return new Course(counting, at.undone() != null);
    }

    boolean counts(Stamped stamped) {
        return counting.contains(stamped.version());
    }

    /** The events that count, oldest first. */
    static List<Stamped> counting(List<Stamped> events) {
        Course course = of(events);
        return events.stream().filter(course::counts).toList();
    }

    private static Line upTo(Line line, long version) {
        Line at = line;
        while (at != null && at.version() > version) {
            at = at.before();
        }
        return at;
    }
}
