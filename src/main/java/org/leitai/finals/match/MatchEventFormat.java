package org.leitai.finals.match;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.util.Map;
import org.leitai.kernel.Points;

/**
 * Events as JSON 比赛事件格式, as they stand in the log: {@code {"type":"ruled","team":3,…}}. The codes are for ever: a log must
 * be readable as long as its match. Points are written as people write them. Always the same bytes for the same event.
 */
public final class MatchEventFormat {

    /** code → type. */
    static final Map<String, Class<? extends MatchEvent>> TYPES = Map.ofEntries(
            Map.entry("segment-opened", MatchEvent.SegmentOpened.class),
            Map.entry("question-shown", MatchEvent.QuestionShown.class),
            Map.entry("clock-started", MatchEvent.ClockStarted.class),
            Map.entry("countdown-started", MatchEvent.CountdownStarted.class),
            Map.entry("countdown-cancelled", MatchEvent.CountdownCancelled.class),
            Map.entry("protest-raised", MatchEvent.ProtestRaised.class),
            Map.entry("protest-settled", MatchEvent.ProtestSettled.class),
            Map.entry("lead-taken", MatchEvent.LeadTaken.class),
            Map.entry("buzz-opened", MatchEvent.BuzzOpened.class),
            Map.entry("awarded", MatchEvent.Awarded.class),
            Map.entry("followed", MatchEvent.Followed.class),
            Map.entry("false-started", MatchEvent.FalseStarted.class),
            Map.entry("question-lapsed", MatchEvent.QuestionLapsed.class),
            Map.entry("answer-submitted", MatchEvent.AnswerSubmitted.class),
            Map.entry("value-chosen", MatchEvent.ValueChosen.class),
            Map.entry("ruled", MatchEvent.Ruled.class),
            Map.entry("judge-scored", MatchEvent.JudgeScored.class),
            Map.entry("answer-revealed", MatchEvent.AnswerRevealed.class),
            Map.entry("question-closed", MatchEvent.QuestionClosed.class),
            Map.entry("turn-ended", MatchEvent.TurnEnded.class),
            Map.entry("lifeline-used", MatchEvent.LifelineUsed.class),
            Map.entry("score-adjusted", MatchEvent.ScoreAdjusted.class),
            Map.entry("paper-scored", MatchEvent.PaperScored.class),
            Map.entry("paused", MatchEvent.Paused.class),
            Map.entry("resumed", MatchEvent.Resumed.class),
            Map.entry("question-voided", MatchEvent.QuestionVoided.class),
            Map.entry("player-substituted", MatchEvent.PlayerSubstituted.class),
            Map.entry("scene-changed", MatchEvent.SceneChanged.class),
            Map.entry("frozen", MatchEvent.Frozen.class),
            Map.entry("thawed", MatchEvent.Thawed.class),
            Map.entry("place-revealed", MatchEvent.PlaceRevealed.class),
            Map.entry("undone", MatchEvent.Undone.class),
            Map.entry("redone", MatchEvent.Redone.class),
            Map.entry("finished", MatchEvent.Finished.class),
            Map.entry("pack-opened", MatchEvent.PackOpened.class));

    private final ObjectMapper json = mapper();

    public String toJson(MatchEvent event) {
        try {
            return json.writerFor(MatchEvent.class).writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalArgumentException for what is no event */
    public MatchEvent fromJson(String text) {
        try {
            return json.readValue(text, MatchEvent.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an event of a match", e);
        }
    }

    /** The code of an event's type. */
    public static String code(MatchEvent event) {
        return TYPES.entrySet().stream()
                .filter(entry -> entry.getValue() == event.getClass())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static ObjectMapper mapper() {
        var points = new SimpleModule().addDeserializer(Points.class, new PointsText());
        ObjectMapper mapper = JsonMapper.builder()
                .addModule(points)
                .addMixIn(MatchEvent.class, ByCode.class)
                .addMixIn(Points.class, PointsAsText.class)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true)
                .build();
        TYPES.forEach((code, type) -> mapper.registerSubtypes(new NamedType(type, code)));
        return mapper;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface ByCode {
        @JsonIgnore
        boolean fromSeat();
    }

    private interface PointsAsText {
        @JsonValue
        String toString();
    }

    private static final class PointsText extends JsonDeserializer<Points> {
        @Override
        public Points deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            try {
                return Points.parse(parser.getText().strip());
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(parser.getText(), Points.class, "no points");
            }
        }
    }
}
