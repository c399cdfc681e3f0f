package org.leitai.load;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The people around a final: staff who make it and run it by HTTP, and the sockets of console and seats. */
final class StageClient {

    private static final Pattern PASSWORD = Pattern.compile("一次性密码 ([a-z2-9-]{19})");
    private static final Pattern COOKIE = Pattern.compile("([^=]+)=([^;]*)");
    private static final String OWN_PASSWORD = "a sentence to remember";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String staff;

    /** Signs the first account in, with the password that the server printed. */
    StageClient(LocalServer server, Path log) throws IOException {
        port = server.port();
        Matcher printed = PASSWORD.matcher(Files.readString(log));
        String password = printed.results().reduce((earlier, later) -> later).orElseThrow().group(1);
        String first = cookie(post("/staff/sign-in", "", Map.of("username", "admin", "password", password)), "leitai-staff");
        staff = cookie(post("/staff/password", first, Map.of("old", password, "new", OWN_PASSWORD, "again", OWN_PASSWORD)), "leitai-staff");
    }

    void makeFinal(String code, String teams, String written, String rules) throws IOException {
        HttpResponse<String> made = post("/staff/finals/new", staff,
                Map.of("code", code, "title", "故障演练", "teams", teams, "written", written, "rules", rules));
        if (made.statusCode() != 303) {
            throw new IOException(made.body());
        }
    }

    /** The cookie of a device of the team. */
    String seat(String code, int team) throws IOException {
        String page = post("/staff/finals/" + code + "/seats", staff, Map.of("act", "add", "team", Integer.toString(team))).body();
        Matcher typed = Pattern.compile("data-code>([^<]+)<").matcher(page);
        if (!typed.find()) {
            throw new IOException(page);
        }
        return cookie(post("/seat", "", Map.of("code", typed.group(1))), "leitai-seat");
    }

    String console(String code) throws IOException {
        return cookie(get("/staff/finals/" + code + "/host"), "leitai-host-" + code);
    }

    /** The console's picture as JSON. */
    String state(String code) throws IOException {
        HttpResponse<String> reply = get("/staff/finals/" + code + "/state");
        if (reply.statusCode() != 200) {
            throw new IOException(reply.statusCode() + " " + reply.body());
        }
        return reply.body();
    }

    /** @param body JSON */
    int command(String code, long version, String body) throws IOException {
        return send(request("/staff/finals/" + code + "/commands", staff)
                .header("If-Match", "\"" + version + "\"")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))).statusCode();
    }

    Line open(String topic, String cookie) {
        return new Line(topic, cookie);
    }

    private HttpResponse<String> get(String path) throws IOException {
        return send(request(path, staff).GET());
    }

    private HttpResponse<String> post(String path, String cookie, Map<String, String> form) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path, cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String cookie) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(PATIENCE)
                .header("Origin", "http://127.0.0.1:" + port);
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String cookie(HttpResponse<String> reply, String name) throws IOException {
        return reply.headers().allValues("Set-Cookie").stream()
                .map(COOKIE::matcher)
                .filter(Matcher::lookingAt)
                .filter(set -> set.group(1).equals(name))
                .map(set -> name + "=" + set.group(2))
                .findFirst()
                .orElseThrow(() -> new IOException(reply.statusCode() + " without " + name));
    }

    /** One socket; answers pings and keeps the newest frame. */
    final class Line implements WebSocket.Listener, AutoCloseable {

        private final StringBuilder begun = new StringBuilder();
        private final CompletableFuture<Void> shown = new CompletableFuture<>();
        private final WebSocket socket;
        private volatile String frame = "";

        /** Returns when the first picture is there. */
        private Line(String topic, String cookie) {
            socket = http.newWebSocketBuilder()
                    .header("Origin", "http://127.0.0.1:" + port)
                    .header("Cookie", cookie)
                    .buildAsync(URI.create("ws://127.0.0.1:" + port + "/live/ws/" + topic), this)
                    .orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS)
                    .join();
            shown.orTimeout(PATIENCE.toSeconds(), java.util.concurrent.TimeUnit.SECONDS).join();
        }

        String frame() {
            return frame;
        }

        void say(String text) {
            try {
                socket.sendText(text, true).join();
            } catch (CompletionException gone) {
                // as with a button whose network is down
            }
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
            begun.append(text);
            if (last) {
                String whole = begun.toString();
                begun.setLength(0);
                if (whole.startsWith("{\"ping\":")) {
                    from.sendText(whole.replace("ping", "pong"), true);
                } else if (whole.startsWith("{\"epoch\":")) {
                    frame = whole;
                    shown.complete(null);
                }
            }
            from.request(1);
            return null;
        }

        /** As a cable that is pulled. */
        @Override
        public void close() {
            socket.abort();
        }
    }
}
