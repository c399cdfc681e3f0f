package org.leitai.finals.rules.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Makes fields of what was typed. Pure. */
final class FieldMaker {

    /** Empty rows at the end of a table, for what is to be added. */
    private static final int SPARE_ROWS = 2;

    private static final String NOTHING = "";

    private final Map<String, String> typed;
    private final String at;
    private final Predicate<String> offered;
    private final List<Field> fields = new ArrayList<>();

    /** @param offered whether a field is shown even when it is empty */
    FieldMaker(Map<String, String> typed, String at, Predicate<String> offered) {
        this.typed = typed;
        this.at = at;
        this.offered = offered;
    }

    FieldMaker text(String name) {
        return add(name, name, Field.Input.TEXT, List.of());
    }

    FieldMaker number(String... names) {
        for (String name : names) {
            add(name, name, Field.Input.NUMBER, List.of());
        }
        return this;
    }

    /** @param right label of what a right answer brings */
    FieldMaker figures(String prefix, String right) {
        add(prefix + "right", right, Field.Input.NUMBER, List.of());
        for (String figure : List.of("wrong", "timeout", "foul", "partial")) {
            add(prefix + figure, "points." + figure, Field.Input.NUMBER, List.of());
        }
        return this;
    }

    FieldMaker flag(String name) {
        return add(name, name, Field.Input.FLAG, List.of());
    }

    FieldMaker hidden(String name) {
        return add(name, name, Field.Input.HIDDEN, List.of());
    }

    /** @param usual chosen when nothing was typed; null: the first */
    <E extends Enum<E>> FieldMaker choice(String name, String group, Class<E> type, E usual) {
        if (!shown(name)) {
            return this;
        }
        List<Field.Option> options = options(group, type);
        String value =
                typed.getOrDefault(name, usual == null ? options.getFirst().value() : RulesWriting.name(usual));
        fields.add(new Field(at + name, name, Field.Input.CHOICE, value, options));
        return this;
    }

    /** With a first option for none of them. */
    <E extends Enum<E>> FieldMaker choiceOrNone(String name, String label, String group, Class<E> type, String none) {
        if (shown(name)) {
            var options = new ArrayList<Field.Option>();
            options.add(new Field.Option(NOTHING, none));
            options.addAll(options(group, type));
            fields.add(new Field(
                    at + name, label, Field.Input.CHOICE, typed.getOrDefault(name, NOTHING), List.copyOf(options)));
        }
        return this;
    }

    List<Field> made() {
        List<Field> made = List.copyOf(fields);
        fields.clear();
        return made;
    }

    /** Rows of a list, and some to add; none where the list is not offered and empty. */
    List<List<Field>> rows(String list, Function<String, List<Field>> row) {
        int there = Rows.count(typed, list);
        if (there == 0 && !offered.test(list)) {
            return List.of();
        }
        return IntStream.rangeClosed(1, there + SPARE_ROWS)
                .mapToObj(i -> row.apply(list + "[" + i + "]."))
                .toList();
    }

    /** A field of a row; its label is the column's. */
    Field cell(String name, String label, Field.Input input) {
        return new Field(at + name, label, input, typed.getOrDefault(name, NOTHING), List.of());
    }

    private static <E extends Enum<E>> List<Field.Option> options(String group, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant ->
                        new Field.Option(RulesWriting.name(constant), group + "." + RulesWriting.name(constant)))
                .toList();
    }

    private FieldMaker add(String name, String label, Field.Input input, List<Field.Option> options) {
        if (shown(name)) {
            fields.add(new Field(at + name, label, input, typed.getOrDefault(name, NOTHING), options));
        }
        return this;
    }

    private boolean shown(String name) {
        return offered.test(name) || typed.containsKey(name);
    }
}
