package org.leitai.bank;

import com.fasterxml.jackson.annotation.JsonIgnoreType;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is right 答案. It stays on the server until the rule sheet reveals it; so that no slip of a log line or of a JSON resource
 * gives it away, {@code toString} hides it and Jackson leaves out every property of this type.
 */
@JsonIgnoreType
public sealed interface AnswerKey {

    String HIDDEN = "(hidden)";

    /** @param right indexes of the right options, 0-based, in the order that the item was written in; never empty */
    record Choice(SortedSet<Integer> right) implements AnswerKey {

        public Choice {
            if (right.isEmpty()) {
                throw new IllegalArgumentException("a choice needs a right option");
            }
            right = Collections.unmodifiableSortedSet(new TreeSet<>(right));
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record Truth(boolean value) implements AnswerKey {

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /** @param accepted for each gap what is accepted there; the first form is the one shown */
    record Blanks(List<List<String>> accepted) implements AnswerKey {

        public Blanks {
            accepted = accepted.stream().map(List::copyOf).toList();
            if (accepted.isEmpty() || accepted.stream().anyMatch(List::isEmpty)) {
                throw new IllegalArgumentException("every gap needs an accepted answer");
            }
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }
}
