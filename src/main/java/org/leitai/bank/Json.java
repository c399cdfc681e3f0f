package org.leitai.bank;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** How columns write the bank's values. By a mapper of its own: what the JSON of the web looks like never changes the rows. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    private static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what this column holds: " + json, e);
        }
    }

    @Converter
    static class Texts implements AttributeConverter<List<String>, String> {

        @Override
        public String convertToDatabaseColumn(List<String> texts) {
            return write(texts);
        }

        @Override
        public List<String> convertToEntityAttribute(String json) {
            return json == null ? null : read(json, new TypeReference<>() {});
        }
    }

    @Converter
    static class Origin implements AttributeConverter<Source, String> {

        @Override
        public String convertToDatabaseColumn(Source source) {
            return write(source);
        }

        @Override
        public Source convertToEntityAttribute(String json) {
            return json == null ? null : read(json, new TypeReference<>() {});
        }
    }

    /** {@code {"right":[0,2]}}, {@code {"truth":true}} or {@code {"blanks":[["16","十六"]]}}. */
    @Converter
    static class Key implements AttributeConverter<AnswerKey, String> {

        private record Columns(List<Integer> right, Boolean truth, List<List<String>> blanks) {}

        @Override
        public String convertToDatabaseColumn(AnswerKey key) {
            return switch (key) {
                case AnswerKey.Choice choice -> write(Map.of("right", choice.right()));
                case AnswerKey.Truth truth -> write(Map.of("truth", truth.value()));
                case AnswerKey.Blanks blanks -> write(Map.of("blanks", blanks.accepted()));
                case null -> null;
            };
        }

        @Override
        public AnswerKey convertToEntityAttribute(String json) {
            return json == null ? null : key(read(json, new TypeReference<>() {}));
        }

        private static AnswerKey key(Columns columns) {
            if (columns.right() != null) {
                return new AnswerKey.Choice(new TreeSet<>(columns.right()));
            }
            return columns.truth() != null
                    ? new AnswerKey.Truth(columns.truth())
                    : new AnswerKey.Blanks(columns.blanks());
        }
    }

    @Converter
    static class TypeCode implements AttributeConverter<ItemType, String> {

        @Override
        public String convertToDatabaseColumn(ItemType type) {
            return type == null ? null : type.code();
        }

        @Override
        public ItemType convertToEntityAttribute(String code) {
            return code == null ? null : ItemType.ofCode(code).orElseThrow();
        }
    }

    @Converter
    static class StatusCode implements AttributeConverter<ItemStatus, String> {

        @Override
        public String convertToDatabaseColumn(ItemStatus status) {
            return status == null ? null : status.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public ItemStatus convertToEntityAttribute(String code) {
            return code == null ? null : ItemStatus.valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
