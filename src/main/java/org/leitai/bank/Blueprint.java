package org.leitai.bank;

import java.util.List;
import java.util.Set;
import org.leitai.kernel.Points;

/** How many items of which kind make a form 组卷规则. */
public record Blueprint(List<Part> parts) {

    public Blueprint {
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a blueprint needs a part");
        }
    }

    /**
     * Items that are drawn alike and count alike 组卷单元.
     *
     * @param points per item
     * @param topics an item qualifies when it bears one of them; empty: any topic
     * @param minDifficulty 1 to 5, inclusive
     * @param maxDifficulty 1 to 5, inclusive
     */
    public record Part(
            ItemType type, int count, Points points, Set<String> topics, int minDifficulty, int maxDifficulty) {

        public Part {
            topics = Set.copyOf(topics);
            if (count < 1) {
                throw new IllegalArgumentException("a part needs at least one item: " + count);
            }
            if (minDifficulty < 1 || maxDifficulty > 5 || minDifficulty > maxDifficulty) {
                throw new IllegalArgumentException(
                        "difficulty must lie within 1..5: " + minDifficulty + ".." + maxDifficulty);
            }
        }

        boolean takes(ItemVersion item) {
            return item.type() == type
                    && item.difficulty() >= minDifficulty
                    && item.difficulty() <= maxDifficulty
                    && (topics.isEmpty() || item.topics().stream().anyMatch(topics::contains));
        }
    }

    /** What a form is worth when every answer is right. */
    public Points full() {
        return parts.stream().map(part -> part.points().times(part.count())).reduce(Points.ZERO, Points::plus);
    }

    public int size() {
        return parts.stream().mapToInt(Part::count).sum();
    }

    /**
     * Draws a form. The same parts, pool (in any order) and seed give the same form for ever. Which items are drawn depends
     * on neither switch, and an item's order of options only on seed and item.
     *
     * @param shuffleQuestions false: part by part, within a part by id; true: the whole form in random order
     * @param shuffleOptions false: options as written
     * @throws IllegalArgumentException when the pool cannot fill the parts, see {@link #shortages}
     */
    public Form draw(List<ItemVersion> pool, long seed, boolean shuffleQuestions, boolean shuffleOptions) {
        return new Draw(this, pool, seed).form(shuffleQuestions, shuffleOptions);
    }

    /** The parts that the pool cannot fill, in their order; empty when a form can be drawn. The same for every seed. */
    public List<Shortage> shortages(List<ItemVersion> pool) {
        return new Assignment(this, Draw.ordered(pool)).shortages();
    }
}
