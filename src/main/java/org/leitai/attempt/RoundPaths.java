package org.leitai.attempt;

import org.leitai.contest.Round;

/** Where the pages of a round lie. */
final class RoundPaths {

    private RoundPaths() {}

    static String of(Round round) {
        return "/c/" + round.contest() + "/r/" + round.ordinal();
    }
}
