/**
 * 试题包: the questions of a final, from choosing them to the moment on stage when two people open them.
 *
 * <p>In: items of the bank and questions typed for this match, arranged by segment with a reserve ({@code Arrangement}); staff who
 * edit, approve, seal, and enter keys. Out: the {@code Deck} that a room plays from, and the hash that everybody may see.
 *
 * <p>A pack is a draft, then approved by somebody who has changed nothing in it (the query says so, and a constraint), then sealed, then
 * opened. A match whose pack was never sealed plays its draft in the clear. What holds:
 * <ul>
 *   <li>Sealing encrypts the questions as texts (AES-256-GCM, a random data key), publishes the SHA-256 of the salted plain text, and
 *       deletes the rows in the clear, in one transaction. From then on no page, no query and no file of the database has them: two of
 *       three keys are needed, and a key is nowhere but with its holder. What PostgreSQL still has on disk of deleted rows is gone after
 *       its next vacuum and checkpoint; seal well before the day, and keep no dump of the draft.
 *   <li>Two of three, so that one lost key stops nobody: Shamir's shares of a secret of 128 bits that wraps the data key. Until its
 *       holder collects it, and for fifteen minutes after one is entered, a key lies in the database under the server's secret. Who
 *       has the database and {@code LEITAI_SECRET} before the keys are collected could open a pack; so collect them at once.
 *   <li>Opening checks the text against the hash, writes {@code pack-opened} into the match's log, and keeps the data key under the
 *       server's secret: a node that restarts or takes over goes on, and checks the hash again.
 *   <li>A question's name in the log is its ordinal in the arrangement. So the arrangement is closed once a question has been shown.
 *   <li>What is thrown away is gone: {@code discard} is for lost keys and leaked questions, and starts from nothing.
 * </ul>
 */
package org.leitai.finals.pack;
