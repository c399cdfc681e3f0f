package org.leitai.finals;

/** One final 一场决赛. Identity only. */
public record MatchId(long value) {}
