package org.leitai.finals.log;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.leitai.finals.MatchArchive.SetUp;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.pack.Deck;
import org.leitai.finals.stage.QuestionText;

/**
 * What was set up, as the lines of a file without their sums 赛前设置文本. Whoever was handed a match keeps them as they came, so that what goes
 * back is the same to the byte.
 *
 * @param setUp names the digest of every question
 * @param questions in order, each with its key
 */
record FileBodies(String setUp, List<String> questions) {

    private static final ObjectMapper JSON = new ObjectMapper();

    FileBodies {
        questions = List.copyOf(questions);
    }

    static FileBodies of(SetUp match) {
        var questions = new ArrayList<String>();
        for (Deck.Card card : match.questions()) {
            questions.add(question(questions.size() + 1, card));
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", "set-up");
        fields.put("code", match.code());
        fields.put("title", match.title());
        fields.put("rules", match.rulesText());
        fields.put("teams", match.teams().stream().map(TeamSeat::name).toList());
        fields.put("createdBy", match.createdBy());
        fields.put("createdAt", match.createdAt().toString());
        fields.put("questions", questions.stream().map(FileBodies::digest).toList());
        return new FileBodies(json(fields), questions);
    }

    byte[] setUpHash() {
        return Sums.sha256(setUp.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(String body) {
        return HexFormat.of().formatHex(Sums.sha256(body.getBytes(StandardCharsets.UTF_8)));
    }

    static String json(Map<String, ?> fields) {
        try {
            return JSON.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String question(int number, Deck.Card card) {
        QuestionText text = card.text();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("kind", "question");
        fields.put("number", number);
        fields.put("stem", text.stem());
        fields.put("options", text.options());
        fields.put("key", text.key());
        fields.put("explanation", text.explanation());
        fields.put("source", text.source());
        fields.put("type", text.type());
        fields.put("note", text.note());
        fields.put("segment", card.segment());
        return json(fields);
    }

    /** Names nothing of the questions. */
    @Override
    public String toString() {
        return "(set-up with " + questions.size() + " questions)";
    }
}
