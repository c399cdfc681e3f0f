package org.leitai.support;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;

/** Many at the same moment. */
public final class Burst {

    private static final int LONGEST_SECONDS = 60;

    private Burst() {}

    /** Calls with 0, 1, 2 … from that many threads, released together; the results in this order. */
    public static <R> List<R> of(int count, IntFunction<R> call) {
        var gate = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<R>>();
            for (int i = 0; i < count; i++) {
                int number = i;
                waiting.add(threads.submit(() -> {
                    gate.await();
                    return call.apply(number);
                }));
            }
            gate.countDown();
            var results = new ArrayList<R>();
            for (Future<R> future : waiting) {
                results.add(future.get(LONGEST_SECONDS, TimeUnit.SECONDS));
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
