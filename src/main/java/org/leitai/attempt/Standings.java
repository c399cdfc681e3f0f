package org.leitai.attempt;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.leitai.contest.RankingKey;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;
import org.leitai.leaderboard.Boards;
import org.leitai.leaderboard.Boards.MyRank;
import org.leitai.roster.Persons;
import org.leitai.web.Texts;

/** Where a person stands, for the pages of this package, and the reasons in words. */
@ApplicationScoped
class Standings {

    private final Boards boards;
    private final Persons persons;
    private final Texts texts;

    Standings(Boards boards, Persons persons, Texts texts) {
        this.boards = boards;
        this.persons = persons;
        this.texts = texts;
    }

    Optional<MyRank> rankOf(Round round, PersonId person) {
        return boards.rankOf(round, person);
    }

    /** Null when nobody of the unit has a result, or the board is being rebuilt. */
    Long unitRank(Round round, PersonId person) {
        return persons.find(person)
                .flatMap(known -> boards.unitOf(round, known.unit()))
                .map(row -> (long) row.rank())
                .orElse(null);
    }

    /** Null while the rank is not known. */
    ResultView.Standing view(Round round, PersonId person, Optional<MyRank> rank) {
        return rank.filter(MyRank::isKnown)
                .map(known -> new ResultView.Standing(
                        known.rank(), known.people(), (int) known.percentBehind(), unitRank(round, person), false))
                .orElse(null);
    }

    /** {@code {"rank":12,"participants":345,"percentile":96}}, or {@code {"rank":null}} while it is not known. */
    Map<String, Object> json(Round round, PersonId person) {
        var json = new HashMap<String, Object>();
        Optional<MyRank> rank = rankOf(round, person).filter(MyRank::isKnown);
        json.put("rank", rank.map(MyRank::rank).orElse(null));
        rank.ifPresent(known -> {
            json.put("participants", known.people());
            json.put("percentile", known.percentBehind());
            json.put("unitRank", unitRank(round, person));
        });
        return json;
    }

    /** Why the rank is what it is, a line for each ranking key that puts others ahead. */
    List<String> why(Round round, MyRank rank, Locale locale) {
        var lines = new ArrayList<String>();
        Points points = rank.counted().points();
        lines.add(texts.of(locale, "attempt.why.points", points, rank.betterByPoints()));
        List<RankingKey> keys = round.sheet().ranking();
        boolean byTime = keys.size() > 1 && keys.get(1) == RankingKey.TIME;
        if (byTime) {
            lines.add(texts.of(locale, "attempt.why.time", rank.betterByTime()));
        }
        if (keys.size() > (byTime ? 2 : 1)) {
            lines.add(texts.of(locale, "attempt.why.rest", rank.betterByRest()));
        }
        lines.add(texts.of(locale, "attempt.why.sum", rank.rank()));
        return lines;
    }
}
