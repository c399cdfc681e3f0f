package org.leitai.finals.rules.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A sentence or a part of one 一句话.
 *
 * @param key of its text
 * @param arguments for the text: a string, another phrase, or a {@link Row} of phrases
 */
public record Phrase(String key, List<Object> arguments) {

    /**
     * Phrases side by side.
     *
     * @param separator key of the text between them
     */
    public record Row(List<Phrase> phrases, String separator) {}

    /** The text of a key with its arguments, as {@code Texts.of} gives it. */
    @FunctionalInterface
    public interface Wording {
        String of(String key, Object... arguments);
    }

    /** Numbers become strings here, so that no language groups their digits. */
    static Phrase of(String key, Object... arguments) {
        return new Phrase(
                "finals.sheet." + key,
                Arrays.stream(arguments)
                        .map(one -> one instanceof Phrase || one instanceof Row ? one : String.valueOf(one))
                        .toList());
    }

    /** A constant under its group, as {@code who.all-teams}. */
    static Phrase of(String group, Enum<?> constant) {
        return of(group + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    static Row row(List<Phrase> phrases, String separator) {
        return new Row(phrases, "finals.sheet." + separator);
    }

    public String in(Wording wording) {
        return wording.of(
                key, arguments.stream().map(one -> argument(one, wording)).toArray());
    }

    private static Object argument(Object argument, Wording wording) {
        return switch (argument) {
            case Phrase phrase -> phrase.in(wording);
            case Row row ->
                row.phrases().stream()
                        .map(phrase -> phrase.in(wording))
                        .collect(Collectors.joining(wording.of(row.separator())));
            default -> argument;
        };
    }
}
