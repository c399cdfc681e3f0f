/**
 * 排行榜: who stands where, and why.
 *
 * <p>In: a person's counted result, written with the end of an attempt into {@code standing} and {@code board_outbox}, in one
 * transaction. Out: boards of persons and units, and "my rank" with its reasons.
 *
 * <p>PostgreSQL is the truth. {@code BoardKeeper} brings what the outbox holds to Redis (absolute writes with a revision, one Lua call
 * for person and unit), rebuilds a board that Redis has lost, and compares both. So a crash between commit and Redis, a wiped
 * or restarted Redis, and two nodes at the same work all end in the same board.
 *
 * <p>Decisions: the order is one sorted set whose score and member are exact, see {@code RankKey}; a rebuilt board is a new
 * generation of keys put in force by one write, so nobody sees half a board; while none is in force the outbox keeps the news.
 */
package org.leitai.leaderboard;
