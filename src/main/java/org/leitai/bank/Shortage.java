package org.leitai.bank;

/**
 * A part of a blueprint that the pool cannot fill 题量不足.
 *
 * @param partIndex 0-based position in {@link Blueprint#parts()}
 * @param wanted how many items the part asks for
 * @param available how many are left for it, after the parts that are narrower have taken theirs
 */
public record Shortage(int partIndex, int wanted, int available) {}
