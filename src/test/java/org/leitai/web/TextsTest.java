package org.leitai.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.contest.Phase;
import org.leitai.kernel.Refusal;

class TextsTest {

    private static final Properties CHINESE = bundle("texts.properties");
    private static final Properties ENGLISH = bundle("texts_en.properties");

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path JAVA = Path.of("src/main/java");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[^}]*}");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(ENGLISH.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(CHINESE.stringPropertyNames());
    }

    @Test
    void noKeyStandsTwiceInABundle() {
        for (String name : List.of("texts.properties", "texts_en.properties")) {
            List<String> keys = read(Path.of("src/main/resources/messages", name))
                    .lines()
                    .filter(line -> line.matches("[^#\\s][^=]*=.*"))
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
            assertThat(keys).as(name).doesNotHaveDuplicates();
        }
    }

    @Test
    void bothLanguagesUseTheSameArguments() {
        var all = new SoftAssertions();
        CHINESE.stringPropertyNames().forEach(key -> all.assertThat(arguments(ENGLISH.getProperty(key, "")))
                .as(key)
                .isEqualTo(arguments(CHINESE.getProperty(key))));
        all.assertAll();
    }

    /** MessageFormat drops a single quote and takes what follows it literally; a text without arguments never meets it. */
    @Test
    void quotesAreDoubledWhereThereAreArgumentsAndOnlyThere() {
        var all = new SoftAssertions();
        Stream.of(CHINESE, ENGLISH)
                .forEach(bundle -> bundle.forEach((key, value) -> {
                    String text = value.toString();
                    if (arguments(text).isEmpty()) {
                        all.assertThat(text).as(key.toString()).doesNotContain("''");
                    } else {
                        new MessageFormat(text, Locale.ROOT);
                        String bare = text.replace("''", "").replace("'{'", "").replace("'}'", "");
                        all.assertThat(bare).as(key.toString()).doesNotContain("'");
                    }
                }));
        all.assertAll();
    }

    @Nested
    class EveryKeyThatIsUsedExists {

        @Test
        void inTemplates() {
            Set<String> used = find(TEMPLATES, ".html", "t:of\\('([^']+)'");
            assertThat(used).hasSizeGreaterThan(50);
            assertThat(CHINESE.stringPropertyNames()).containsAll(used);
        }

        @Test
        void inTemplatesThatPutTheKeyTogether() {
            find(TEMPLATES, ".html", "t:of\\(str:concat\\('([^']+)'")
                    .forEach(prefix -> assertThat(CHINESE.stringPropertyNames())
                            .anyMatch(key -> key.startsWith(prefix) && key.length() > prefix.length()));
            for (Phase phase : Phase.values()) {
                assertThat(CHINESE).containsKey("phone.phase." + phase.name().toLowerCase(Locale.ROOT));
            }
        }

        @Test
        void inJava() {
            Set<String> used = find(JAVA, ".java", "texts\\.of\\(\\s*[^,\"]+,\\s*\"([a-z0-9.-]+[a-z0-9])\"");
            assertThat(used).hasSizeGreaterThan(20);
            assertThat(CHINESE.stringPropertyNames()).containsAll(used);
        }

        @Test
        void inScriptsOfFinals() {
            Set<String> used = find(
                    Path.of("src/main/resources/META-INF/resources/js/finals"),
                    ".js",
                    "\\btext\\('([a-z0-9-]*[a-z0-9])'");
            assertThat(used).hasSizeGreaterThan(15);
            assertThat(CHINESE.stringPropertyNames().stream()
                            .filter(key -> key.startsWith("finals."))
                            .map(key -> key.replaceFirst("^finals\\.[a-z-]+\\.", "")))
                    .containsAll(used);
        }

        @Test
        void forEveryFaultOfARuleSheet() {
            Set<String> used = find(JAVA.resolve("org/leitai/contest"), ".java", "\"(contest\\.rules\\.[a-z-]+)\"");
            assertThat(used).hasSizeGreaterThan(15);
            assertThat(CHINESE.stringPropertyNames()).containsAll(used);
        }

        @Test
        void forEveryFaultOfTheRulesOfAMatch() {
            Set<String> used = find(JAVA.resolve("org/leitai/finals"), ".java", "\"(finals\\.rules\\.[a-z-]+)\"");
            assertThat(used).hasSizeGreaterThan(15);
            assertThat(CHINESE.stringPropertyNames()).containsAll(used);
        }

        @Test
        void forEveryRefusal() {
            List<Refusal> refusals = refusals();
            assertThat(refusals).hasSizeGreaterThan(25);
            assertThat(refusals).allSatisfy(refusal -> {
                assertThat(CHINESE).containsKey(refusal.code());
                assertThat(refusal.status()).isIn(400, 401, 403, 404, 409, 410, 413, 422, 429, 503);
            });
        }
    }

    @Nested
    class TextForPeople {

        @Test
        void standsNowhereInJava() {
            Set<String> found = files(JAVA, ".java")
                    .flatMap(file -> literals(read(file))
                            .filter(text -> HAN.matcher(text).find()))
                    .collect(Collectors.toSet());
            assertThat(found).isEmpty();
        }

        /** The mark of the brand is a picture that happens to be a character. */
        @Test
        void standsNowhereInTemplates() {
            Set<String> found = files(TEMPLATES, ".html")
                    .flatMap(file -> read(file).lines())
                    .map(line -> line.replace("<span class=\"brand-mark\" aria-hidden=\"true\">擂</span>", ""))
                    .filter(line -> HAN.matcher(line).find())
                    .collect(Collectors.toSet());
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aTextIsGivenInTheLanguageOfItsReader() {
        var texts = new Texts();
        assertThat(texts.of(Texts.CHINESE, "rules.minutes", 10)).isEqualTo("10 分钟");
        assertThat(texts.of(Locale.ENGLISH, "rules.minutes", 10)).contains("10").doesNotContain("分");
        assertThat(texts.of(Locale.FRENCH, "rules.minutes", 10)).isEqualTo("10 分钟");
        assertThatThrownBy(() -> texts.of(Locale.ENGLISH, "no.such.key")).isInstanceOf(MissingResourceException.class);
    }

    private static List<Refusal> refusals() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.leitai").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Refusal.class::cast)
                        .toList();
    }

    private static Set<Integer> arguments(String text) {
        return ARGUMENT.matcher(text)
                .results()
                .map(match -> Integer.parseInt(match.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** String literals of a source, comments left out. */
    private static Stream<String> literals(String source) {
        return Pattern.compile(
                        "(?s)/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\])+'")
                .matcher(source)
                .results()
                .map(MatchResult::group)
                .filter(token -> !token.startsWith("/"));
    }

    private static Set<String> find(Path folder, String ending, String pattern) {
        Pattern wanted = Pattern.compile(pattern);
        return files(folder, ending)
                .flatMap(file -> wanted.matcher(read(file)).results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties bundle(String name) {
        var bundle = new Properties();
        try (Reader reader = new InputStreamReader(
                TextsTest.class.getResourceAsStream("/messages/" + name), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }
}
