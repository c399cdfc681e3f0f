package org.leitai.kernel;

/** One person's run through one form 答卷. Identity only. */
public record AttemptId(long value) {}
