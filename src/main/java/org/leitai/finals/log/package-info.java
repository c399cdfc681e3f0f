/**
 * 比赛日志: the log of a final as a document.
 *
 * <p>In: a match as it was set up and its events, straight from PostgreSQL, so any node can answer. Out: the score sheet, the time
 * line with the way back to every event, a signed file, and what was kept on paper while the machine was down.
 */
package org.leitai.finals.log;
