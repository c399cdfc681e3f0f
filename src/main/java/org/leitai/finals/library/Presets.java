package org.leitai.finals.library;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.leitai.finals.rules.MatchRulesFormat;

/** Rules that come along 现成规则, in {@code finals/rules}. */
@Singleton
public class Presets {

    /** The first is the one that the form begins with. */
    private static final List<String> CODES = List.of(
            "standard",
            "fi-01",
            "fi-03",
            "fi-06",
            "fi-07",
            "fi-09",
            "fi-11",
            "fi-14",
            "fi-33",
            "fi-35",
            "fi-36",
            "fi-38",
            "fi-49",
            "fi-50",
            "fi-54",
            "fi-56",
            "fi-58",
            "fi-60",
            "fi-61",
            "fi-66",
            "fi-69",
            "fi-72",
            "fi-74",
            "fi-76",
            "fi-79",
            "fi-82",
            "fi-87",
            "fi-91");

    /** @param code its name in forms */
    public record Preset(String code, String title) {}

    private static final String STANDARD = "standard";

    private final MatchRulesFormat format = new MatchRulesFormat();
    private final List<Preset> all =
            CODES.stream().map(code -> new Preset(code, title(code))).toList();

    public List<Preset> all() {
        return all;
    }

    public Optional<String> yaml(String code) {
        return CODES.contains(code) ? Optional.of(read(code)) : Optional.empty();
    }

    private String title(String code) {
        return switch (format.read(read(code))) {
            case MatchRulesFormat.Result.Valid valid -> valid.rules().title();
            case MatchRulesFormat.Result.Faulty faulty ->
                throw new IllegalStateException(code + ": " + faulty.faults());
        };
    }

    private static String read(String code) {
        try (InputStream stream = Thread.currentThread()
                .getContextClassLoader()
                .getResourceAsStream(code.equals(STANDARD) ? "demo/final.yaml" : "finals/rules/" + code + ".yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
