package org.leitai.load;

import java.util.Arrays;
import java.util.List;

/** Every single latency of a run, in microseconds; no histogram, no estimate. For one thread, then merged. */
public final class Latencies {

    private int[] micros = new int[64 * 1024];
    private int count;

    public void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, count * 2);
        }
        micros[count++] = (int) Math.min(Integer.MAX_VALUE, nanos / 1000);
    }

    public int count() {
        return count;
    }

    public static Latencies sorted(List<Latencies> parts) {
        var all = new Latencies();
        all.micros = new int[parts.stream().mapToInt(Latencies::count).sum()];
        for (Latencies part : parts) {
            System.arraycopy(part.micros, 0, all.micros, all.count, part.count);
            all.count += part.count;
        }
        Arrays.sort(all.micros);
        return all;
    }

    /** Of sorted ones; nearest rank, milliseconds. */
    public double percentileMillis(double percent) {
        int rank = (int) Math.ceil(percent / 100 * count);
        return count == 0 ? Double.NaN : micros[Math.max(0, rank - 1)] / 1000.0;
    }
}
