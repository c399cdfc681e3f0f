package org.leitai.report;

import jakarta.ws.rs.NotFoundException;
import org.leitai.contest.Contest;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;

/** The round that a page is about 所在赛段, with its contest. */
record RoundPlace(Contest contest, Round round) {

    /** @throws NotFoundException when there is no such round */
    static RoundPlace of(Contests contests, String code, int ordinal) {
        Contest contest = contests.find(code).orElseThrow(NotFoundException::new);
        return new RoundPlace(contest, contest.round(ordinal).orElseThrow(NotFoundException::new));
    }

    String path() {
        return path(contest.code(), round.ordinal());
    }

    static String path(String code, int ordinal) {
        return "/staff/contests/" + code + "/" + ordinal;
    }
}
