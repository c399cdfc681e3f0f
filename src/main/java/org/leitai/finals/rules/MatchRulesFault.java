package org.leitai.finals.rules;

import java.util.List;

/**
 * What is wrong with the rules of a match 比赛规则错误.
 *
 * @param field where, as {@code segments[2].points.right}, counted from 1; empty: the whole
 * @param key of the text that says what is wrong and how to mend it
 * @param arguments for the text
 */
public record MatchRulesFault(String field, String key, List<Object> arguments) {

    static MatchRulesFault of(String field, String key, Object... arguments) {
        return new MatchRulesFault(field, key, List.of(arguments));
    }
}
