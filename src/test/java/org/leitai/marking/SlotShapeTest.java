package org.leitai.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.leitai.bank.ItemType;
import org.leitai.kernel.Points;

class SlotShapeTest {

    @Provide
    Arbitrary<List<SlotShape>> shapes() {
        return Combinators.combine(Arbitraries.of(ItemType.class), Arbitraries.integers().between(1, 26))
                .as(SlotShape::new)
                .list()
                .ofMaxSize(100);
    }

    @Property
    void everyShapeIsReadBack(@ForAll("shapes") List<SlotShape> shapes) {
        String encoded = SlotShape.encode(shapes);
        for (int slot = 1; slot <= shapes.size(); slot++) {
            assertThat(SlotShape.decode(encoded, slot)).contains(shapes.get(slot - 1));
        }
    }

    @Property
    void noSlotLiesOutside(@ForAll("shapes") List<SlotShape> shapes) {
        String encoded = SlotShape.encode(shapes);
        for (int slot : new int[] {0, -1, Integer.MIN_VALUE, shapes.size() + 1, 999}) {
            assertThat(SlotShape.decode(encoded, slot)).isEmpty();
        }
    }

    @Test
    void aShapeIsWrittenAsALetterAndADigit() {
        assertThat(SlotShape.encode(List.of(
                        SlotShape.of(Slots.choice(Points.of(1), 4, List.of(0))),
                        SlotShape.of(Slots.choice(Points.of(1), 5, List.of(0, 1))),
                        SlotShape.of(Slots.truth(Points.of(1), true)),
                        SlotShape.of(Slots.blanks(Points.of(1), List.of("甲"), List.of("乙"))))))
                .isEqualTo("s4m5t2f2");
    }
}
