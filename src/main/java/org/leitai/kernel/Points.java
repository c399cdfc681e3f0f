package org.leitai.kernel;

/**
 * An exact number of points 分, counted in hundredths so that marks and ranks never meet floating point.
 *
 * @param hundredths the value × 100; may be negative where a rule takes points away
 */
public record Points(long hundredths) implements Comparable<Points> {

    public static final Points ZERO = new Points(0);

    public static Points of(long whole) {
        return new Points(Math.multiplyExact(whole, 100L));
    }

    /**
     * Reads "10", "2.5" or "0.25".
     *
     * @throws IllegalArgumentException for anything but a decimal number with at most two decimals
     */
    public static Points parse(String text) {
        if (!text.matches("-?\\d{1,7}(\\.\\d{1,2})?")) {
            throw new IllegalArgumentException("not a number of points with at most two decimals: " + text);
        }
        return new Points(new java.math.BigDecimal(text).movePointRight(2).longValueExact());
    }

    public Points plus(Points other) {
        return new Points(Math.addExact(hundredths, other.hundredths));
    }

    public Points minus(Points other) {
        return new Points(Math.subtractExact(hundredths, other.hundredths));
    }

    public Points times(long factor) {
        return new Points(Math.multiplyExact(hundredths, factor));
    }

    /** {@code parts / whole} of these points, rounded towards zero to a hundredth. */
    public Points fraction(long parts, long whole) {
        return new Points(Math.multiplyExact(hundredths, parts) / whole);
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(hundredths, other.hundredths);
    }

    /** As people write it: "10", "2.5", "-0.25". */
    @Override
    public String toString() {
        return java.math.BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString();
    }
}
