package org.leitai.leaderboard;

import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A Lua script by its digest; sent whole again when Redis has forgotten it. */
final class RedisScript {

    private final Redis redis;
    private final String source;
    private volatile String digest;

    RedisScript(Redis redis, String resource) {
        this.redis = redis;
        this.source = read(resource);
    }

    Response run(List<String> keys, List<String> arguments) {
        return runAll(List.of(new Call(keys, arguments))).getFirst();
    }

    record Call(List<String> keys, List<String> arguments) {}

    /** All in one round trip; the replies in order. */
    List<Response> runAll(List<Call> calls) {
        if (digest == null) {
            load();
        }
        try {
            return redis.batchAndAwait(calls.stream().map(this::request).toList());
        } catch (RuntimeException e) {
            if (!String.valueOf(e.getMessage()).contains("NOSCRIPT")) {
                throw e;
            }
            load();
            return redis.batchAndAwait(calls.stream().map(this::request).toList());
        }
    }

    private Request request(Call call) {
        Request request =
                Request.cmd(Command.EVALSHA).arg(digest).arg(call.keys().size());
        call.keys().forEach(request::arg);
        call.arguments().forEach(request::arg);
        return request;
    }

    private void load() {
        digest = redis.sendAndAwait(Request.cmd(Command.SCRIPT).arg("LOAD").arg(source))
                .toString();
    }

    private static String read(String resource) {
        try (var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream(resource)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
