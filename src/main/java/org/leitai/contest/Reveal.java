package org.leitai.contest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Optional;
import org.leitai.kernel.TimeWindow;

/** From when a person sees the keys and explanations of an own finished attempt 公布答案. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reveal.AtHandIn.class, name = "at-hand-in"),
    @JsonSubTypes.Type(value = Reveal.AtClose.class, name = "at-close"),
    @JsonSubTypes.Type(value = Reveal.At.class, name = "at"),
    @JsonSubTypes.Type(value = Reveal.Never.class, name = "never")
})
public sealed interface Reveal {

    /**
     * The first instant at which keys may be shown; empty when they never are.
     *
     * @param finishedAt when the attempt ended
     * @param window the round's window as it stands now
     */
    Optional<Instant> from(Instant finishedAt, TimeWindow window);

    record AtHandIn() implements Reveal {
        @Override
        public Optional<Instant> from(Instant finishedAt, TimeWindow window) {
            return Optional.of(finishedAt);
        }
    }

    /** After the last answer that could still count: the round's end and the grace. */
    record AtClose() implements Reveal {
        @Override
        public Optional<Instant> from(Instant finishedAt, TimeWindow window) {
            return Optional.of(window.closes().plus(RuleSheet.GRACE));
        }
    }

    record At(Instant instant) implements Reveal {
        @Override
        public Optional<Instant> from(Instant finishedAt, TimeWindow window) {
            return Optional.of(instant);
        }
    }

    record Never() implements Reveal {
        @Override
        public Optional<Instant> from(Instant finishedAt, TimeWindow window) {
            return Optional.empty();
        }
    }
}
