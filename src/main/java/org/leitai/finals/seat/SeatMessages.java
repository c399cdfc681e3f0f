package org.leitai.finals.seat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leitai.finals.seat.SeatMessage.From;

/**
 * Reads what a seat says:
 *
 * <pre>
 * {"press":nonce,"n":k}
 * {"answer":["B","D"],"q":nonce,"n":k}       letters in the order they were put, texts of blanks, or one text
 * {"choose":"20","n":k}
 * {"ask":"phone","n":k}                      null: not any more
 * {"check":{"off":-3,"battery":80,"charging":true,"awake":true,"sound":true,"heard":2,"visible":true},"n":k}
 * </pre>
 *
 * Anything else is nothing: a bad message must not cost a team its socket. A team that a message names is not even looked at.
 */
public final class SeatMessages {

    private static final int MOST_PARTS = 32;
    private static final int LONGEST_PART = 400;
    private static final int LONGEST_CODE = 40;

    private final ObjectMapper json;

    public SeatMessages(ObjectMapper json) {
        this.json = json;
    }

    public Optional<SeatMessage> read(String message, From from) {
        try {
            JsonNode said = json.readTree(message);
            JsonNode number = said == null ? null : said.get("n");
            return number == null || !number.isIntegralNumber() || !number.canConvertToLong()
                    ? Optional.empty()
                    : read(said, from, number.longValue());
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        }
    }

    private static Optional<SeatMessage> read(JsonNode said, From from, long number) {
        if (said.has("press")) {
            return integer(said.get("press")).map(nonce -> new SeatMessage.Press(from, number, nonce));
        }
        if (said.has("answer")) {
            return integer(said.get("q")).flatMap(nonce -> texts(said.get("answer"))
                    .map(given -> new SeatMessage.Answer(from, number, nonce, given)));
        }
        if (said.has("choose")) {
            return text(said.get("choose"), LONGEST_CODE).map(value -> new SeatMessage.Choose(from, number, value));
        }
        if (said.has("ask")) {
            return said.get("ask").isNull()
                    ? Optional.of(new SeatMessage.Ask(from, number, null))
                    : text(said.get("ask"), LONGEST_CODE).map(code -> new SeatMessage.Ask(from, number, code));
        }
        JsonNode check = said.get("check");
        return check != null && check.isObject() ? Optional.of(check(check, from, number)) : Optional.empty();
    }

    private static SeatMessage check(JsonNode check, From from, long number) {
        return new SeatMessage.Preflight(
                from,
                number,
                integer(check.get("off")).orElse(null),
                integer(check.get("battery"))
                        .filter(percent -> percent >= 0 && percent <= 100)
                        .map(Long::intValue)
                        .orElse(null),
                truth(check.get("charging")),
                truth(check.get("awake")),
                truth(check.get("sound")),
                integer(check.get("heard")).orElse(null),
                truth(check.get("visible")));
    }

    private static Optional<Long> integer(JsonNode node) {
        return node == null || !node.isIntegralNumber() || !node.canConvertToLong()
                ? Optional.empty()
                : Optional.of(node.longValue());
    }

    private static Boolean truth(JsonNode node) {
        return node == null || !node.isBoolean() ? null : node.booleanValue();
    }

    private static Optional<String> text(JsonNode node, int longest) {
        return node == null || !node.isTextual() || node.textValue().length() > longest
                ? Optional.empty()
                : Optional.of(node.textValue());
    }

    private static Optional<List<String>> texts(JsonNode node) {
        if (node == null || !node.isArray() || node.size() > MOST_PARTS) {
            return Optional.empty();
        }
        var texts = new ArrayList<String>();
        for (JsonNode part : node) {
            Optional<String> text = text(part, LONGEST_PART);
            if (text.isEmpty()) {
                return Optional.empty();
            }
            texts.add(text.get());
        }
        return Optional.of(texts);
    }
}
