package org.leitai.bank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** One draw of a form 抽题: three streams of random numbers, one per purpose, so that a switch of one leaves the others alone. */
final class Draw {

    private static final Comparator<ItemVersion> BY_ID =
            Comparator.comparingLong(item -> item.id().value());

    private final Blueprint blueprint;
    private final List<ItemVersion> pool;
    private final SplitMix64 pick;
    private final SplitMix64 order;
    private final long optionSeed;

    Draw(Blueprint blueprint, List<ItemVersion> pool, long seed) {
        var root = new SplitMix64(seed);
        this.blueprint = blueprint;
        this.pool = ordered(pool);
        this.pick = new SplitMix64(root.next());
        this.order = new SplitMix64(root.next());
        this.optionSeed = root.next();
    }

    static List<ItemVersion> ordered(List<ItemVersion> pool) {
        return pool.stream().sorted(BY_ID).toList();
    }

    Form form(boolean shuffleQuestions, boolean shuffleOptions) {
        var assignment = new Assignment(blueprint, pick.shuffled(pool));
        if (!assignment.shortages().isEmpty()) {
            throw new IllegalArgumentException("the pool cannot fill the blueprint: " + assignment.shortages());
        }
        List<Drawn> drawn = drawn(assignment);
        List<Drawn> ordered = shuffleQuestions ? order.shuffled(drawn) : drawn;
        return new Form(IntStream.range(0, ordered.size())
                .mapToObj(i -> slot(i + 1, ordered.get(i), shuffleOptions))
                .toList());
    }

    private record Drawn(Blueprint.Part part, ItemVersion item) {}

    private List<Drawn> drawn(Assignment assignment) {
        List<Drawn> all = new ArrayList<>();
        for (int i = 0; i < blueprint.parts().size(); i++) {
            Blueprint.Part part = blueprint.parts().get(i);
            ordered(assignment.itemsOf(i)).forEach(item -> all.add(new Drawn(part, item)));
        }
        return all;
    }

    private Form.Slot slot(int number, Drawn drawn, boolean shuffleOptions) {
        ItemVersion item = drawn.item();
        List<Integer> written =
                IntStream.range(0, item.options().size()).boxed().toList();
        return new Form.Slot(
                number,
                item,
                shuffleOptions ? optionRandom(item).shuffled(written) : written,
                drawn.part().points());
    }

    private SplitMix64 optionRandom(ItemVersion item) {
        return new SplitMix64(optionSeed ^ SplitMix64.mix(item.id().value()));
    }
}
