/**
 * 比赛日志: the log of a final as a document.
 *
 * <p>In: a match as it was set up and its events, straight from PostgreSQL, so any node can answer. Out: the score sheet (成绩单), the time
 * line with the way back to every event (比赛日志), a signed file, the hand-over of a match to a server in a hall without internet
 * (会场移交), and what was kept on paper while the machine was down (纸面记分).
 *
 * <p><b>The file.</b> JSON lines in UTF-8, each ended by a line feed, in this order: {@code leitai-final} (who wrote it, when, the public
 * key), {@code set-up} (rules, teams, and the SHA-256 of every question's line), {@code question} (those that were asked; all of them for the
 * hall), {@code event} (payload as text and the hash of the log up to it, see {@link org.leitai.finals.Head}), {@code end} (number of lines and of
 * events), {@code signature}. Every line but the last closes with {@code "sum"}: the SHA-256 of the sum before it (32 zero bytes before
 * the first) and the line's own bytes with {@code ,"sum":"…"} taken out. So the first wrong line is known by its number, whatever was
 * changed, dropped, doubled or moved.
 *
 * <p><b>The signature</b> is Ed25519 over {@code leitai-final-1 <sum of the end line>}. Why not a MAC: whoever checks a result must not
 * be able to make one. The key pair comes from LEITAI_SECRET, so all nodes sign alike and nothing is to be kept; the public half stands in
 * every file and at {@code /finals/key.pem}. Elsewhere it is checked with {@code openssl pkeyutl -verify -pubin -inkey key.pem -rawin}. With another
 * secret the server has another key: old files stay whole, and name the key that signed them.
 *
 * <p><b>The hall.</b> A match that is handed out has an open row, and every append looks for it under the lock of the owner's row: here
 * nothing is appended until the log is back or the match is taken back with a reason. The file for the hall carries the seed of a key made for this
 * hand-over alone; the hall signs (set-up, version, head) with it. So no keys are exchanged beforehand, and only who was handed the file
 * can hand the match back. What comes back is taken in whole or not at all: the set-up is the very bytes that were given, the
 * hall's signature holds, and the log here is the beginning of the one that came. The same file again changes nothing; a longer one may
 * follow. The owner is fenced off before the append, so the next one reads the log to its end.
 *
 * <p><b>Four eyes.</b> What was typed in from paper becomes an event when another account confirms it. The query that finds a line for
 * confirmation leaves out those of the person who asks, and the rules of the match refuse the event besides. Whether a line was confirmed
 * stands in the log alone, under the version that the second person saw: no second truth, no line counted twice, and an undo opens it
 * again.
 */
package org.leitai.finals.log;
