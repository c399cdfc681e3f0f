/**
 * 比赛规则: the rules of a final as data.
 *
 * <p>In: YAML or JSON ({@link org.leitai.finals.rules.MatchRulesFormat}); out: {@link org.leitai.finals.rules.MatchRules}, or
 * every fault with its field. A hall with other rules needs another file, never other code. To add a policy: a constant here,
 * its meaning in {@code match}, its text, its test; the compiler shows each {@code switch}.
 */
package org.leitai.finals.rules;
