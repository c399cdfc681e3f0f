package org.leitai.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Finds what a browser of 2019 does not know in a script: it would refuse the whole file, or miss a method when it is needed.
 * Looks at the characters, not at a syntax tree, which is enough for scripts in one style.
 */
final class ScriptSyntax {

    private static final Pattern NOT_CODE = Pattern.compile(
            "/\\*.*?\\*/|//[^\\n]*|'(?:\\\\.|[^'\\\\\\n])*'|\"(?:\\\\.|[^\"\\\\\\n])*\"|(?<=[(=,:]\\s?)/(?:\\\\.|[^/\\\\\\n])+/[a-z]*",
            Pattern.DOTALL);

    private static final Pattern CLASS_HEAD = Pattern.compile("\\bclass\\b[^{}();]*$");

    /** Name of what is too new → how it is seen in code without comments and strings. */
    private static final Map<String, Pattern> TOO_NEW = new LinkedHashMap<>();

    static {
        TOO_NEW.put("optional chaining", Pattern.compile("\\?\\.(?!\\d)"));
        TOO_NEW.put("nullish coalescing", Pattern.compile("\\?\\?"));
        TOO_NEW.put("logical assignment", Pattern.compile("\\|\\|=|&&="));
        TOO_NEW.put("private name", Pattern.compile("#[A-Za-z_$]"));
        TOO_NEW.put("static block", Pattern.compile("\\bstatic\\s*\\{"));
        TOO_NEW.put("numeric separator", Pattern.compile("\\b\\d+_\\d"));
        TOO_NEW.put("big integer", Pattern.compile("\\b\\d+n\\b|\\bBigInt\\b"));
        TOO_NEW.put("dynamic import", Pattern.compile("\\bimport\\s*\\("));
        TOO_NEW.put("import.meta", Pattern.compile("\\bimport\\s*\\.\\s*meta"));
        TOO_NEW.put("export * as", Pattern.compile("\\bexport\\s*\\*\\s*as\\b"));
        TOO_NEW.put("regular expression flag", Pattern.compile("\\bRegExp\\([^)]*['\"][a-z]*[dv][a-z]*['\"]"));
        TOO_NEW.put(
                "method",
                Pattern.compile("\\.(at|replaceAll|matchAll|findLast|findLastIndex|toSorted|toReversed|toSpliced|hasOwn"
                        + "|allSettled|any|withResolvers|replaceChildren|randomUUID|groupBy)\\("));
        TOO_NEW.put(
                "global", Pattern.compile("\\b(globalThis|structuredClone|AggregateError|WeakRef|queueMicrotask)\\b"));
    }

    private ScriptSyntax() {}

    /** Names of what is too new, in no particular order; empty: an old browser runs it. */
    static List<String> tooNewIn(String script) {
        String code = NOT_CODE.matcher(script).replaceAll(match -> match.group().startsWith("/*") ? " " : "''");
        var found = new ArrayList<String>();
        TOO_NEW.forEach((name, pattern) -> {
            if (pattern.matcher(code).find()) {
                found.add(name);
            }
        });
        var levels = new Levels();
        code.chars().forEach(c -> levels.take((char) c));
        if (levels.inClasses.toString().matches("(?s).*[=;].*")) {
            found.add("class field");
        }
        if (levels.top.toString().matches("(?s).*\\bawait\\b.*")) {
            found.add("top-level await");
        }
        return found;
    }

    /** What stands directly in the body of a class, and what stands outside all braces; brackets and what is in them left out. */
    private static final class Levels {

        private final Deque<Boolean> isClass = new ArrayDeque<>();
        private final StringBuilder head = new StringBuilder();
        private final StringBuilder inClasses = new StringBuilder();
        private final StringBuilder top = new StringBuilder();
        private int roundBrackets;

        private void take(char c) {
            switch (c) {
                case '(' -> roundBrackets++;
                case ')' -> roundBrackets--;
                case '{' -> isClass.push(CLASS_HEAD.matcher(head).find());
                case '}' -> isClass.pop();
                default -> keep(c);
            }
            if ("{};".indexOf(c) >= 0) {
                head.setLength(0);
            } else {
                head.append(c);
            }
        }

        private void keep(char c) {
            if (isClass.isEmpty()) {
                top.append(c);
            } else if (isClass.peek() && roundBrackets == 0) {
                inClasses.append(c);
            }
        }
    }
}
