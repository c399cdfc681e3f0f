package org.leitai.contest;

import java.util.List;

/**
 * What is wrong with a rule sheet 规则表错误.
 *
 * @param field where, as {@code blueprint.parts[1].points}; empty: the whole
 * @param key of the text that says what is wrong and how to mend it
 * @param arguments for the text
 */
public record RuleSheetFault(String field, String key, List<Object> arguments) {

    static RuleSheetFault of(String field, String key, Object... arguments) {
        return new RuleSheetFault(field, key, List.of(arguments));
    }
}
