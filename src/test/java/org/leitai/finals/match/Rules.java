package org.leitai.finals.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;

/** Rules for tests, as people write them. */
public final class Rules {

    private Rules() {}

    public static MatchRules of(String yaml) {
        MatchRulesFormat.Result result = new MatchRulesFormat().read(yaml);
        assertThat(result).isInstanceOf(MatchRulesFormat.Result.Valid.class);
        return ((MatchRulesFormat.Result.Valid) result).rules();
    }
}
