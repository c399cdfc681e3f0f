package org.leitai.finals.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchRulesFormatTest {

    private final MatchRulesFormat format = new MatchRulesFormat();

    private List<MatchRulesFault> faults(String yaml) {
        return format.read(yaml) instanceof MatchRulesFormat.Result.Faulty faulty ? faulty.faults() : List.of();
    }

    @Test
    void everyFaultIsListedWithItsField() {
        assertThat(faults("""
                title: t
                startScore: 0
                floor: 10
                segments:
                  - { title: a, kind: required }
                  - { title: b, kind: buzzer, points: { right: -1, wrong: 5 }, seconds: { nobody: 0 }, who: all-teams }
                  - { title: c, kind: speed }
                  - { title: d, kind: risk }
                  - { title: e, kind: required, afterWrong: reopen-to-others, questions: 0 }
                  - { title: f }
                """))
                .extracting(MatchRulesFault::field)
                .containsExactlyInAnyOrder(
                        "floor",
                        "segments[2].points.right",
                        "segments[2].points.wrong",
                        "segments[2].points.timeout",
                        "segments[2].seconds.nobody",
                        "segments[2].who",
                        "segments[3].seconds.set",
                        "segments[4].risk",
                        "segments[5].afterWrong",
                        "segments[5].questions",
                        "segments[6].kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | '' | finals.rules.empty",
                "'title: x: y' | '' | finals.rules.not-yaml",
                "'titel: x' | titel | finals.rules.unknown-field",
                "'teams: many' | teams | finals.rules.bad-value",
                "'segments: [{ kind: no-such }]' | segments[1].kind | finals.rules.bad-value",
                "'startScore: 1.234' | startScore | finals.rules.bad-value",
            })
    void whatCannotBeReadNamesItsField(String yaml, String field, String key) {
        assertThat(faults(yaml)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.key()).isEqualTo(key);
        });
    }
}
