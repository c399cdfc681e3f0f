package org.leitai.finals.rules.form;

import java.util.List;

/**
 * Fields that belong together 一组输入项.
 *
 * @param key last part of the key of its heading, under {@code finals.form.group.}
 * @param folded whether it may be folded away while nothing in it is set
 * @param rows each a line of a table; the labels of the first are its head
 */
public record Group(String key, boolean folded, List<Field> fields, List<List<Field>> rows) {

    public boolean isEmpty() {
        return fields.isEmpty() && rows.isEmpty();
    }

    /** Whether something was typed in a field that begins empty. */
    public boolean isSet() {
        return fields.stream()
                        .anyMatch(field -> field.input() != Field.Input.CHOICE
                                && !field.value().isEmpty())
                || rows.stream().flatMap(List::stream).anyMatch(field -> !field.value()
                        .isEmpty());
    }
}
