package org.leitai.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.leitai.kernel.Points;

class BlueprintPropertiesTest {

    private static final List<String> TOPICS = List.of("甲", "乙", "丙", "丁");

    @Property
    void formHasEachItemOnceAndEachPartItsCount(
            @ForAll("pools") List<ItemVersion> pool, @ForAll("blueprints") Blueprint blueprint, @ForAll long seed) {
        if (!blueprint.shortages(pool).isEmpty()) {
            return;
        }
        Form form = blueprint.draw(pool, seed, false, true);
        List<Form.Slot> slots = form.slots();
        assertThat(slots.stream().map(slot -> slot.item().id()).distinct()).hasSize(blueprint.size());
        assertThat(slots.stream().map(Form.Slot::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, blueprint.size()).boxed().toList());
        int next = 0;
        for (Blueprint.Part part : blueprint.parts()) {
            assertThat(slots.subList(next, next + part.count())).allMatch(slot -> part.takes(slot.item()));
            next += part.count();
        }
    }

    @Property
    void everyOrderOfOptionsIsAPermutation(@ForAll("pools") List<ItemVersion> pool, @ForAll long seed) {
        long singles =
                pool.stream().filter(item -> item.type() == ItemType.SINGLE).count();
        if (singles == 0) {
            return;
        }
        var blueprint = new Blueprint(
                List.of(new Blueprint.Part(ItemType.SINGLE, (int) singles, Points.of(1), Set.of(), 1, 5)));
        assertThat(blueprint.draw(pool, seed, true, true).slots())
                .allSatisfy(slot -> assertThat(slot.optionOrder()).containsExactlyInAnyOrder(0, 1, 2, 3));
    }

    /** The oracle tries every distribution; it is slow and obviously right. */
    @Property
    void formCanBeDrawnExactlyWhenSomeDistributionExists(
            @ForAll("smallPools") List<ItemVersion> pool, @ForAll("overlapping") Blueprint blueprint) {
        List<Blueprint.Part> places = new ArrayList<>();
        blueprint.parts().forEach(part -> IntStream.range(0, part.count()).forEach(i -> places.add(part)));
        assertThat(blueprint.shortages(pool).isEmpty()).isEqualTo(canFill(places, pool, new HashSet<>()));
    }

    private static boolean canFill(List<Blueprint.Part> places, List<ItemVersion> pool, Set<ItemVersion> used) {
        if (places.isEmpty()) {
            return true;
        }
        for (ItemVersion item : pool) {
            if (places.getFirst().takes(item) && used.add(item)) {
                if (canFill(places.subList(1, places.size()), pool, used)) {
                    return true;
                }
                used.remove(item);
            }
        }
        return false;
    }

    @Provide
    Arbitrary<List<ItemVersion>> pools() {
        return poolsUpTo(40);
    }

    @Provide
    Arbitrary<List<ItemVersion>> smallPools() {
        return poolsUpTo(7);
    }

    private static Arbitrary<List<ItemVersion>> poolsUpTo(int size) {
        record Traits(int difficulty, String[] topics, boolean isSingle) {}
        Arbitrary<String[]> topics =
                Arbitraries.of(TOPICS).set().ofMinSize(1).ofMaxSize(2).map(set -> set.toArray(String[]::new));
        return Combinators.combine(Arbitraries.integers().between(1, 5), topics, Arbitraries.of(true, true, false))
                .as(Traits::new)
                .list()
                .ofMaxSize(size)
                .map(traits -> IntStream.range(0, traits.size())
                        .mapToObj(i -> {
                            Traits of = traits.get(i);
                            return of.isSingle()
                                    ? SomeItems.single(i + 1, of.difficulty(), of.topics())
                                    : SomeItems.trueFalse(i + 1, of.difficulty(), of.topics());
                        })
                        .toList());
    }

    /** Parts of one type that compete for the same few items. */
    @Provide
    Arbitrary<Blueprint> overlapping() {
        Arbitrary<Set<String>> topics =
                Arbitraries.of(TOPICS).set().ofMinSize(1).ofMaxSize(2);
        return Combinators.combine(Arbitraries.integers().between(1, 2), topics)
                .as((count, of) -> new Blueprint.Part(ItemType.SINGLE, count, Points.of(2), of, 1, 5))
                .list()
                .ofMinSize(2)
                .ofMaxSize(4)
                .map(Blueprint::new);
    }

    @Provide
    Arbitrary<Blueprint> blueprints() {
        Arbitrary<Set<String>> topics = Arbitraries.of(TOPICS).set().ofMaxSize(2);
        return Combinators.combine(
                        Arbitraries.of(ItemType.SINGLE, ItemType.SINGLE, ItemType.TRUE_FALSE),
                        Arbitraries.integers().between(1, 2),
                        topics,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(3, 5))
                .as((type, count, of, min, max) -> new Blueprint.Part(type, count, Points.of(2), of, min, max))
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(Blueprint::new);
    }
}
