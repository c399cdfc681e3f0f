/**
 * 规则库: the rules that finals may be played by, those that come along and those that staff have written.
 *
 * <p>In: a form or a file; out: rules that are valid, under a name that {@code 新建决赛} offers, and their sheet in plain words. Own
 * rules are versions: saving appends one, nothing is overwritten, and who saves on top of somebody else's version is told. A match
 * keeps its own copy, so no later change reaches it. Nobody edits what comes along; opening it in the form starts new rules.
 *
 * <p>The form is plain HTML whose every button posts all of it; what was typed lives in its fields and nowhere else until it is
 * saved ({@link org.leitai.finals.rules.form.RulesFields}).
 */
package org.leitai.finals.library;
