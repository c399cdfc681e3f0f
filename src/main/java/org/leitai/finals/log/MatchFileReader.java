package org.leitai.finals.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.finals.Head;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.log.MatchFile.SetUpLine;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.pack.Deck;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.seat.WrittenKeys;
import org.leitai.finals.stage.QuestionText;

/**
 * Reads and checks a file, line by line, and names the first line that is wrong 比赛文件核验. Pure but for the stream.
 */
final class MatchFileReader {

    /** What reading gave. */
    sealed interface Reading {

        record Good(MatchFile file) implements Reading {}

        /** @param line from 1 */
        record Bad(int line, FileFault fault) implements Reading {}
    }

    /** Ends the reading at the present line. */
    private static final class Fault extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final FileFault fault;

        Fault(FileFault fault) {
            super(fault.code());
            this.fault = fault;
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final MatchRulesFormat RULES = new MatchRulesFormat();
    private static final Pattern SIGNATURE =
            Pattern.compile("\\{\"kind\":\"signature\",\"of\":\"([0-9a-f]{64})\",\"by\":\"([0-9a-f]{128})\"}");

    private final FileLines lines;
    private final Sums sums = new Sums();
    private final List<Deck.Card> questions = new ArrayList<>();
    private final List<String> questionBodies = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private MatchState state;

    private MatchFileReader(FileLines lines) {
        this.lines = lines;
    }

    /** @throws IOException when the stream cannot be read */
    static Reading read(InputStream stream) throws IOException {
        FileLines lines = new FileLines(stream);
        try {
            return new Reading.Good(new MatchFileReader(lines).file());
        } catch (Fault fault) {
            return new Reading.Bad(Math.max(1, lines.number()), fault.fault);
        } catch (FileLines.Unreadable unreadable) {
            return new Reading.Bad(Math.max(1, lines.number()), unreadable.fault());
        }
    }

    private MatchFile file() throws IOException {
        String first = lines.next();
        if (first == null || !first.startsWith("{\"kind\":\"" + MatchFile.KIND + "\"")) {
            throw new Fault(FileFault.NOT_A_FILE);
        }
        JsonNode header = opened(first);
        if (header.path("format").asInt() > MatchFile.FORMAT) {
            throw new Fault(FileFault.NEWER);
        }
        JsonNode handover = header.get("handover");
        byte[] key = hex(header, "key");
        Instant at = instant(header, "exportedAt");
        String setUpBody = body(needed());
        SetUpLine setUp = setUp(json(setUpBody, "set-up"));
        state = start(setUp);
        String line = needed();
        while (line.startsWith("{\"kind\":\"question\"")) {
            question(line, setUp);
            line = needed();
        }
        int firstEvent = lines.number();
        while (line.startsWith("{\"kind\":\"event\"")) {
            event(line);
            line = needed();
        }
        byte[] returned = end(line);
        signature(needed(), key);
        if (lines.next() != null) {
            throw new Fault(FileFault.AFTER_THE_END);
        }
        return new MatchFile(
                at,
                text(header, "exportedBy"),
                key,
                handover == null ? null : handover.path("id").longValue(),
                handover == null || !handover.has("seed") ? null : seed(handover, setUp),
                setUp,
                new FileBodies(setUpBody, questionBodies),
                List.copyOf(questions),
                List.copyOf(entries),
                firstEvent,
                returned,
                lines.number(),
                state);
    }

    private SetUpLine setUp(JsonNode node) {
        var teams = new ArrayList<String>();
        array(node, "teams").forEach(team -> teams.add(team.asText()));
        var digests = new ArrayList<String>();
        array(node, "questions").forEach(digest -> digests.add(digest.asText()));
        String title = text(node, "title");
        if (!text(node, "code").matches("[a-z0-9][a-z0-9-]{1,39}")
                || title.isEmpty()
                || title.codePointCount(0, title.length()) > 80) {
            throw new Fault(FileFault.MALFORMED); // the table would refuse it
        }
        return new SetUpLine(
                text(node, "code"),
                text(node, "title"),
                text(node, "rules"),
                List.copyOf(teams),
                text(node, "createdBy"),
                instant(node, "createdAt"),
                List.copyOf(digests));
    }

    private static MatchState start(SetUpLine setUp) {
        if (!(RULES.read(setUp.rulesText()) instanceof MatchRulesFormat.Result.Valid(var rules))) {
            throw new Fault(FileFault.RULES);
        }
        try {
            return Match.start(rules, MatchArchive.seats(setUp.teams()));
        } catch (IllegalArgumentException e) {
            throw new Fault(FileFault.RULES);
        }
    }

    private void question(String line, SetUpLine setUp) {
        String body = body(line);
        JsonNode node = json(body, "question");
        int number = node.path("number").asInt();
        if (number < 1
                || number > setUp.digests().size()
                || !setUp.digests().get(number - 1).equals(FileBodies.digest(body))) {
            throw new Fault(FileFault.QUESTION);
        }
        var options = new ArrayList<String>();
        array(node, "options").forEach(option -> options.add(option.asText()));
        questionBodies.add(body);
        String stem = text(node, "stem");
        String key = text(node, "key");
        var text = new QuestionText(
                stem,
                options,
                key,
                text(node, "explanation"),
                text(node, "source"),
                optional(node, "type"),
                optional(node, "note"),
                WrittenKeys.of(stem, options, key));
        JsonNode segment = node.path("segment");
        questions.add(new Deck.Card(segment.isInt() ? Integer.valueOf(segment.intValue()) : null, text));
    }

    private static String optional(JsonNode node, String field) {
        return node.path(field).isNull() ? null : text(node, field);
    }

    private void event(String line) {
        JsonNode node = json(body(line), "event");
        Entry entry = new Entry(
                node.path("version").longValue(),
                text(node, "author"),
                instant(node, "at"),
                text(node, "payload"),
                hex(node, "hash"));
        Head last = entries.isEmpty() ? Head.START : entries.getLast().head();
        if (entry.author().isEmpty() || !entry.follows(last)) {
            throw new Fault(FileFault.CHAIN);
        }
        entries.add(entry);
        try {
            state = state.apply(entry.stamped());
        } catch (RuntimeException e) {
            // An event that this match cannot have had: whatever the fold stumbles over.
            throw new Fault(FileFault.UNPLAYABLE);
        }
    }

    private byte[] end(String line) {
        int before = lines.number() - 1;
        JsonNode node = json(body(line), "end");
        Head head = entries.isEmpty() ? Head.START : entries.getLast().head();
        boolean fits = node.path("lines").asInt() == before
                && node.path("version").asLong() == head.version()
                && Arrays.equals(hex(node, "head"), head.hash());
        if (!fits) {
            throw new Fault(FileFault.END);
        }
        return node.has("handover") ? hex(node, "handover") : null;
    }

    private void signature(String line, byte[] key) {
        Matcher parts = SIGNATURE.matcher(line);
        boolean holds = parts.matches()
                && parts.group(1).equals(sums.last())
                && LogKey.verifies(
                        key, MatchFile.signed(sums.last()), HexFormat.of().parseHex(parts.group(2)));
        if (!holds) {
            throw new Fault(FileFault.SIGNATURE);
        }
    }

    /** Who is to play a match needs all of its questions. */
    private byte[] seed(JsonNode handover, SetUpLine setUp) {
        byte[] seed = hex(handover, "seed");
        if (seed.length != LogKey.SEED_BYTES
                || questions.size() != setUp.digests().size()) {
            throw new Fault(FileFault.MALFORMED);
        }
        return seed;
    }

    private String needed() throws IOException {
        String line = lines.next();
        if (line == null) {
            throw new Fault(FileFault.TRUNCATED);
        }
        return line;
    }

    private JsonNode opened(String line) {
        return json(body(line), MatchFile.KIND);
    }

    private String body(String line) {
        String body = sums.open(line);
        if (body == null) {
            throw new Fault(FileFault.SUM);
        }
        return body;
    }

    private static JsonNode json(String body, String kind) {
        try {
            JsonNode node = JSON.readTree(body);
            if (!node.path("kind").asText().equals(kind)) {
                throw new Fault(FileFault.MALFORMED);
            }
            return node;
        } catch (JsonProcessingException e) {
            throw new Fault(FileFault.MALFORMED);
        }
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isTextual() || value.textValue().indexOf('\0') >= 0) {
            throw new Fault(FileFault.MALFORMED);
        }
        return value.textValue();
    }

    private static JsonNode array(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isArray()) {
            throw new Fault(FileFault.MALFORMED);
        }
        return value;
    }

    private static Instant instant(JsonNode node, String field) {
        try {
            return Instant.parse(text(node, field));
        } catch (DateTimeException e) {
            throw new Fault(FileFault.MALFORMED);
        }
    }

    private static byte[] hex(JsonNode node, String field) {
        try {
            return HexFormat.of().parseHex(text(node, field));
        } catch (IllegalArgumentException e) {
            throw new Fault(FileFault.MALFORMED);
        }
    }
}
