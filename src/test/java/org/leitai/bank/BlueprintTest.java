package org.leitai.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.leitai.bank.SomeItems.single;
import static org.leitai.bank.SomeItems.trueFalse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.kernel.Points;

class BlueprintTest {

    private static final Points TWO = Points.of(2);
    private static final Points FIVE = Points.of(5);

    /** Ids 1..20 singles and 21..30 true-false. */
    private static final List<ItemVersion> POOL = Stream.concat(
                    LongStream.rangeClosed(1, 20).mapToObj(id -> single(id, 1 + (int) (id % 5), "工会法")),
                    LongStream.rangeClosed(21, 30).mapToObj(id -> trueFalse(id, 2, "工会章程")))
            .toList();

    private static final Blueprint FIVE_AND_THREE =
            new Blueprint(List.of(any(ItemType.SINGLE, 5, FIVE), any(ItemType.TRUE_FALSE, 3, TWO)));

    private static Blueprint.Part any(ItemType type, int count, Points points) {
        return new Blueprint.Part(type, count, points, Set.of(), 1, 5);
    }

    private static Blueprint.Part about(String topic, int count) {
        return new Blueprint.Part(ItemType.SINGLE, count, TWO, Set.of(topic), 1, 5);
    }

    @Test
    void fullScoreIsTheSumOverAllPlaces() {
        assertThat(FIVE_AND_THREE.full()).isEqualTo(Points.of(31));
        assertThat(FIVE_AND_THREE.size()).isEqualTo(8);
    }

    @Nested
    class Drawing {

        /** Computed apart, by another program. It may never change: forms of past contests are drawn again from their seed. */
        @Test
        void formOfASeedIsTheSameForEver() {
            assertThat(print(FIVE_AND_THREE.draw(POOL, 20261122L, true, true)))
                    .containsExactly(
                            "1 t-018 [1, 2, 0, 3] 5",
                            "2 t-029 [] 2",
                            "3 t-026 [] 2",
                            "4 t-010 [0, 2, 3, 1] 5",
                            "5 t-012 [1, 2, 3, 0] 5",
                            "6 t-030 [] 2",
                            "7 t-011 [0, 3, 1, 2] 5",
                            "8 t-016 [2, 3, 0, 1] 5");
        }

        @Test
        void orderOfThePoolDoesNotMatter() {
            List<ItemVersion> reversed = new ArrayList<>(POOL);
            Collections.reverse(reversed);
            assertThat(FIVE_AND_THREE.draw(reversed, 7, true, true))
                    .isEqualTo(FIVE_AND_THREE.draw(POOL, 7, true, true));
        }

        @Test
        void differentSeedsGiveDifferentForms() {
            Set<Form> forms = new HashSet<>();
            LongStream.range(0, 1_000).forEach(seed -> forms.add(FIVE_AND_THREE.draw(POOL, seed, true, true)));
            assertThat(forms).hasSize(1_000);
        }

        @Test
        void withoutShufflingPartsFollowEachOtherAndOptionsStayAsWritten() {
            Form form = FIVE_AND_THREE.draw(POOL, 7, false, false);
            assertThat(form.slots().stream().map(slot -> slot.item().type()))
                    .containsExactly(
                            ItemType.SINGLE,
                            ItemType.SINGLE,
                            ItemType.SINGLE,
                            ItemType.SINGLE,
                            ItemType.SINGLE,
                            ItemType.TRUE_FALSE,
                            ItemType.TRUE_FALSE,
                            ItemType.TRUE_FALSE);
            assertThat(form.slots().stream().map(slot -> slot.item().id().value()))
                    .isSorted();
            assertThat(form.slots().subList(0, 5))
                    .allSatisfy(slot -> assertThat(slot.optionOrder()).containsExactly(0, 1, 2, 3));
        }

        @Test
        void shufflingChangesNeitherTheItemsNorTheirOptions() {
            Form plain = FIVE_AND_THREE.draw(POOL, 7, false, true);
            Form shuffled = FIVE_AND_THREE.draw(POOL, 7, true, true);
            assertThat(shuffled.slots().stream().map(slot -> List.of(slot.item(), slot.optionOrder(), slot.points())))
                    .containsExactlyInAnyOrderElementsOf(plain.slots().stream()
                            .map(slot -> List.of(slot.item(), slot.optionOrder(), slot.points()))
                            .toList());
        }

        @Test
        void itemWithoutOptionsHasNoOrderOfOptions() {
            assertThat(FIVE_AND_THREE.draw(POOL, 7, true, true).slots())
                    .filteredOn(slot -> slot.item().type() == ItemType.TRUE_FALSE)
                    .hasSize(3)
                    .allSatisfy(slot -> assertThat(slot.optionOrder()).isEmpty());
        }

