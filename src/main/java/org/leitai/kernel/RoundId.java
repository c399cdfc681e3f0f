package org.leitai.kernel;

/** A round of a contest 赛段. Identity only. */
public record RoundId(long value) {}
