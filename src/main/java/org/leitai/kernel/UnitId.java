package org.leitai.kernel;

/** A unit of the federation's tree 单位. Identity only. */
public record UnitId(long value) {}