        /** Case FR1. */
        @Test
        void rightOptionStandsOnEveryPositionEquallyOften() {
            int[] positions = new int[4];
            for (long seed = 0; seed < 4_000; seed++) {
                for (Form.Slot slot :
                        FIVE_AND_THREE.draw(POOL, seed, true, true).slots()) {
                    if (slot.item().key() instanceof AnswerKey.Choice choice) {
                        positions[slot.optionOrder().indexOf(choice.right().getFirst())]++;
                    }
                }
            }
            // 3 degrees of freedom: 16.27 is exceeded once in a thousand; the seeds are fixed.
            assertThat(ChiSquare.of(positions, 4)).isLessThan(16.27);
        }

        @Test
        void everyItemIsDrawnEquallyOften() {
            int[] drawn = new int[21];
            for (long seed = 0; seed < 4_000; seed++) {
                FIVE_AND_THREE.draw(POOL, seed, true, true).slots().stream()
                        .filter(slot -> slot.item().type() == ItemType.SINGLE)
                        .forEach(slot -> drawn[(int) slot.item().id().value()]++);
            }
            // 19 degrees of freedom; draws without replacement vary less than the test assumes.
            assertThat(ChiSquare.of(drawn, 20)).isLessThan(43.82);
        }
    }

    @Nested
    class Shortages {

        @Test
        void fillablePoolHasNone() {
            assertThat(FIVE_AND_THREE.shortages(POOL)).isEmpty();
        }

        @Test
        void eachPartThatCannotBeFilledIsNamedWithWhatThereIs() {
            var blueprint = new Blueprint(List.of(any(ItemType.SINGLE, 25, TWO), any(ItemType.MULTIPLE, 1, TWO)));
            assertThat(blueprint.shortages(POOL)).containsExactly(new Shortage(0, 25, 20), new Shortage(1, 1, 0));
        }

        @Test
        void drawingIsRefused() {
            var blueprint = new Blueprint(List.of(any(ItemType.FILL_IN, 1, TWO)));
            assertThatThrownBy(() -> blueprint.draw(POOL, 1, true, true)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void widePartLeavesTheNarrowOneWhatItNeeds() {
            List<ItemVersion> pool = List.of(single(1, 1, "工会法"), single(2, 1, "工会法"), single(3, 1, "工运史"));
            var blueprint = new Blueprint(List.of(any(ItemType.SINGLE, 2, TWO), about("工运史", 1)));
            assertThat(blueprint.shortages(pool)).isEmpty();
            assertThat(blueprint
                            .draw(pool, 1, false, false)
                            .slots()
                            .getLast()
                            .item()
                            .id()
                            .value())
                    .isEqualTo(3);
        }

        /**
         * All five items are needed. Whoever takes the first free one may leave another part without any:
         *
         * <pre>
         * 甲 wants one of 1 2      乙 wants two of 2 3 4      丙 wants one of 3 4 5      丁 wants one of 3 5
         * </pre>
         */
        @Test
        void partsThatOverlapAreFilledWheneverThatIsPossible() {
            List<ItemVersion> pool = List.of(
                    single(1, 1, "甲"),
                    single(2, 1, "甲", "乙"),
                    single(3, 1, "乙", "丙", "丁"),
                    single(4, 1, "乙", "丙"),
                    single(5, 1, "丙", "丁"));
            var blueprint = new Blueprint(List.of(about("甲", 1), about("乙", 2), about("丙", 1), about("丁", 1)));
            assertThat(blueprint.shortages(pool)).isEmpty();
            for (long seed = 0; seed < 200; seed++) {
                assertThat(blueprint.draw(pool, seed, false, false).slots().stream()
                                .map(Form.Slot::item)
                                .distinct())
                        .hasSize(5);
            }
        }

        @Test
        void itemQualifiesByAnyOfItsTopics() {
            List<ItemVersion> pool = List.of(single(1, 1, "工会法", "职责"));
            assertThat(new Blueprint(List.of(about("职责", 1))).shortages(pool)).isEmpty();
        }

        @Test
        void difficultyCountsWithBothBounds() {
            List<ItemVersion> pool =
                    List.of(single(1, 1, "甲"), single(2, 2, "甲"), single(3, 3, "甲"), single(4, 4, "甲"));
            var middle = new Blueprint.Part(ItemType.SINGLE, 4, TWO, Set.of(), 2, 3);
            assertThat(new Blueprint(List.of(middle)).shortages(pool)).containsExactly(new Shortage(0, 4, 2));
        }
    }

    private static List<String> print(Form form) {
        return form.slots().stream()
                .map(slot -> slot.number() + " " + slot.item().code() + " " + slot.optionOrder() + " " + slot.points())
                .toList();
    }
}
