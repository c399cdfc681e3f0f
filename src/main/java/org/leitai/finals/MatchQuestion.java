package org.leitai.finals;

import java.util.List;
import org.leitai.kernel.ItemVersionId;

/** A question of a match 决赛试题: one from the bank, or one that was typed for this match. */
public sealed interface MatchQuestion {

    record FromBank(ItemVersionId version) implements MatchQuestion {}

    /**
     * @param options empty when none are offered
     * @param key as the host reads it
     * @param explanation may be empty
     * @param source may be null, as in all that was written before there was one
     * @param type code of its type; null: unknown
     * @param note for the host alone; may be null
     */
    record Written(
            String stem, List<String> options, String key, String explanation, String source, String type, String note)
            implements MatchQuestion {

        public Written {
            options = options == null ? List.of() : List.copyOf(options);
        }

        public Written(String stem, List<String> options, String key, String explanation) {
            this(stem, options, key, explanation, null, null, null);
        }

        /** Names nothing of what it says: keys stay home. */
        @Override
        public String toString() {
            return "(written question)";
        }
    }
}
