package org.leitai.load.stage;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leitai.load.HttpConnection;

/** The staff's side over HTTP: signs in, makes a final, gives its seats to devices, and plays it from the console. For one thread. */
final class HostDesk {

    static final int TEAMS = 8;

    private static final int TIMEOUT_MILLIS = 10_000;
    private static final String OWN_PASSWORD = "a sentence of the load test";
    private static final Pattern GIVEN_PASSWORD = Pattern.compile("[a-z0-9]{4}(?:-[a-z0-9]{4}){3}");
    private static final Pattern CODE = Pattern.compile("data-code>([0-9A-Z ]+)<");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([a-z-]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"v\":([0-9]+)");
    private static final int MOST_STEPS = 12;

    private final HttpConnection connection;
    private final int port;
    private final String code;
    private String session = "";
    private long version;

    /** @param code of the final to be made */
    HostDesk(int port, String code) {
        this.connection = new HttpConnection(port, TIMEOUT_MILLIS);
        this.port = port;
        this.code = code;
    }

    /** With the password that the first start prints, which then has to be replaced. */
    void signIn(Path serverLog) throws IOException {
        Matcher given = GIVEN_PASSWORD.matcher(Files.readString(serverLog));
        if (!given.find()) {
            throw new IOException("no password in " + serverLog);
        }
        session = cookie(form("/staff/sign-in", Map.of("username", "admin", "password", given.group()), 303));
        session = cookie(form("/staff/password", Map.of("old", given.group(), "new", OWN_PASSWORD, "again", OWN_PASSWORD), 303));
    }

    /** Eight teams and as many questions for the buzzer. */
    void makeFinal(int questions) throws IOException {
        String rules = """
                title: 抢答
                teams: 8
                segments:
                  - title: 抢答
                    kind: buzzer
                    questions: %d
                    points: { right: 10, wrong: -10 }
                    seconds: { answer: 20 }
                    buzz: { opening: after-word, foul: lock-out }
                """.formatted(questions);
        var fields = new LinkedHashMap<String, String>();
        fields.put("code", code);
        fields.put("title", "压力测试决赛");
        fields.put("teams", IntStream.rangeClosed(1, TEAMS).mapToObj(team -> "第" + team + "代表队").collect(Collectors.joining("\n")));
        fields.put("rules", rules);
        form("/staff/finals/new", fields, 303);
    }

    /** A device in each seat: its cookie, by the order of the teams. */
    List<String> takeSeats() throws IOException {
        var page = form("/staff/finals/" + code + "/seats", Map.of("act", "all"), 200);
        var cookies = new ArrayList<String>();
        for (String seat : CODE.matcher(page.text()).results().map(found -> found.group(1)).toList()) {
            cookies.add(cookie(form("/seat", Map.of("code", seat), 303)));
        }
        if (cookies.size() != TEAMS) {
            throw new IOException(cookies.size() + " seats instead of " + TEAMS);
        }
        return cookies;
    }

    /** What lets the console's socket in. */
    String openConsole() throws IOException {
        return cookie(exchange("GET", "/staff/finals/" + code + "/host", "", "", 200));
    }

    /** The server was killed: the next request connects anew. */
    void hangUp() {
        connection.close();
    }

    long version() {
        return version;
    }

    /** What the console would show if it asked. */
    String state() throws IOException {
        String json = exchange("GET", "/staff/finals/" + code + "/state", "", "", 200).text();
        version = Long.parseLong(first(VERSION, json));
        return json;
    }

    /** A point more or less, as a scorekeeper corrects it; leads to the next version. */
    void adjust(int team, int points) throws IOException {
        command("{\"act\":\"adjust\",\"team\":" + team + ",\"points\":\"" + points + "\",\"reason\":\"load\"}");
    }

    /** Goes on until the teams may press. */
    void openBuzz() throws IOException {
        for (int step = 0; step < MOST_STEPS; step++) {
            String state = state();
            if (state.contains("\"window\":\"open\"")) {
                return;
            }
            String next = first(NEXT, state);
            command(next.equals("rule") ? "{\"act\":\"rule\",\"verdict\":\"right\"}" : "{\"act\":\"next\"}");
        }
        throw new IOException("the buzz does not open");
    }

    private void command(String json) throws IOException {
        String headers = "Content-Type: application/json\r\nIf-Match: \"" + version + "\"\r\n";
        var reply = exchange("POST", "/staff/finals/" + code + "/commands", headers, json, 200);
        version = Long.parseLong(first(VERSION, reply.text()));
    }

    private HttpConnection.Reply form(String path, Map<String, String> fields, int expected) throws IOException {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange("POST", path, "Content-Type: application/x-www-form-urlencoded\r\n", body, expected);
    }

    private HttpConnection.Reply exchange(String method, String path, String headers, String body, int expected) throws IOException {
        String authority = "127.0.0.1:" + port;
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String head = method + " " + path + " HTTP/1.1\r\nHost: " + authority + "\r\nOrigin: http://" + authority + "\r\n"
                + (session.isEmpty() ? "" : "Cookie: " + session + "\r\n") + headers + "Content-Length: " + bytes.length + "\r\n\r\n";
        var reply = connection.exchange((head + body).getBytes(StandardCharsets.UTF_8));
        if (reply.status() != expected) {
            String text = reply.text();
            throw new IOException(method + " " + path + ": " + reply.status() + " " + text.substring(0, Math.min(300, text.length())));
        }
        return reply;
    }

    /** {@code name=value} */
    private static String cookie(HttpConnection.Reply reply) {
        String issued = reply.header("Set-Cookie");
        return issued.substring(0, issued.indexOf(';'));
    }

    private static String first(Pattern pattern, String text) throws IOException {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
        }
        return matcher.group(1);
    }
}
