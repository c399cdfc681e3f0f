package org.leitai.live;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetSocket;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The way to Redis as a network between two machines: its connections can go dead without being closed. */
final class RedisLink implements AutoCloseable {

    private static final int READ_IDLE_SECONDS = 5; // as in application.properties

    private final List<NetSocket> under = new CopyOnWriteArrayList<>();
    private final NetServer door;
    private final NetClient out;
    private final Redis client;

    RedisLink(Vertx vertx, String redisUrl) {
        URI redis = URI.create(redisUrl);
        out = vertx.createNetClient();
        door = vertx.createNetServer().connectHandler(in -> {
            in.pause();
            out.connect(redis.getPort(), redis.getHost())
                    .onFailure(failure -> in.close())
                    .onSuccess(onward -> {
                        under.add(in);
                        under.add(onward);
                        pass(in, onward);
                        pass(onward, in);
                        in.resume();
                    });
        });
        int port = door.listen(0, "localhost")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
        client = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString("redis://localhost:" + port)
                        .setNetClientOptions(new NetClientOptions()
                                .setReadIdleTimeout(READ_IDLE_SECONDS)
                                .setIdleTimeoutUnit(TimeUnit.SECONDS)));
    }

    Redis client() {
        return client;
    }

    /** What is connected now says nothing more, in either direction; new connections are well. */
    void goDead() {
        under.forEach(socket -> socket.handler(lost -> {}));
    }

    @Override
    public void close() {
        client.close();
        door.close();
        out.close();
    }

    private static void pass(NetSocket from, NetSocket to) {
        from.handler(to::write);
        from.closeHandler(closed -> to.close());
    }
}
