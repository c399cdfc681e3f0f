package org.leitai.contest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which of a person's finished attempts stands on the board 计分方式. Pure: the same attempts always give the same tally.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Counting.Best.class, name = "best"),
    @JsonSubTypes.Type(value = Counting.First.class, name = "first"),
    @JsonSubTypes.Type(value = Counting.Last.class, name = "last"),
    @JsonSubTypes.Type(value = Counting.Only.class, name = "only")
})
public sealed interface Counting {

    /**
     * @param finished the person's finished attempts, by ordinal
     * @param order the rule sheet's order, better first
     */
    Optional<Tally> count(List<Tally> finished, Comparator<Tally> order);

    /** The best attempt by the ranking keys; of equal ones the earlier. */
    record Best() implements Counting {
        @Override
        public Optional<Tally> count(List<Tally> finished, Comparator<Tally> order) {
            return finished.stream().min(order.thenComparing(Tally::ordinal));
        }
    }

    record First() implements Counting {
        @Override
        public Optional<Tally> count(List<Tally> finished, Comparator<Tally> order) {
            return finished.stream().min(Comparator.comparing(Tally::ordinal));
        }
    }

    record Last() implements Counting {
        @Override
        public Optional<Tally> count(List<Tally> finished, Comparator<Tally> order) {
            return finished.stream().max(Comparator.comparing(Tally::ordinal));
        }
    }

    /** There is just one attempt; the rule sheet must allow no more. */
    record Only() implements Counting {
        @Override
        public Optional<Tally> count(List<Tally> finished, Comparator<Tally> order) {
            return new First().count(finished, order);
        }
    }
}
