package org.leitai.finals;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.leitai.finals.Finals.Created;

/** Finals that tests play: six questions for the buzzer, then one for each team in turn; every key is a canary. */
@Singleton
public class TestFinals {

    public static final String KEY = "canary-key-";
    public static final List<String> TEAMS = List.of("甲队", "乙队", "丙队");

    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final String RULES = """
        title: 测试规则
        teams: 3
        segments:
          - title: 抢答
            kind: buzzer
            questions: 6
            points: { right: 10, wrong: -10, foul: -5 }
            seconds: { answer: 20 }
            buzz: { opening: after-word, foul: minus }
          - title: 必答
            kind: required
            points: { right: 10, wrong: 0 }
            seconds: { think: 20 }
        """;

    private final Finals finals;
    private final Clock clock;

    TestFinals(Finals finals, Clock clock) {
        this.finals = finals;
        this.clock = clock;
    }

    /** The code of a new one. */
    public String make() {
        return make(RULES, TEAMS);
    }

    /** One with other rules. */
    public String make(String rules, List<String> teams) {
        String code = "final-" + NEXT.incrementAndGet();
        var form = new NewMatchForm(code, "测试决赛", String.join("\n", teams), "", written(), "", rules);
        Created created = finals.create(form, rules, "tester", clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (!(created instanceof Created.Made)) {
            throw new AssertionError(created);
        }
        return code;
    }

    /** What the host's console would send. */
    static CommandBody command(String act, String verdict) {
        return switch (act) {
            case "next" -> new CommandBody.Next(null, null);
            case "rule" -> new CommandBody.Rule(null, verdict);
            case "freeze" -> new CommandBody.Freeze();
            case "thaw" -> new CommandBody.Thaw();
            case "reveal-step" -> new CommandBody.RevealStep();
            default -> throw new IllegalArgumentException(act);
        };
    }

    private static String written() {
        var lines = new StringBuilder();
        for (int i = 1; i <= 14; i++) {
            lines.append("canary-stem-")
                    .append(i)
                    .append(" | ")
                    .append(KEY)
                    .append(i)
                    .append('\n');
        }
        return lines.toString();
    }
}
