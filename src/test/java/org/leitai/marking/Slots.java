package org.leitai.marking;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.Form;
import org.leitai.bank.ItemType;
import org.leitai.bank.ItemVersion;
import org.leitai.kernel.ItemVersionId;
import org.leitai.kernel.Points;

/** Slots for tests of marking. */
final class Slots {

    private Slots() {}

    /** Options are displayed as they were written unless an order says otherwise. */
    static Form.Slot choice(Points points, int options, List<Integer> right, Integer... order) {
        ItemType type = right.size() == 1 ? ItemType.SINGLE : ItemType.MULTIPLE;
        List<String> texts = IntStream.range(0, options).mapToObj(n -> "选项" + n).toList();
        List<Integer> displayed = order.length == 0
                ? IntStream.range(0, options).boxed().toList()
                : List.of(order);
        return slot(points, type, texts, new AnswerKey.Choice(new TreeSet<>(right)), displayed);
    }

    static Form.Slot truth(Points points, boolean value) {
        return slot(points, ItemType.TRUE_FALSE, List.of(), new AnswerKey.Truth(value), List.of());
    }

    @SafeVarargs
    static Form.Slot blanks(Points points, List<String>... accepted) {
        return slot(points, ItemType.FILL_IN, List.of(), new AnswerKey.Blanks(List.of(accepted)), List.of());
    }

    private static Form.Slot slot(
            Points points, ItemType type, List<String> options, AnswerKey key, List<Integer> order) {
        var item = new ItemVersion(
                new ItemVersionId(1), "t-001", 1, "t", type, "题", options, key, "解析", null, 1, List.of("t"), List.of());
        return new Form.Slot(1, item, order, points);
    }
}
