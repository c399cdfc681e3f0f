package org.leitai.live;

import io.quarkus.vertx.http.HttpServerOptionsCustomizer;
import io.vertx.core.http.HttpServerOptions;
import jakarta.inject.Singleton;

/**
 * What the server does for WebSockets before we see them. No compression: a compressed message of 1 KB is a message of any size, and
 * compressing for each socket would cost more than everything else. A frame that is larger than this ends the connection by its header
 * alone; a smaller one that is still too large hears why.
 */
@Singleton
class SocketSettings implements HttpServerOptionsCustomizer {

    private static final int LARGEST_FRAME_BYTES = 16 * 1024;

    @Override
    public void customizeHttpServer(HttpServerOptions options) {
        options.setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setMaxWebSocketFrameSize(LARGEST_FRAME_BYTES);
    }

    @Override
    public void customizeHttpsServer(HttpServerOptions options) {
        customizeHttpServer(options);
    }
}
