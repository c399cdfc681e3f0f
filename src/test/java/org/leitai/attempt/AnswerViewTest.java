package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.leitai.support.Preview;
import org.leitai.support.RealServers;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AnswerViewTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/js");
    private static final Pattern IMPORT = Pattern.compile("from '(\\.[^']+)'");
    private static final Pattern TEXT = Pattern.compile("\\btext\\(\\s*'([a-z0-9-]+)'");
    private static final AnswerView VIEW =
            new AnswerView("澜江市职工安全生产知识竞赛", "/c/anquan", "/api/c/anquan/r/1", "/sign-in?to=/c/anquan/r/1/answer");

    @Test
    void scriptFindsWhereToAskAndWhereToGo() {
        String html = Preview.chinese("answer", new PhoneTemplates.answer(VIEW));

        assertThat(html)
                .contains("data-api=\"/api/c/anquan/r/1\"", "data-contest-path=\"/c/anquan\"")
                .contains("data-sign-in-path=\"/sign-in?to=/c/anquan/r/1/answer\"", "<noscript>");
    }

    @Test
    void patternsOfTextsReachTheScriptUnfilled() {
        String html = Preview.english("answer", new PhoneTemplates.answer(VIEW));

        assertThat(html).contains("<dt>offline</dt><dd>Offline, {0} to upload</dd>");
    }

    @Test
    void everyModuleThatThePageNeedsIsFetchedAtOnce() throws IOException {
        String html = Preview.chinese("answer", new PhoneTemplates.answer(VIEW));

        assertThat(modules(SCRIPTS.resolve("answer.js"), new TreeSet<>()))
                .allSatisfy(module -> assertThat(html).contains("\"/js/" + module + "\""));
    }

    @Test
    void everyTextThatTheScriptsSayIsBroughtAlong() throws IOException {
        String html = Preview.chinese("answer", new PhoneTemplates.answer(VIEW));

        for (String module : modules(SCRIPTS.resolve("answer.js"), new TreeSet<>())) {
            Set<String> keys = TEXT.matcher(Files.readString(SCRIPTS.resolve(module)))
                    .results()
                    .map(match -> match.group(1))
                    .collect(Collectors.toSet());
            assertThat(keys).allSatisfy(key -> assertThat(html).as(module).contains("<dt>" + key + "</dt>"));
        }
    }

    private static Set<String> modules(Path script, Set<String> found) throws IOException {
        if (found.add(SCRIPTS.relativize(script).toString())) {
            for (var match : IMPORT.matcher(Files.readString(script)).results().toList()) {
                modules(script.resolveSibling(match.group(1)).normalize(), found);
            }
        }
        return found;
    }
}
