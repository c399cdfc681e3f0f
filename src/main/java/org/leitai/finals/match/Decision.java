package org.leitai.finals.match;

import java.util.List;
import org.leitai.kernel.Refusal;

/** What the rules say to a command. */
public sealed interface Decision {

    /** @param events to append in this order; never empty */
    record Accepted(List<MatchEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    record Refused(Refusal refusal) implements Decision {}

    static Decision accepted(MatchEvent event) {
        return new Accepted(List.of(event));
    }

    static Decision refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
