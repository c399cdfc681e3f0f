package org.leitai.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.leitai.contest.Round;

/** A worker's phone: speaks HTTP as the answering page does, and remembers its ticket and everything that it was told. */
public final class Handset {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String cookie;
    private final List<Reply> heard = new ArrayList<>();
    private String ticket = "";

    /** @param cookie of the worker; null: nobody is signed in */
    public Handset(String cookie) {
        this.cookie = cookie;
    }

    /** What the server said. */
    public record Reply(int status, String body, String location) {

        public JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                throw new AssertionError(status + " " + body, e);
            }
        }

        public String code() {
            return json().path("code").asText();
        }

        public String state() {
            return json().path("state").asText();
        }
    }

    public static String pathOf(Round round) {
        return "/c/" + round.contest() + "/r/" + round.ordinal();
    }

    public Reply start(Round round) {
        return post("/api" + pathOf(round) + "/attempts", "");
    }

    /** The questions; a new ticket comes with them. */
    public Reply open(Round round) {
        Reply reply = get("/api" + pathOf(round) + "/attempts/open");
        if (reply.status() == 200) {
            ticket = reply.json().path("ticket").asText();
        }
        return reply;
    }

    /** Started, delivered, ready to answer. */
    public Handset ready(Round round) {
        requireOk(start(round));
        requireOk(open(round));
        return this;
    }

    public Reply put(int slot, int seq, String... answer) {
        return put(String.valueOf(slot), body(seq, answer).getBytes(StandardCharsets.UTF_8));
    }

    public Reply put(String slot, byte[] body) {
        return send(request("/api/answers/" + slot).PUT(BodyPublishers.ofByteArray(body)));
    }

    public Reply next(int from) {
        return post("/api/answers/next", "{\"from\":" + from + "}");
    }

    public Reply handIn() {
        return post("/api/answers/hand-in", "{}");
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, String body) {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    public Reply postForm(String path) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("")));
    }

    public String ticket() {
        return ticket;
    }

    /** The same phone with another's ticket. */
    public Handset withTicket(String other) {
        var handset = new Handset(cookie);
        handset.ticket = other;
        return handset;
    }

    /** Every reply so far. */
    public synchronized List<Reply> heard() {
        return List.copyOf(heard);
    }

    public static String body(int seq, String... answer) {
        return JSON.createObjectNode()
                .put("seq", seq)
                .set("answer", JSON.valueToTree(answer))
                .toString();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Accept", path.startsWith("/api") ? "application/json" : "text/html");
        if (cookie != null) {
            request.header("Cookie", Workers.COOKIE + "=" + cookie);
        }
        return ticket.isEmpty() ? request : request.header("Ticket", ticket);
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            var reply = new Reply(
                    response.statusCode(), response.body(), response.headers().firstValue("Location").orElse(""));
            synchronized (this) {
                heard.add(reply);
            }
            return reply;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void requireOk(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.toString());
        }
    }
}
