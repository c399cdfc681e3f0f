package org.leitai.contest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.util.StdConverter;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.leitai.bank.Blueprint;
import org.leitai.bank.ItemType;
import org.leitai.kernel.Points;
import org.leitai.kernel.TimeWindow;

/**
 * Rule sheets as text 规则表文件: YAML for people, JSON in the database; both have the same fields. A sheet with any fault is refused
 * whole, and every fault names its field.
 */
public final class RuleSheetFormat {

    private static final int LONGEST_TEXT = 64 * 1024;

    private final ObjectMapper json;
    private final ObjectMapper yaml;

    /** @param zone in which "2026-12-01 09:00" is meant */
    public RuleSheetFormat(ZoneId zone) {
        json = configure(JsonMapper.builder(), zone);
        yaml = configure(
                YAMLMapper.builder()
                        .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                        .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID),
                zone);
    }

    /** What reading gave. */
    public sealed interface Result {
        record Valid(RuleSheet sheet) implements Result {}

        record Faulty(List<RuleSheetFault> faults) implements Result {}
    }

    public Result read(String yamlOrJson) {
        if (yamlOrJson.length() > LONGEST_TEXT) {
            return new Result.Faulty(List.of(RuleSheetFault.of("", "contest.rules.too-long")));
        }
        if (yamlOrJson.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            return new Result.Faulty(List.of(RuleSheetFault.of("", "contest.rules.empty")));
        }
        try {
            RuleSheet sheet = yaml.readValue(yamlOrJson, RuleSheet.class);
            List<RuleSheetFault> faults = sheet == null
                    ? List.of(RuleSheetFault.of("", "contest.rules.empty"))
                    : RuleSheetChecks.faults(sheet);
            return faults.isEmpty() ? new Result.Valid(sheet) : new Result.Faulty(faults);
        } catch (UnrecognizedPropertyException e) {
            return new Result.Faulty(List.of(RuleSheetFault.of(path(e), "contest.rules.unknown-field")));
        } catch (JsonMappingException e) {
            return new Result.Faulty(List.of(RuleSheetFault.of(path(e), reason(e))));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            return new Result.Faulty(List.of(RuleSheetFault.of("", "contest.rules.not-yaml", line)));
        }
    }

    public String toYaml(RuleSheet sheet) {
        return write(yaml, sheet);
    }

    String toJson(RuleSheet sheet) {
        return write(json, sheet);
    }

    /** For what was checked when it was stored. */
    RuleSheet fromJson(String stored) {
        try {
            return json.readValue(stored, RuleSheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored rule sheet cannot be read", e);
        }
    }

    private static String write(ObjectMapper mapper, RuleSheet sheet) {
        try {
            return mapper.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step ->
                        step.getFieldName() == null ? "[" + (step.getIndex() + 1) + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** Our own refusals carry the key of their text; anything else is a value of the wrong kind. */
    private static String reason(JsonMappingException e) {
        if (!(e.getCause() instanceof IllegalArgumentException refused)) {
            return "contest.rules.bad-value";
        }
        if (e instanceof ValueInstantiationException made && made.getType().hasRawClass(TimeWindow.class)) {
            return "contest.rules.window-order";
        }
        return refused.getMessage().startsWith("contest.rules.") ? refused.getMessage() : "contest.rules.bad-value";
    }

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> ObjectMapper configure(
            B builder, ZoneId zone) {
        var times = new SimpleModule()
                .addDeserializer(Instant.class, new InstantText(zone))
                .addDeserializer(Duration.class, new DurationText())
                .addDeserializer(Points.class, new PointsText());
        return builder.addModule(new JavaTimeModule())
                .addModule(times)
                .addMixIn(Points.class, PointsAsText.class)
                .addMixIn(ItemType.class, ItemTypeAsCode.class)
                .addMixIn(Blueprint.class, BlueprintFields.class)
                .addMixIn(Blueprint.Part.class, PartFields.class)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .serializationInclusion(JsonInclude.Include.NON_NULL)
                .build();
    }

    /** {@code 2026-12-01 09:00} in the contest's zone, or with an offset. */
    private static final class InstantText extends JsonDeserializer<Instant> {
        private final ZoneId zone;

        InstantText(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText().strip().replace(' ', 'T');
            try {
                boolean local = text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d)?");
                return local
                        ? LocalDateTime.parse(text).atZone(zone).toInstant()
                        : OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(text, Instant.class, "no instant");
            }
        }
    }

    /** {@code 90s}, {@code 10m}, {@code 1h}, or ISO 8601 as {@code PT10M}. */
    private static final class DurationText extends JsonDeserializer<Duration> {
        @Override
        public Duration deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText().strip();
            try {
                return Duration.parse(text.matches("\\d{1,5}[smhSMH]") ? "PT" + text : text);
            } catch (DateTimeParseException e) {
                throw context.weirdStringException(text, Duration.class, "no duration");
            }
        }
    }

    /** {@code 2.5} with or without quotes: the digits are read as they stand, never as a floating-point number. */
    private static final class PointsText extends JsonDeserializer<Points> {
        @Override
        public Points deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = parser.getText().strip();
            try {
                return Points.parse(text);
            } catch (IllegalArgumentException e) {
                throw context.weirdStringException(text, Points.class, "no points");
            }
        }
    }

    private interface PointsAsText {
        @JsonValue
        String toString();
    }

    private interface ItemTypeAsCode {
        @JsonValue
        String code();
    }

    private interface BlueprintFields {
        @JsonIgnore
        Points full();

        @JsonIgnore
        int size();
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    @JsonDeserialize(converter = PartFromText.class)
    private interface PartFields {}

    /** A part as people write it: what they leave out means "any". */
    record PartText(
            ItemType type,
            Integer count,
            Points points,
            Set<String> topics,
            Integer minDifficulty,
            Integer maxDifficulty) {}

    static final class PartFromText extends StdConverter<PartText, Blueprint.Part> {

        @Override
        public Blueprint.Part convert(PartText text) {
            require(text.type() != null && text.count() != null && text.points() != null, "contest.rules.part");
            require(text.count() >= 1 && text.count() <= RuleSheetChecks.MOST_QUESTIONS, "contest.rules.count");
            require(
                    text.points().compareTo(Points.ZERO) > 0
                            && text.points().compareTo(RuleSheetChecks.MOST_POINTS) <= 0,
                    "contest.rules.points");
            int least = Objects.requireNonNullElse(text.minDifficulty(), 1);
            int most = Objects.requireNonNullElse(text.maxDifficulty(), 5);
            require(least >= 1 && most <= 5 && least <= most, "contest.rules.difficulty");
            Set<String> topics = Objects.requireNonNullElse(text.topics(), Set.of());
            return new Blueprint.Part(text.type(), text.count(), text.points(), topics, least, most);
        }

        private static void require(boolean holds, String key) {
            if (!holds) {
                throw new IllegalArgumentException(key);
            }
        }
    }
}
