/**
 * 答题: a person's way through a round, and the hot path of the whole system.
 *
 * <p>In: start, answers, hand-in. Out: acknowledgements after the commit, results, what the board has to learn.
 *
 * <p>Invariants: an answer is acknowledged only after its commit, and then is in the result; an answer is judged by the instant of
 * its arrival ({@link org.leitai.web.Arrivals}) in the statement that writes it ({@code AnswerStore}); responses are appended, the
 * newest sequence number of a slot counts; one open attempt a person, by a unique index; nothing that goes to a phone before the
 * reveal holds a key ({@code AnswerJson}).
 *
 * <p>Decisions: group commit ({@code GroupCommit}), because one disk flush can acknowledge a thousand answers; a signed ticket
 * instead of look-ups; a share lock on the attempt in the writing statement, so that a hand-in waits for answers under way and
 * later ones see the end; a deadline is derived from the personal clock and the round's end at the moment of judging, so extending
 * a round is one update; two seconds of waiting at most, then 503, and the same request finds out what became of it.
 */
package org.leitai.attempt;
