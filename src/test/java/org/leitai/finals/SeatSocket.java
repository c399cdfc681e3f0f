package org.leitai.finals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** A seat's, the host's or a spectator's socket, that answers pings and keeps what it hears with the moment it came. */
final class SeatSocket implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param nanos when it came */
    record Heard(JsonNode message, long nanos) {}

    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final AtomicInteger closeCode = new AtomicInteger();
    private final HttpClient client = HttpClient.newHttpClient();
    private final WebSocket socket;
    private CompletableFuture<WebSocket> sent = CompletableFuture.completedFuture(null);

    SeatSocket(URI server, String topic, String cookie) {
        var builder = client.newWebSocketBuilder().header("Origin", "http://" + server.getAuthority());
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        socket = builder.buildAsync(URI.create("ws://" + server.getAuthority() + "/live/ws/" + topic), this)
                .join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        long nanos = System.nanoTime();
        text.append(data);
        if (last) {
            hear(from, text.toString(), nanos);
            text.setLength(0);
        }
        from.request(1);
        return null;
    }

    private void hear(WebSocket from, String message, long nanos) {
        if (message.startsWith("{\"ping\":")) {
            send(from, message.replace("ping", "pong"));
            return;
        }
        try {
            heard.add(new Heard(JSON.readTree(message), nanos));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode.set(code);
        return null;
    }

    void say(String message) {
        send(socket, message);
    }

    /** One after the other: a second text while one is under way is an error. */
    private synchronized void send(WebSocket to, String message) {
        sent = sent.thenCompose(before -> to.sendText(message, true));
    }

    int closeCode() {
        return closeCode.get();
    }

    List<JsonNode> acks() {
        return heard.stream().map(Heard::message).filter(one -> one.has("ack")).toList();
    }

    /** The answer to a message. */
    JsonNode ack(long number) {
        await(() -> acks().stream().anyMatch(ack -> ack.get("ack").longValue() == number));
        return acks().stream()
                .filter(ack -> ack.get("ack").longValue() == number)
                .toList()
                .getLast();
    }

    /** The first state like this, once it has come. */
    JsonNode state(Predicate<JsonNode> wanted) {
        await(() -> first(wanted) != null);
        return first(wanted).message().get("state");
    }

    /** When the first such state came. */
    long nanosOf(Predicate<JsonNode> wanted) {
        await(() -> first(wanted) != null);
        return first(wanted).nanos();
    }

    private Heard first(Predicate<JsonNode> wanted) {
        return heard.stream()
                .filter(one -> one.message().has("state") && wanted.test(one.message().get("state")))
                .findFirst()
                .orElse(null);
    }

    static void await(BooleanSupplier condition) {
        Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(5)).until(condition::getAsBoolean);
    }

    @Override
    public void close() {
        socket.abort();
        client.close();
    }
}
