package org.leitai.attempt;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads the body of a request that must be small; a larger one is not kept in memory. */
final class SmallBody {

    private final int largestBytes;
    private Buffer read = Buffer.buffer();
    private boolean tooLarge;

    private SmallBody(int largestBytes) {
        this.largestBytes = largestBytes;
    }

    /**
     * Calls one of the two, once: when the body has arrived, or as soon as it is too large; neither when the connection breaks
     * before.
     */
    static void read(HttpServerRequest request, int largestBytes, Consumer<Buffer> whole, Runnable tooLarge) {
        var body = new SmallBody(largestBytes);
        request.handler(part -> body.take(part, tooLarge));
        request.endHandler(end -> {
            if (!body.tooLarge) {
                whole.accept(body.read);
            }
        });
        request.resume();
    }

    private void take(Buffer part, Runnable whenTooLarge) {
        if (tooLarge) {
            return;
        }
        if (read.length() + part.length() > largestBytes) {
            tooLarge = true;
            read = Buffer.buffer();
            whenTooLarge.run();
        } else {
            read = read.length() == 0 ? part : read.appendBuffer(part);
        }
    }
}
