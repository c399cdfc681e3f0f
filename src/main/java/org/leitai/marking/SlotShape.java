package org.leitai.marking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leitai.bank.Form;
import org.leitai.bank.ItemType;

/**
 * What an answer in a slot may look like 题号形状: enough to judge its form without the item, and nothing about the key. It travels
 * in the ticket, so that an answer needs no look-up.
 *
 * @param size options of a choice, blanks of a fill-in, 2 for true or false
 */
public record SlotShape(ItemType type, int size) {

    public static SlotShape of(Form.Slot slot) {
        return switch (slot.item().type()) {
            case SINGLE, MULTIPLE ->
                new SlotShape(slot.item().type(), slot.item().options().size());
            case TRUE_FALSE -> new SlotShape(ItemType.TRUE_FALSE, 2);
            case FILL_IN -> new SlotShape(ItemType.FILL_IN, slot.item().blankCount());
        };
    }

    /** One letter and one digit a slot, in order: "s4m5t2f1". */
    public static String encode(List<SlotShape> shapes) {
        var text = new StringBuilder(shapes.size() * 2);
        for (SlotShape shape : shapes) {
            text.append(letter(shape.type())).append((char) ('0' + shape.size()));
        }
        return text.toString();
    }

    /** The shape of one slot out of {@link #encode}; empty when there is no such slot. */
    public static Optional<SlotShape> decode(String encoded, int slot) {
        int at = (slot - 1) * 2;
        if (slot < 1 || at + 1 >= encoded.length()) {
            return Optional.empty();
        }
        return Optional.of(new SlotShape(type(encoded.charAt(at)), encoded.charAt(at + 1) - '0'));
    }

    public static List<SlotShape> of(Form form) {
        var shapes = new ArrayList<SlotShape>(form.slots().size());
        form.slots().forEach(slot -> shapes.add(of(slot)));
        return shapes;
    }

    private static char letter(ItemType type) {
        return switch (type) {
            case SINGLE -> 's';
            case MULTIPLE -> 'm';
            case TRUE_FALSE -> 't';
            case FILL_IN -> 'f';
        };
    }

    private static ItemType type(char letter) {
        return switch (letter) {
            case 's' -> ItemType.SINGLE;
            case 'm' -> ItemType.MULTIPLE;
            case 't' -> ItemType.TRUE_FALSE;
            case 'f' -> ItemType.FILL_IN;
            default -> throw new IllegalArgumentException("no shape: " + letter);
        };
    }
}
