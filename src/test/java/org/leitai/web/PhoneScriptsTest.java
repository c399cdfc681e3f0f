package org.leitai.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers come with phones of 2019 and older browsers in them; staff bring PCs that are kept up to date. */
class PhoneScriptsTest {

    private static final Path SCRIPTS = Path.of("src/main/resources/META-INF/resources/js");

    @Test
    void noPhoneScriptIsNewerThan2019() throws IOException {
        List<Path> scripts;
        try (var files = Files.walk(SCRIPTS)) {
            scripts = files.filter(file -> file.toString().endsWith(".js"))
                    .filter(file -> !file.startsWith(SCRIPTS.resolve("staff")))
                    .toList();
        }
        assertThat(scripts).hasSizeGreaterThan(10);
        for (Path script : scripts) {
            assertThat(ScriptSyntax.tooNewIn(Files.readString(script)))
                    .as(script.toString())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "a?.b                                  → optional chaining",
                "a ?? b                                → nullish coalescing",
                "a ||= b                               → logical assignment",
                "class A { #secret() { } }             → private name",
                "class A { static { start(); } }       → static block",
                "const day = 86_400_000                → numeric separator",
                "const n = 10n                         → big integer",
                "button.onclick = () => import('./a')  → dynamic import",
                "fetch(import.meta.url)                → import.meta",
                "export * as a from './a.js'           → export * as",
                "list.at(-1)                           → method",
                "text.replaceAll('a', 'b')             → method",
                "structuredClone(state)                → global",
                "class A { count = 0; go() { } }       → class field",
                "class A extends B { static n; }       → class field",
                "const state = await fetch('/x')       → top-level await"
            })
    void whatIsNewerIsFound(String script, String name) {
        assertThat(ScriptSyntax.tooNewIn(script)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const n = a ? .5 : b?1:2;",
                "// a?.b ?? c\nconst words = 'a?.b', more = \"x ?? y\";",
                "class A { constructor(options = {}) { this.count = 0; } async go() { await this.stop(); } static of() { return new A(); } }",
                "try { go(); } catch { stop(); }",
                "(async () => { for await (const x of y) { await x; } })();",
                "const all = {...one, two}; const [a, ...rest] = list.flat();"
            })
    void whatIsOldEnoughIsLeftAlone(String script) {
        assertThat(ScriptSyntax.tooNewIn(script)).isEmpty();
    }
}
