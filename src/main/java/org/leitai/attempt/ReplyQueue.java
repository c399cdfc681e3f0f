package org.leitai.attempt;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Replies on their way from a writer to one event loop. A commit acknowledges many answers; the loop is woken once for all of
 * them and not once for each.
 */
final class ReplyQueue {

    private static final ThreadLocal<ReplyQueue> OF_LOOP = new ThreadLocal<>();

    private final Context loop;
    private final Queue<Runnable> replies = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean woken = new AtomicBoolean();

    private ReplyQueue(Context loop) {
        this.loop = loop;
    }

    /** To be called on an event loop. */
    static ReplyQueue ofThisLoop() {
        ReplyQueue queue = OF_LOOP.get();
        if (queue == null) {
            queue = new ReplyQueue(Vertx.currentContext());
            OF_LOOP.set(queue);
        }
        return queue;
    }

    /** From any thread. */
    void add(Runnable reply) {
        replies.add(reply);
        if (woken.compareAndSet(false, true)) {
            loop.runOnContext(ignored -> sendAll());
        }
    }

    /** What is added behind the last look wakes the loop again. */
    private void sendAll() {
        woken.set(false);
        for (Runnable reply = replies.poll(); reply != null; reply = replies.poll()) {
            reply.run();
        }
    }
}
