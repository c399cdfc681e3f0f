package org.leitai.kernel;

/** One unchangeable version of an item 题目版本. Identity only. */
public record ItemVersionId(long value) {}
