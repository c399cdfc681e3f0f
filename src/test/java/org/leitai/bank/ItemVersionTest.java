package org.leitai.bank;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.ItemVersionId;
import org.leitai.kernel.Points;

class ItemVersionTest {

    private static final String CANARY = "金丝雀";

    private static final ItemVersion FILL_IN =
            item(ItemType.FILL_IN, List.of(), new AnswerKey.Blanks(List.of(List.of(CANARY), List.of("x"))));
    private static final ItemVersion SINGLE =
            item(ItemType.SINGLE, List.of("甲", "乙"), new AnswerKey.Choice(new TreeSet<>(List.of(1))));

    private static ItemVersion item(ItemType type, List<String> options, AnswerKey key) {
        return new ItemVersion(
                new ItemVersionId(7),
                "t-007",
                2,
                "工会法",
                type,
                "题干",
                options,
                key,
                CANARY,
                new Source("文件", null, null),
                1,
                List.of("工会法"),
                List.of());
    }

    /** Case AN20. */
    @Test
    void neitherKeyNorExplanationIsWrittenToALogOrToJson() throws JsonProcessingException {
        var form = new Form(List.of(
                new Form.Slot(1, FILL_IN, List.of(), Points.of(1)),
                new Form.Slot(2, SINGLE, List.of(1, 0), Points.of(1))));
        assertThat(form.toString()).contains("t-007 v2").doesNotContain(CANARY, "right");
        assertThat(FILL_IN.key().toString()).doesNotContain(CANARY);
        assertThat(SINGLE.key().toString()).doesNotContain("1");
        assertThat(new ObjectMapper().writeValueAsString(form))
                .contains("题干")
                .doesNotContain(CANARY, "key", "right", "explanation");
    }

    @Test
    void blanksAreCountedForFillInOnly() {
        assertThat(FILL_IN.blankCount()).isEqualTo(2);
        assertThat(SINGLE.blankCount()).isZero();
    }
}
