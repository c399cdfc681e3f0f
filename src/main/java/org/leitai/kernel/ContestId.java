package org.leitai.kernel;

/** A contest 竞赛. Identity only. */
public record ContestId(long value) {}
