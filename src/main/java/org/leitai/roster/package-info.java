/**
 * Units and workers 单位、名册: the federation's tree, registration, sign-in, and what may be shown of a person.
 *
 * <p>In: forms of workers ({@code /register}, {@code /sign-in}, {@code /me}), lists of units. Out: {@link
 * org.leitai.roster.CurrentWorker} for every request, {@link org.leitai.roster.Units} and {@link org.leitai.roster.Persons}
 * for boards and reports.
 *
 * <p>Invariants: one person per phone (UNIQUE, also in a burst); names and phones appear in no URL and no log, and on public
 * pages only masked unless the person agreed to the full name; what people agreed to is appended, never changed; of a personal
 * code only a keyed digest is kept.
 *
 * <p>Decisions: no SMS, because a federation's contest must not hang on a telephone company: a worker gets a personal code of
 * eight characters (31 to the power of 8) once, and whoever guesses is slowed down, never locked out. The cookie is signed and
 * verified without a look-up, because 16,000 phones send it with every answer; what ends it early (a new personal code) is a
 * number in it, the epoch, compared with the few persons whose number changed, which each node keeps in memory.
 */
package org.leitai.roster;
