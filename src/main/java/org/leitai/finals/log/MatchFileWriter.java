package org.leitai.finals.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.leitai.finals.Head;
import org.leitai.finals.match.MatchEvent;

/** Writes a match as one file, see the package for its lines 比赛文件导出. */
final class MatchFileWriter {

    private static final HexFormat HEX = HexFormat.of();

    private final StringBuilder text = new StringBuilder();
    private final Sums sums = new Sums();
    private final LogKey own;
    private int lines;

    private MatchFileWriter(LogKey own) {
        this.own = own;
    }

    /**
     * What has happened, with the questions that were asked.
     *
     * @param origin null: the match was set up here
     */
    static byte[] log(FileBodies bodies, List<Entry> entries, Handover origin, LogKey own, String by, Instant at) {
        var writer = new MatchFileWriter(own);
        writer.header(by, at, origin == null ? null : Map.of("id", origin.id()));
        writer.match(bodies, entries, asked(entries));
        writer.end(bodies, entries, origin);
        return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The match to play elsewhere: all questions, and the key to hand back with. The same bytes each time. */
    static byte[] handover(Handover given, List<Entry> entries, LogKey own) {
        var writer = new MatchFileWriter(own);
        var handover = new LinkedHashMap<String, Object>();
        handover.put("id", given.id());
        handover.put("seed", HEX.formatHex(given.seed()));
        writer.header(given.handedBy(), given.handedAt(), handover);
        Set<Integer> all = IntStream.rangeClosed(1, given.bodies().questions().size())
                .boxed()
                .collect(Collectors.toSet());
        writer.match(given.bodies(), entries, all);
        writer.end(given.bodies(), entries, null);
        return writer.text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void header(String by, Instant at, Map<String, Object> handover) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", MatchFile.KIND);
        fields.put("format", MatchFile.FORMAT);
        fields.put("exportedAt", at.toString());
        fields.put("exportedBy", by);
        fields.put("key", HEX.formatHex(own.publicKey()));
        if (handover != null) {
            fields.put("handover", handover);
        }
        line(FileBodies.json(fields));
    }

    private void match(FileBodies bodies, List<Entry> entries, Set<Integer> questions) {
        line(bodies.setUp());
        for (int i = 0; i < bodies.questions().size(); i++) {
            if (questions.contains(i + 1)) {
                line(bodies.questions().get(i));
            }
        }
        for (Entry entry : entries) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("kind", "event");
            fields.put("version", entry.version());
            fields.put("at", entry.at().toString());
            fields.put("author", entry.author());
            fields.put("payload", entry.payload());
            fields.put("hash", HEX.formatHex(entry.hash()));
            line(FileBodies.json(fields));
        }
    }

    private void end(FileBodies bodies, List<Entry> entries, Handover origin) {
        Head head = entries.isEmpty() ? Head.START : entries.getLast().head();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", "end");
        fields.put("lines", lines);
        fields.put("version", head.version());
        fields.put("head", HEX.formatHex(head.hash()));
        if (origin != null) {
            byte[] statement = Handover.statement(bodies.setUpHash(), head);
            fields.put("handover", HEX.formatHex(LogKey.of(origin.seed()).sign(statement)));
        }
        line(FileBodies.json(fields));
        text.append("{\"kind\":\"signature\",\"of\":\"")
                .append(sums.last())
                .append("\",\"by\":\"")
                .append(HEX.formatHex(own.sign(MatchFile.signed(sums.last()))))
                .append("\"}\n");
    }

    private void line(String body) {
        text.append(sums.close(body)).append('\n');
        lines++;
    }

    /** What was shown and undone has been seen too. */
    private static Set<Integer> asked(List<Entry> entries) {
        return entries.stream()
                .map(entry -> entry.stamped().event())
                .filter(MatchEvent.QuestionShown.class::isInstance)
                .map(event -> Integer.valueOf(((MatchEvent.QuestionShown) event).itemRef()))
                .collect(Collectors.toSet());
    }
}
