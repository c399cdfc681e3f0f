/**
 * 主持台: the pages from which people run a final, and what they ask for besides its state.
 *
 * <p>In: requests of hosts, scorekeepers and judges. Out: their pages; the last steps of the match ({@link
 * org.leitai.finals.console.StepResource}), from which an undo may choose; a host's private notes; the scores of judges, of which a judge sees the
 * others' only after handing in an own one. Commands and states themselves go through {@code finals}.
 *
 * <p>A page gives its browser the pass for the live socket, which is worth as much as the session is at the moment. Notes are no part of the
 * match: they are not in its log, and nobody but hosts reads them.
 */
package org.leitai.finals.console;
