package org.leitai.kernel;

/** A worker who takes part 选手. Identity only. */
public record PersonId(long value) {}
