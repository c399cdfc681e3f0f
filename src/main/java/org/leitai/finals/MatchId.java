package org.leitai.finals;

/** One final 一场决赛. Identity only. */
record MatchId(long value) {}
