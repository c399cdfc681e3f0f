package org.leitai.finals;

import java.util.List;
import org.leitai.kernel.ItemVersionId;

/** A question of a match 决赛试题: one from the bank, or one that was typed for this match. */
sealed interface MatchQuestion {

    record FromBank(ItemVersionId version) implements MatchQuestion {}

    /**
     * @param options empty when none are offered
     * @param key as the host reads it
     * @param explanation may be empty
     */
    record Written(String stem, List<String> options, String key, String explanation) implements MatchQuestion {

        public Written {
            options = options == null ? List.of() : List.copyOf(options);
        }

        /** Names nothing of what it says: keys stay home. */
        @Override
        public String toString() {
            return "(written question)";
        }
    }
}
