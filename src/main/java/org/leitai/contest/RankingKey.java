package org.leitai.contest;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Comparator;
import java.util.List;

/** What decides between two people, one after the other 排名依据. People equal in every key share a rank. */
public enum RankingKey {
    /** More points first. */
    @JsonProperty("score")
    SCORE(Comparator.comparing(Tally::points).reversed()),
    /** Less time first. */
    @JsonProperty("time")
    TIME(Comparator.comparingLong(Tally::elapsedMillis)),
    /** Earlier hand-in first. */
    @JsonProperty("finish")
    FINISH(Comparator.comparing(Tally::finishedAt));

    private final Comparator<Tally> order;

    RankingKey(Comparator<Tally> order) {
        this.order = order;
    }

    /** Better first. */
    public static Comparator<Tally> order(List<RankingKey> keys) {
        return keys.stream()
                .map(key -> key.order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }
}
