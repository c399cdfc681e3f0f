package org.leitai.load;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A worker who does not exist, on a connection: registers, starts, and gets an attempt to answer. Names and phones are made up. */
final class Worker {

    static final String ROUND = "/c/demo/r/1";

    private static final Pattern LEAF = Pattern.compile("<option value=\"([0-9]+)\"");
    private static final Pattern TICKET = Pattern.compile("\"ticket\":\"([^\"]+)\"");
    private static final String GIVEN = "安宝成德芳桂海华建静军兰丽明娜平勤荣山涛伟霞秀雅勇";

    /** Every run begins somewhere else, so that runs on one database do not meet. */
    private static final AtomicInteger NUMBER = new AtomicInteger(new SecureRandom().nextInt(100_000_000));

    private final HttpConnection connection;
    private final String origin;
    private String cookie = "";

    Worker(HttpConnection connection, int port) {
        this.connection = connection;
        this.origin = "127.0.0.1:" + port;
    }

    /** The server says no, or something that is not understood. */
    static final class Unexpected extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;

        Unexpected(String what, HttpConnection.Reply reply) {
            super(what + ": " + reply.status() + " " + abridged(reply.text()));
            this.status = reply.status();
        }

        /** 429 and 5xx: the same request may succeed later. */
        boolean isWorthRetrying() {
            return status == 429 || status >= 500;
        }

        /** The server broke; busy or on the way up or down is 503. */
        boolean isFault() {
            return status >= 500 && status != 503;
        }

        private static String abridged(String text) {
            return text.length() > 200 ? text.substring(0, 200) + "…" : text;
        }
    }

    /** The units that a worker can choose, as the form shows them. */
    List<String> units() throws IOException {
        var reply = expect(200, "form", connection.exchange(request("GET", "/register", "", "")));
        return LEAF.matcher(reply.text()).results().map(match -> match.group(1)).toList();
    }

    /** @return false when somebody has that phone already, for instance this worker, whose reply was lost */
    boolean register(List<String> units) throws IOException {
        int number = Math.floorMod(NUMBER.incrementAndGet(), 100_000_000);
        String name = "测" + GIVEN.charAt(number % GIVEN.length()) + GIVEN.charAt(number / 7 % GIVEN.length());
        String form = "name=" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "&phone=" + "199%08d".formatted(number)
                + "&unit=" + units.get(number % units.size()) + "&privacy=yes";
        var reply = connection.exchange(request("POST", "/register", "Content-Type: application/x-www-form-urlencoded\r\n", form));
        if (reply.status() == 422 || reply.status() == 409) {
            return false;
        }
        String issued = expect(200, "register", reply).header("Set-Cookie");
        cookie = "Cookie: " + issued.substring(0, issued.indexOf(';')) + "\r\n";
        return true;
    }

    void start() throws IOException {
        expect(200, "start", connection.exchange(request("POST", "/api" + ROUND + "/attempts", "", "")));
    }

    PaperWork open() throws IOException {
        var reply = expect(200, "open", connection.exchange(request("GET", "/api" + ROUND + "/attempts/open", "", "")));
        String ticket = first(TICKET, reply.text());
        return PaperWork.of(ticket, commonHeaders() + cookie + "Ticket: " + ticket + "\r\nContent-Type: application/json\r\n");
    }

    static HttpConnection.Reply expect(int status, String what, HttpConnection.Reply reply) {
        if (reply.status() != status) {
            throw new Unexpected(what, reply);
        }
        return reply;
    }

    private byte[] request(String method, String path, String headers, String body) {
        return (method + " " + path + " HTTP/1.1\r\n" + commonHeaders() + cookie + headers + "Content-Length: "
                        + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    private String commonHeaders() {
        return "Host: " + origin + "\r\nOrigin: http://" + origin + "\r\nUser-Agent: leitai-load\r\n";
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in the state of the attempt");
        }
        return matcher.group(1);
    }
}
