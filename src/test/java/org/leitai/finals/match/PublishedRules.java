package org.leitai.finals.match;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The published texts of 27 rule sets, read by an oracle that knows nothing of the rule model: figures are found in the words
 * of the publication.
 */
final class PublishedRules {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final JsonNode set;

    private PublishedRules(JsonNode set) {
        this.set = set;
    }

    static List<PublishedRules> all() {
        var found = new ArrayList<PublishedRules>();
        var json = new ObjectMapper();
        try (var lines = new BufferedReader(new InputStreamReader(
                PublishedRules.class.getResourceAsStream("/finals/published.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                found.add(new PublishedRules(json.readTree(line)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    String id() {
        return set.get("id").asText();
    }

    int startScore() {
        return set.path("start_score").asInt(0);
    }

    boolean floorAtZero() {
        return set.path("score_floor").asText("").startsWith("0");
    }

    /** @param code of a segment, as {@code r3}: the third round as published */
    Round round(String code) {
        return code.startsWith("r")
                ? new Round(set.get("rounds").get(Integer.parseInt(code.substring(1)) - 1))
                : new Round(new ObjectMapper().createObjectNode());
    }

    /** What a false start costs, where the publication has a figure. */
    OptionalInt earlyPress() {
        return first(set.path("buzz").path("early"));
    }

    boolean earlyPressVoidsTheQuestion() {
        return set.path("buzz").path("early").asText("").contains("void");
    }

    boolean earlyPressEndsTheTeamsTry() {
        String early = set.path("buzz").path("early").asText("");
        return early.contains("may not buzz") || early.contains("goes on for the others");
    }

    /** A round as published. */
    record Round(JsonNode round) {

        /** Points for a right answer; one figure, or for a choice of values all of them. */
        List<Integer> right() {
            JsonNode points = round.path("points");
            String text = points.asText("");
            if (points.isNumber()) {
                return List.of(points.asInt());
            }
            if (text.matches("\\d+(/\\d+)+")) {
                return numbers(text);
            }
            return text.contains("all right")
                    ? List.of(numbers(text).get(1))
                    : numbers(text).stream().limit(1).toList();
        }

        /** Points by grade, as "A 30 / B 25 / C 20". */
        List<Integer> grades() {
            String text = round.path("points").asText("");
            return text.contains("A ") ? numbers(text) : List.of();
        }

        /** What a wrong answer changes; empty: not published. */
        OptionalInt wrong(int value) {
            String text = round.path("wrong").asText("");
            if (text.startsWith("minus the value")) {
                return OptionalInt.of(-value);
            }
            return first(round.path("wrong"));
        }

        OptionalInt promptPenalty() {
            return round.path("prompt_penalty").isInt()
                    ? OptionalInt.of(round.path("prompt_penalty").asInt())
                    : OptionalInt.empty();
        }

        /** How many questions, where the publication gives a plain number. */
        OptionalInt questions() {
            return round.path("questions").isInt()
                    ? OptionalInt.of(round.path("questions").asInt())
                    : OptionalInt.empty();
        }
    }

    private static OptionalInt first(JsonNode node) {
        Matcher matcher = NUMBER.matcher(node.asText("").split("[ ,(]")[0]);
        return node.isTextual() && matcher.matches()
                ? OptionalInt.of(Integer.parseInt(matcher.group()))
                : OptionalInt.empty();
    }

    private static List<Integer> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> Integer.parseInt(match.group()))
                .toList();
    }
}
