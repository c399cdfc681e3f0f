/**
 * Boards of persons and units 排行榜. In: what was marked. Out: pages and JSON of ranks, masked for the public.
 */
package org.leitai.leaderboard;
