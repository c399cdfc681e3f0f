package org.leitai.finals.pack;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;

/**
 * The plain text of a pack, whose SHA-256 is published 试题包明文: JSON in UTF-8 without spaces, fields in the order of these records, what is
 * null left out. The salt keeps anybody who suspects a question from trying it against the hash.
 *
 * @param format for ever the same
 * @param match code
 * @param salt 32 random bytes as hexadecimal digits
 * @param segments titles
 */
@JsonPropertyOrder({"format", "match", "salt", "segments", "questions"})
record PackContent(String format, String match, String salt, List<String> segments, List<Entry> questions) {

    static final String FORMAT = "leitai-question-pack-1";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    PackContent {
        segments = List.copyOf(segments);
        questions = List.copyOf(questions);
    }

    /**
     * A question, complete: nothing of it is looked up elsewhere to know what it says.
     *
     * @param segment index; null: a spare one
     * @param item id of the item's version in the bank; null: typed for this match
     * @param note for the host alone
     */
    @JsonPropertyOrder({"segment", "item", "type", "stem", "options", "key", "explanation", "source", "note"})
    record Entry(
            Integer segment,
            Long item,
            String type,
            String stem,
            List<String> options,
            String key,
            String explanation,
            String source,
            String note) {

        Entry {
            options = List.copyOf(options);
        }

        /** Names nothing of what it says. */
        @Override
        public String toString() {
            return "(question)";
        }
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a pack cannot be written");
        }
    }

    static PackContent of(byte[] bytes) {
        try {
            return JSON.readValue(bytes, PackContent.class);
        } catch (IOException e) {
            // The cause would quote questions.
            throw new IllegalStateException("what was sealed is not a pack");
        }
    }

    /** Names nothing of what it says. */
    @Override
    public String toString() {
        return "(questions of " + match + ")";
    }
}
