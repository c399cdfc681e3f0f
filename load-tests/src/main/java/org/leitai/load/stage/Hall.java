package org.leitai.load.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.leitai.load.Latencies;

/** All phones of the audience, seen by the thread that runs the test. */
final class Hall {

    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final double OPENING_SPREAD_MILLIS = 2; // a phone: 500 handshakes a second

    private final SocketLoop loop;
    private final List<Phone> phones = new ArrayList<>();
    private final SplittableRandom random = new SplittableRandom();

    Hall(SocketLoop loop, int port, int size, String topic) {
        this.loop = loop;
        loop.ask(() -> {
            for (int i = 0; i < size; i++) {
                var phone = new Phone(loop, port, i, topic);
                phones.add(phone);
                loop.after(random.nextDouble() * size * OPENING_SPREAD_MILLIS, phone::open);
            }
            watch();
            return null;
        });
    }

    /**
     * What became of one update.
     *
     * @param all of each phone that reads, from the instant at which the command was sent
     * @param last of the slowest of them
     * @param missing phones that read and did not have it when the next was due; they count with the time so far
     */
    record Delivery(Latencies all, long last, int missing) {}

    interface Condition {
        boolean holds(Phone phone);
    }

    int size() {
        return phones.size();
    }

    int count(Condition condition) {
        return loop.ask(() -> (int) phones.stream().filter(condition::holds).count());
    }

    long sum(ToLongFunction<Phone> figure) {
        return loop.ask(() -> phones.stream().mapToLong(figure).sum());
    }

    /** Returns whether all came to it in time. */
    boolean await(Condition condition, int seconds) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (count(condition) < phones.size()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        return true;
    }

    void expect(long version) {
        loop.ask(() -> {
            phones.forEach(phone -> phone.await(version));
            return null;
        });
    }

    Delivery delivery(long sentNanos) {
        return loop.ask(() -> {
            var all = new Latencies();
            long last = 0;
            int missing = 0;
            for (Phone phone : phones) {
                if (!phone.isStalled()) {
                    missing += phone.arrivedNanos() == 0 ? 1 : 0;
                    long taken = (phone.arrivedNanos() == 0 ? System.nanoTime() : phone.arrivedNanos()) - sentNanos;
                    last = Math.max(last, taken);
                    all.add(taken);
                }
            }
            return new Delivery(all, last, missing);
        });
    }

    /** So many of them, any, stop reading. */
    void stall(int count) {
        loop.ask(() -> {
            random.ints(0, phones.size()).distinct().limit(count).forEach(i -> phones.get(i).stall(true));
            return null;
        });
    }

    void readAgain() {
        loop.ask(() -> {
            phones.stream().filter(Phone::isStalled).forEach(phone -> phone.stall(false));
            return null;
        });
    }

    void leave() {
        loop.ask(() -> {
            phones.forEach(Phone::leave);
            return null;
        });
    }

    /** Times of all phones since an instant; what was before it is 0. */
    Latencies since(long nanos, ToLongFunction<Phone> instant) {
        return loop.ask(() -> {
            var times = new Latencies();
            phones.forEach(phone -> times.add(Math.max(0, instant.applyAsLong(phone) - nanos)));
            return Latencies.sorted(List.of(times));
        });
    }

    private void watch() {
        long now = System.nanoTime();
        phones.forEach(phone -> phone.closeIfSilent(now));
        loop.after(1000, this::watch);
    }
}
