/**
 * 规则说明: the rules of a match as a sheet that people read.
 *
 * <p>In: {@link org.leitai.finals.rules.MatchRules}; out: sections of phrases, each the key of a text with its arguments, which the
 * bundles turn into Chinese or English ({@link org.leitai.finals.rules.text.RulesText}). Pure. Every constant of every policy has a
 * text of its own under {@code finals.sheet.}; a test goes through all of them. A sheet says what a referee would be asked, and
 * leaves out what a segment of its kind does not know.
 */
package org.leitai.finals.rules.text;
