/**
 * 规则表单: the rules of a match as fields of a form, and back.
 *
 * <p>In: what was typed, by field; out: {@link org.leitai.finals.rules.MatchRules} or every fault beside its field. A field is named as
 * faults name it: {@code segments[2].points.right}. Opening rules in the form and reading them back gives the same rules, whatever
 * they use; a test holds that for all that come along and for some that use everything. So a field that a segment's kind has no use
 * for is not offered, but shown where it is set ({@link org.leitai.finals.rules.form.SegmentLayout}). Pure.
 */
package org.leitai.finals.rules.form;
