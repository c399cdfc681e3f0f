package org.leitai.bank;

import java.util.ArrayList;
import java.util.List;

/**
 * The random numbers of a draw. SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, OOPSLA 2014),
 * written out here so that no change of a library can ever change a form that was drawn.
 */
final class SplitMix64 {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    SplitMix64(long seed) {
        state = seed;
    }

    long next() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Uniform in 0..bound-1: what lies beyond the last whole multiple of {@code bound} is thrown away. */
    int below(int bound) {
        long bits = next() >>> 1;
        long value = bits % bound;
        while (bits - value + (bound - 1) < 0) {
            bits = next() >>> 1;
            value = bits % bound;
        }
        return (int) value;
    }

    /** Fisher–Yates, from the last place down (Knuth, The Art of Computer Programming 2, algorithm 3.4.2 P). */
    <T> List<T> shuffled(List<T> list) {
        List<T> result = new ArrayList<>(list);
        for (int last = result.size() - 1; last > 0; last--) {
            int other = below(last + 1);
            T moved = result.get(last);
            result.set(last, result.get(other));
            result.set(other, moved);
        }
        return result;
    }
}
