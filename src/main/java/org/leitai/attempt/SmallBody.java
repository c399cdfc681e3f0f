package org.leitai.attempt;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads the body of a request that must be small; a larger one is not kept in memory. */
final class SmallBody {

    /** A client that sends too much is read to its end, so that it hears the refusal; one that sends this much is not. */
    private static final int LONGEST_READ_BYTES = 16 * 1024 * 1024;

    private final int largestBytes;
    private Buffer kept = Buffer.buffer();
    private long readBytes;

    private SmallBody(int largestBytes) {
        this.largestBytes = largestBytes;
    }

    /** Calls one of the two, once, when the body has arrived; neither when the connection breaks before. */
    static void read(HttpServerRequest request, int largestBytes, Consumer<Buffer> whole, Runnable tooLarge) {
        var body = new SmallBody(largestBytes);
        request.handler(part -> body.take(part, request));
        request.endHandler(end -> {
            if (body.isTooLarge()) {
                tooLarge.run();
            } else {
                whole.accept(body.kept);
            }
        });
        request.resume();
    }

    private boolean isTooLarge() {
        return readBytes > largestBytes;
    }

    private void take(Buffer part, HttpServerRequest request) {
        readBytes += part.length();
        if (!isTooLarge()) {
            kept = kept.length() == 0 ? part : kept.appendBuffer(part);
        } else if (readBytes > LONGEST_READ_BYTES) {
            request.connection().close();
        }
    }
}
