package org.leitai.bank;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.leitai.kernel.ItemVersionId;

/**
 * One wording of an item, which never changes 题目版本.
 *
 * @param code the item's own name in the files, such as {@code ghf-001}; all versions of an item share it
 * @param version 1 for the first wording
 * @param topic the file's topic, the first of {@code topics}
 * @param options in the order that they were written in; empty for true-false and fill-in
 * @param explanation tells the key, so it is as secret as the key
 * @param difficulty 1 (everybody knows) to 5 (only a specialist knows)
 * @param facts names of the collected facts that the item rests on; may be empty
 */
public record ItemVersion(
        ItemVersionId id,
        String code,
        int version,
        String topic,
        ItemType type,
        String stem,
        List<String> options,
        AnswerKey key,
        @JsonIgnore String explanation,
        Source source,
        int difficulty,
        List<String> topics,
        List<String> facts) {

    public ItemVersion {
        options = List.copyOf(options);
        topics = List.copyOf(topics);
        facts = List.copyOf(facts);
    }

    /** How many gaps are to be filled; 0 for other types. */
    public int blankCount() {
        return switch (key) {
            case AnswerKey.Blanks blanks -> blanks.accepted().size();
            case AnswerKey.Choice choice -> 0;
            case AnswerKey.Truth truth -> 0;
        };
    }

    /** Names the version and nothing of what it says. */
    @Override
    public String toString() {
        return code + " v" + version;
    }
}
