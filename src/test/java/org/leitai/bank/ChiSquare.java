package org.leitai.bank;

import java.util.Arrays;

/** Pearson's test of "all cells are equally likely". */
final class ChiSquare {

    private ChiSquare() {}

    /** @param cells how many cells may be filled; cells that never can be may stand in {@code counts} as 0 */
    static double of(int[] counts, int cells) {
        double expected = (double) Arrays.stream(counts).sum() / cells;
        int[] filled = Arrays.stream(counts).filter(count -> count > 0).toArray();
        double never = (cells - filled.length) * expected;
        return never
                + Arrays.stream(filled)
                        .mapToDouble(count -> (count - expected) * (count - expected) / expected)
                        .sum();
    }
}
