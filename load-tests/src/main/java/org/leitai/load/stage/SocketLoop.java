package org.leitai.load.stage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** One thread for all connections and timers. Whatever has to do with them happens on it. */
final class SocketLoop implements AutoCloseable {

    private static final int READ_BYTES = 128 * 1024;

    /** Below this a selection would sleep too long: presses are a few tenths of a millisecond apart. */
    private static final long SPIN_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private record Timer(long dueNanos, Runnable work) {}

    private final Selector selector;
    private final Thread thread = Thread.ofPlatform().name("sockets").unstarted(this::run);
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final PriorityQueue<Timer> timers =
            new PriorityQueue<>((one, other) -> Long.signum(one.dueNanos() - other.dueNanos()));
    private final ByteBuffer incoming = ByteBuffer.allocateDirect(READ_BYTES);
    private final byte[] read = new byte[READ_BYTES];
    private volatile boolean over;
    private volatile Throwable failure;

    SocketLoop() throws IOException {
        selector = Selector.open();
        thread.start();
    }

    Selector selector() {
        return selector;
    }

    void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** The result of a look at what belongs to the loop. */
    <R> R ask(Callable<R> question) {
        var answer = new CompletableFuture<R>();
        execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        if (failure != null) {
            throw new IllegalStateException("the loop has ended", failure);
        }
        return answer.orTimeout(1, TimeUnit.MINUTES).join();
    }

    /** On the loop. */
    void at(long nanos, Runnable work) {
        timers.add(new Timer(nanos, work));
    }

    void after(double millis, Runnable work) {
        at(System.nanoTime() + (long) (millis * 1e6), work);
    }

    @Override
    public void close() {
        over = true;
        selector.wakeup();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!over) {
                select();
                for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                    task.run();
                }
                while (!timers.isEmpty() && timers.peek().dueNanos() - System.nanoTime() <= 0) {
                    timers.poll().work().run();
                }
            }
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            selector.close();
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
            e.printStackTrace();
        }
    }

    private void select() throws IOException {
        long wait = timers.isEmpty() ? TimeUnit.SECONDS.toNanos(1) : timers.peek().dueNanos() - System.nanoTime();
        if (wait < SPIN_NANOS) {
            selector.selectNow(this::serve);
        } else {
            selector.select(this::serve, TimeUnit.NANOSECONDS.toMillis(wait - SPIN_NANOS / 2));
        }
    }

    private void serve(SelectionKey key) {
        var wire = (Wire) key.attachment();
        try {
            if (key.isValid() && key.isConnectable()) {
                wire.finishConnect();
            }
            if (key.isValid() && key.isWritable()) {
                wire.write();
            }
            if (key.isValid() && key.isReadable()) {
                read(wire);
            }
        } catch (IOException broken) {
            wire.broken();
        }
    }

    private void read(Wire wire) throws IOException {
        incoming.clear();
        int count = wire.channel().read(incoming);
        long nanos = System.nanoTime();
        if (count < 0) {
            wire.broken();
        } else if (count > 0) {
            incoming.flip().get(read, 0, count);
            wire.take(read, count, nanos);
        }
    }
}
