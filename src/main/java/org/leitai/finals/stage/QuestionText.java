package org.leitai.finals.stage;

import java.util.List;
import org.leitai.finals.seat.AnswerForm;
import org.leitai.finals.seat.Expected;
import org.leitai.finals.seat.WrittenKeys;

/**
 * A question as people on stage read it 试题.
 *
 * @param options with their letters; empty when none are offered
 * @param key as the host reads it out, such as "B"; nobody else's before the answer is shown
 * @param explanation as secret as the key; may be empty
 * @param source where it can be looked up; may be empty
 * @param type code of its type, by which rules may differ; null: unknown
 * @param note for the host alone, for ever; null: none
 * @param expected how it is answered from a seat, and the key as a value; never leaves the server
 */
public record QuestionText(
        String stem,
        List<String> options,
        String key,
        String explanation,
        String source,
        String type,
        String note,
        Expected expected) {

    /** What the host asks by word of mouth when the prepared questions are used up: teams may write. */
    public static final QuestionText SPOKEN =
            new QuestionText("…", List.of(), "", "", "", null, null, new Expected(AnswerForm.TEXT, List.of()));

    public QuestionText {
        options = List.copyOf(options);
    }

    /** One whose way of answering is read from its key. */
    public QuestionText(String stem, List<String> options, String key, String explanation, String source, String type) {
        this(stem, options, key, explanation, source, type, null, WrittenKeys.of(stem, options, key));
    }

    public AnswerForm form() {
        return expected.form();
    }

    /** Names nothing of what it says. */
    @Override
    public String toString() {
        return "(question)";
    }
}
