/**
 * 判分: from answers and keys to marks. Pure functions of (form, answers, policy); a replay repeats them exactly.
 *
 * <p>In: the {@link org.leitai.bank.Form} that a person saw and the {@link org.leitai.marking.Answer} of each slot. Out: a
 * {@link org.leitai.marking.Mark} for each slot. Invariants: exact points, never floating point; an answer has one canonical form,
 * so that "the same answer" is string equality; {@link org.leitai.marking.SlotShape} says nothing about a key.
 *
 * <p>A new way of giving partial credit is one more record of the sealed {@link org.leitai.marking.PartialCredit}.
 */
package org.leitai.marking;
