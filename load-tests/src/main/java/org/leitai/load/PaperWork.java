package org.leitai.load;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.SplittableRandom;

/**
 * What answers one attempt needs, with the bytes that are the same in all of them prepared.
 *
 * @param attempt the id by which the database knows it, read out of the ticket
 * @param shapes one letter and one digit a slot: "s4m5t2f1"
 * @param headers of every request, cookie and ticket included
 */
record PaperWork(long attempt, String shapes, String headers) {

    /**
     * @param json as it is sent
     * @param stored as the database must have it
     */
    record Given(String json, String stored) {}

    /** What a ticket says; the headers are left to whoever sends. */
    static PaperWork of(String ticket) {
        return of(ticket, "");
    }

    /** The payload of a ticket is base64 of {@code attempt|person|expires|shapes}; a phone never looks into it, a test may. */
    static PaperWork of(String ticket, String headers) {
        byte[] payload = Base64.getUrlDecoder().decode(ticket.substring(0, ticket.indexOf('.')));
        String[] parts = new String(payload, StandardCharsets.UTF_8).split("\\|", 4);
        return new PaperWork(Long.parseLong(parts[0]), parts[3], headers);
    }

    int slots() {
        return shapes.length() / 2;
    }

    /** Some answer that the slot can take. */
    Given randomAnswer(int slot, SplittableRandom random) {
        int size = shapes.charAt(slot * 2 - 1) - '0';
        return switch (shapes.charAt(slot * 2 - 2)) {
            case 's' -> letters(1 << random.nextInt(size), size);
            case 'm' -> letters(random.nextInt(1, 1 << size), size);
            case 't' -> random.nextBoolean() ? new Given("[\"T\"]", "T") : new Given("[\"F\"]", "F");
            default -> texts(size, random);
        };
    }

    byte[] put(int slot, int seq, Given given) {
        String body = "{\"seq\":" + seq + ",\"answer\":" + given.json() + "}";
        return request("PUT", "/api/answers/" + slot, body);
    }

    byte[] handIn() {
        return request("POST", "/api/answers/hand-in", "{}");
    }

    private byte[] request(String method, String path, String asciiBody) {
        return (method + " " + path + " HTTP/1.1\r\n" + headers + "Content-Length: " + asciiBody.length() + "\r\n\r\n" + asciiBody)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Given letters(int bits, int size) {
        var json = new StringBuilder();
        var stored = new StringBuilder();
        for (int option = 0; option < size; option++) {
            if ((bits & 1 << option) != 0) {
                char letter = (char) ('A' + option);
                json.append(json.isEmpty() ? "\"" : ",\"").append(letter).append('"');
                stored.append(letter);
            }
        }
        return new Given("[" + json + "]", stored.toString());
    }

    private static Given texts(int blanks, SplittableRandom random) {
        var json = new StringBuilder();
        var stored = new StringBuilder();
        for (int blank = 0; blank < blanks; blank++) {
            String text = Integer.toString(random.nextInt(1, 2000));
            json.append(json.isEmpty() ? "\"" : ",\"").append(text).append('"');
            stored.append(stored.isEmpty() ? "" : "\n").append(text);
        }
        return new Given("[" + json + "]", stored.toString());
    }
}
