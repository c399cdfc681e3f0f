package org.leitai.finals.library;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import org.leitai.finals.rules.form.RulesFields;

/**
 * A button of the form 表单操作.
 *
 * @param segment the one that it stands at, from 1; 0: none
 */
record RuleFormAct(Kind kind, int segment) {

    enum Kind {
        PREVIEW,
        SAVE,
        FILE,
        ADD,
        UP,
        DOWN,
        COPY,
        REMOVE
    }

    /** @param typed such as {@code up:2}; anything else is a preview, which changes nothing */
    static RuleFormAct of(String typed) {
        if (typed == null || !typed.matches("[a-z]{1,10}(:\\d{1,4})?")) {
            return new RuleFormAct(Kind.PREVIEW, 0);
        }
        String[] parts = typed.split(":");
        Kind kind = Arrays.stream(Kind.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(parts[0]))
                .findFirst()
                .orElse(Kind.PREVIEW);
        return new RuleFormAct(kind, parts.length == 2 ? Integer.parseInt(parts[1]) : 0);
    }

    /** What adds is not done here: it needs to know what. */
    RulesFields on(RulesFields fields) {
        return switch (kind) {
            case UP -> fields.move(segment, -1);
            case DOWN -> fields.move(segment, 1);
            case COPY -> fields.copy(segment);
            case REMOVE -> fields.remove(segment);
            case PREVIEW, SAVE, FILE, ADD -> fields;
        };
    }

    /**
     * Which segments are unfolded afterwards.
     *
     * @param typed those that were before, as {@code 1,3}
     */
    Set<Integer> open(String typed, int segments) {
        Set<Integer> before = typed == null || !typed.matches("\\d{1,4}(,\\d{1,4}){0,99}")
                ? Set.of()
                : Arrays.stream(typed.split(",")).map(Integer::valueOf).collect(Collectors.toSet());
        var after = before.stream()
                .filter(one -> kind != Kind.REMOVE || one != segment)
                .map(one -> moved().applyAsInt(one))
                .collect(Collectors.toCollection(TreeSet::new));
        switch (kind) {
            case ADD -> after.add(segments);
            case COPY -> after.add(segment + 1);
            case PREVIEW -> {
                if (segment > 0) {
                    after.add(segment);
                }
            }
            case SAVE, FILE, UP, DOWN, REMOVE -> {}
        }
        return after;
    }

    private IntUnaryOperator moved() {
        return switch (kind) {
            case UP -> one -> one == segment ? one - 1 : one == segment - 1 ? one + 1 : one;
            case DOWN -> one -> one == segment ? one + 1 : one == segment + 1 ? one - 1 : one;
            case COPY -> one -> one > segment ? one + 1 : one;
            case REMOVE -> one -> one > segment ? one - 1 : one;
            case PREVIEW, SAVE, FILE, ADD -> one -> one;
        };
    }
}
