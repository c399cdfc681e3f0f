package org.leitai.bank;

import java.util.List;
import org.leitai.kernel.Points;

/** The ordered items that one person sees 卷面. */
public record Form(List<Slot> slots) {

    public Form {
        slots = List.copyOf(slots);
    }

    /**
     * A place of the form 题号.
     *
     * @param number 1-based
     * @param optionOrder displayed position → index in {@link ItemVersion#options()}; empty when the item has no options
     * @param points for a wholly right answer
     */
    public record Slot(int number, ItemVersion item, List<Integer> optionOrder, Points points) {

        public Slot {
            optionOrder = List.copyOf(optionOrder);
        }
    }
}
