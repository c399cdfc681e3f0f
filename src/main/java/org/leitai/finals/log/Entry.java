package org.leitai.finals.log;

import java.time.Instant;
import java.util.Arrays;
import org.leitai.finals.Head;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.Stamped;

/**
 * An event as it lies in the log 日志条目.
 *
 * @param at whole milliseconds
 * @param payload the very text that was hashed
 * @param hash see {@link Head}
 */
record Entry(long version, String author, Instant at, String payload, byte[] hash) {

    private static final MatchEventFormat FORMAT = new MatchEventFormat();

    /** @throws IllegalArgumentException for a payload that is no event */
    Stamped stamped() {
        return new Stamped(version, at, author, FORMAT.fromJson(payload));
    }

    Head head() {
        return new Head(version, hash);
    }

    boolean follows(Head last) {
        Head next = last.next(author, at, payload);
        return next.version() == version && Arrays.equals(next.hash(), hash);
    }
}
