package org.leitai.finals.rules;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategy;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.leitai.kernel.Points;

/**
 * Rules of a match as text 比赛规则文件: YAML for people, JSON in the database; both have the same fields. Constants are written in
 * small letters with hyphens, as {@code lose-question}. Rules with any fault are refused whole, and every fault names its field.
 */
public final class MatchRulesFormat {

    private static final int LONGEST_TEXT = 64 * 1024;

    private static final List<Class<? extends Enum<?>>> CONSTANTS = List.of(
            SegmentKind.class,
            WhoAnswers.class,
            TurnOrder.class,
            BuzzOpening.class,
            FoulPolicy.class,
            DeadHeatRule.class,
            AfterWrong.class,
            NobodyBuzzes.class,
            PersonalPoints.class,
            Averaging.class,
            LifelineScope.class,
            TieKey.class);

    private final ObjectMapper json = configure(JsonMapper.builder());
    private final ObjectMapper yaml = configure(YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .disable(YAMLGenerator.Feature.SPLIT_LINES));

    /** What reading gave. */
    public sealed interface Result {
        record Valid(MatchRules rules) implements Result {}

        record Faulty(List<MatchRulesFault> faults) implements Result {}
    }

    public Result read(String yamlOrJson) {
        if (yamlOrJson.length() > LONGEST_TEXT) {
            return faulty("", "finals.rules.too-long");
        }
        if (yamlOrJson.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
            return faulty("", "finals.rules.empty");
        }
        try {
            MatchRules rules = yaml.readValue(yamlOrJson, MatchRules.class);
            if (rules == null) {
                return faulty("", "finals.rules.empty");
            }
            List<MatchRulesFault> faults = MatchRulesChecks.faults(rules);
            return faults.isEmpty() ? new Result.Valid(rules) : new Result.Faulty(faults);
        } catch (UnrecognizedPropertyException e) {
            return faulty(path(e), "finals.rules.unknown-field");
        } catch (JsonMappingException e) {
            return e.getCause() instanceof JsonParseException syntax
                    ? notYaml(syntax)
                    : faulty(path(e), "finals.rules.bad-value");
        } catch (JsonProcessingException e) {
            return notYaml(e);
        }
    }

    public String toYaml(MatchRules rules) {
        return write(yaml, rules);
    }

    public String toJson(MatchRules rules) {
        return write(json, rules);
    }

    /**
     * For what was checked when it was stored.
     *
     * @throws IllegalStateException when it cannot be read
     */
    public MatchRules fromJson(String stored) {
        try {
            return json.readValue(stored, MatchRules.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored rules of a match cannot be read", e);
        }
    }

    private static Result notYaml(JsonProcessingException e) {
        return faulty(
                "",
                "finals.rules.not-yaml",
                e.getLocation() == null ? 0 : e.getLocation().getLineNr());
    }

    private static Result faulty(String field, String key, Object... arguments) {
        return new Result.Faulty(List.of(MatchRulesFault.of(field, key, arguments)));
    }

    private static String write(ObjectMapper mapper, MatchRules rules) {
        try {
            return mapper.writeValueAsString(rules);
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

    private static <M extends ObjectMapper, B extends MapperBuilder<M, B>> ObjectMapper configure(B builder) {
        CONSTANTS.forEach(type -> builder.addMixIn(type, InKebabCase.class));
        return builder.addModule(new SimpleModule().addDeserializer(Points.class, new PointsText()))
                .addMixIn(Points.class, PointsAsText.class)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .serializationInclusion(JsonInclude.Include.NON_EMPTY)
                .build();
    }

    @EnumNaming(SmallWithHyphens.class)
    private enum InKebabCase {}

    static final class SmallWithHyphens implements EnumNamingStrategy {
        @Override
        public String convertEnumToExternalName(String name) {
            return name.toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private interface PointsAsText {
        @JsonValue
        String toString();
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
}
