package org.leitai.bank;

import java.util.List;
import java.util.TreeSet;
import org.leitai.kernel.ItemVersionId;

/** Items for tests of drawing. */
final class SomeItems {

    private SomeItems() {}

    static ItemVersion single(long id, int difficulty, String... topics) {
        var right = new TreeSet<>(List.of((int) (id % 4)));
        return item(id, ItemType.SINGLE, List.of("甲", "乙", "丙", "丁"), new AnswerKey.Choice(right), difficulty, topics);
    }

    static ItemVersion trueFalse(long id, int difficulty, String... topics) {
        return item(id, ItemType.TRUE_FALSE, List.of(), new AnswerKey.Truth(true), difficulty, topics);
    }

    private static ItemVersion item(
            long id, ItemType type, List<String> options, AnswerKey key, int difficulty, String... topics) {
        return new ItemVersion(
                new ItemVersionId(id),
                "t-%03d".formatted(id),
                1,
                topics[0],
                type,
                "第" + id + "题",
                options,
                key,
                "解析",
                new Source("文件", null, null),
                difficulty,
                List.of(topics),
                List.of());
    }
}
