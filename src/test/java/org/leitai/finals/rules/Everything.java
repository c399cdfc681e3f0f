package org.leitai.finals.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Rules for tests: those that come along, and some that use every field that there is. */
public final class Everything {

    private static final Path PRESETS = Path.of("src/main/resources/finals/rules");

    private Everything() {}

    /** The published rule sets by their code, as they are written. */
    public static Map<String, String> presets() {
        try (Stream<Path> files = Files.list(PRESETS)) {
            var found = new TreeMap<String, String>();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".yaml")).toList()) {
                found.put(file.getFileName().toString().replace(".yaml", ""), Files.readString(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static MatchRules read(String yaml) {
        return switch (new MatchRulesFormat().read(yaml)) {
            case MatchRulesFormat.Result.Valid valid -> valid.rules();
            case MatchRulesFormat.Result.Faulty faulty -> throw new AssertionError(faulty.faults());
        };
    }

    /** One segment of each kind, and every field set somewhere. */
    public static MatchRules all() {
        return read("""
                title: 全部规则
                teams: 8
                members: 3
                startScore: 100
                floor: -20.5
                foul: escalating
                tieBreak: [play-off, more-right, fewer-wrong, fewer-fouls, less-time, buzzer-points, last-segment]
                personal: solo-answers
                heats: { groups: 4, advance: 2 }
                lifelines:
                  - { code: hall, title: 求助全场, count: 2, seconds: 10, restartsClock: true }
                segments:
                  - code: a
                    title: 必答
                    kind: required
                    questions: 2
                    passes: 3
                    points: { right: 10, wrong: -5, timeout: -2.5, foul: -1, partial: 4 }
                    byType:
                      multiple: { points: { right: 20, wrong: -5, timeout: 0, foul: -1, partial: 5 }, think: 40 }
                      short: { think: 180 }
                      案例: { points: { right: 30 } }
                    steal: { right: 5, wrong: -5, timeout: -1, foul: -2, partial: 1 }
                    seconds: { think: 30, startWithin: 10 }
                    who: player
                    players: [2, 1]
                    entrants: 6
                    order: serpentine
                    optional: true
                    afterWrong: pass-to-next
                    attempts: 3
                    lifelines:
                      - { code: ask, title: 问队友, count: 1, scope: segment }
                  - title: 抢答
                    kind: buzzer
                    questions: 12
                    points: { right: 10, wrong: -10, foul: -5 }
                    seconds: { startWithin: 5, answer: 20, nobody: 8 }
                    buzz: { opening: while-reading, foul: void, barAfter: 3, nobody: replace, deadHeat: buzz-again, lagCompensation: true }
                    afterWrong: reopen-to-all
                  - title: 风险
                    kind: risk
                    risk:
                      - { value: 10, perTeam: 1 }
                      - { value: 30, wrong: -15, think: 60, inAll: 4 }
                    who: rival
                    order: score-up
                    afterWrong: to-audience
                  - { title: 限时, kind: speed, questions: 20, points: { right: 1 }, seconds: { set: 90 }, who: leader, order: score-down }
                  - { title: 题板, kind: slate, points: { right: 60, partial: 10 }, seconds: { think: 300 } }
                  - title: 讲述
                    kind: judged
                    points: { right: 0, foul: -3 }
                    seconds: { think: 180 }
                    panel:
                      judges: 5
                      averaging: mean-without-extremes
                      parts: [{ name: 内容, max: 60, weight: 70 }, { name: 表达, max: 40 }]
                  - title: 演讲
                    kind: judged
                    who: any
                    points: { right: 30 }
                    panel: { grades: [{ name: A, points: 30 }, { name: B, points: 25.5 }] }
                  - { title: 对战, kind: duel, questions: 0, points: { right: 10 }, seconds: { think: 10 }, afterWrong: out, order: live }
                  - { title: 接力, kind: relay, questions: 3, points: { right: 10 }, afterWrong: next-question }
                  - { title: 同答, kind: required, questions: 5, points: { right: 10 }, who: all-teams }
                  - { title: 观众, kind: audience, questions: 5 }
                  - title: 加赛
                    kind: play-off
                    questions: 0
                    points: { right: 10 }
                    seconds: { answer: 30 }
                    buzz: { opening: countdown-321, foul: ignore, nobody: to-audience, deadHeat: host-decides }
                    afterWrong: reopen-to-others
                    attempts: 2
                """);
    }

    /** Every enum of this package. */
    @SuppressWarnings("unchecked")
    public static List<Class<? extends Enum<?>>> policies() {
        try (Stream<Path> files = Files.list(Path.of("src/main/java/org/leitai/finals/rules"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java") && !name.equals("package-info.java"))
                    .map(name -> type(name.replace(".java", "")))
                    .filter(Class::isEnum)
                    .<Class<? extends Enum<?>>>map(type -> (Class<? extends Enum<?>>) type)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName("org.leitai.finals.rules." + name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
