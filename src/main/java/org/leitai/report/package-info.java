/**
 * 组织者工作台: what the organizer sees of a contest, and what the organizer does to it.
 *
 * <p>In: pages below {@code /staff/contests}. Out: figures of a round while it runs, the internal board with full names, the
 * results as a workbook; new contests, revised rule sheets and moved ends go to {@link org.leitai.contest.Contests}, which decides.
 *
 * <p>Invariants: everything here is read from PostgreSQL, never from Redis, so a workbook is its own proof of the public board;
 * nothing personal stands in an address, so a search is a POST; who only reads (the auditor) sees masked names, and an export is
 * in the audit log before its first byte leaves.
 *
 * <p>Decisions: the figures of a round are kept for two seconds, and the minutes that can no longer change for good
 * ({@code FigureFeed}): ten organizers cost one, and a refresh reads the answers of the last moments only. The workbook is
 * written row by row from a cursor, because 16,000 rows must not show in the heap while people answer.
 */
package org.leitai.report;
