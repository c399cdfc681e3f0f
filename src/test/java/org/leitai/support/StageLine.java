package org.leitai.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A page of a final: the socket that it opens at one node, and everything that it was shown. */
public final class StageLine implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StringBuilder begun = new StringBuilder();
    private final List<JsonNode> messages = Collections.synchronizedList(new ArrayList<>());
    private final WebSocket socket;
    private volatile boolean open = true;

    private StageLine(String base, String topic, String cookie) {
        var builder = HTTP.newWebSocketBuilder().header("Origin", base);
        if (!cookie.isEmpty()) {
            builder.header("Cookie", cookie);
        }
        socket = builder.buildAsync(URI.create(base.replace("http:", "ws:") + "/live/ws/" + topic), this)
                .join();
    }

    /** @param cookie {@code name=value}; empty: anybody */
    public static StageLine open(LeitaiServer node, String topic, String cookie) {
        return new StageLine(node.url(), topic, cookie);
    }

    /** Null before the first. */
    public JsonNode state() {
        return frames().isEmpty() ? null : frames().getLast().get("state");
    }

    /** Every frame so far, with its epoch and sequence. */
    public List<JsonNode> frames() {
        return all("state");
    }

    /** What was said to this device alone. */
    public List<JsonNode> acks() {
        return all("ack");
    }

    public boolean isOpen() {
        return open;
    }

    public void say(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        begun.append(text);
        if (last) {
            hear(from, begun.toString());
            begun.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        open = false;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable failure) {
        open = false;
    }

    /** As a link that breaks. */
    @Override
    public void close() {
        socket.abort();
    }

    private void hear(WebSocket from, String text) {
        if (text.startsWith("{\"ping\":")) {
            from.sendText(text.replace("ping", "pong"), true);
            return;
        }
        try {
            messages.add(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(text, e);
        }
    }

    private List<JsonNode> all(String field) {
        synchronized (messages) {
            return messages.stream().filter(message -> message.has(field)).toList();
        }
    }
}
