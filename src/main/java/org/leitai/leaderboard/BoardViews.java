package org.leitai.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.leitai.contest.Contest;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.UnitId;
import org.leitai.leaderboard.Boards.Page;
import org.leitai.leaderboard.Boards.PersonRow;
import org.leitai.leaderboard.Boards.UnitRow;
import org.leitai.roster.CurrentWorker;
import org.leitai.roster.Person;
import org.leitai.roster.Persons;
import org.leitai.roster.Unit;
import org.leitai.roster.Units;
import org.leitai.web.LeitaiConfig;

/** Puts together what a page of a board shows, with the reader's own row. */
@ApplicationScoped
class BoardViews {

    private final Contests contests;
    private final Boards boards;
    private final Persons persons;
    private final Units units;
    private final CurrentWorker worker;
    private final ZoneId zone;

    BoardViews(
            Contests contests, Boards boards, Persons persons, Units units, CurrentWorker worker, LeitaiConfig config) {
        this.contests = contests;
        this.boards = boards;
        this.persons = persons;
        this.units = units;
        this.worker = worker;
        this.zone = config.zone();
    }

    /** @param page anything; what is no number is the first page, what is too large the last */
    BoardView of(String code, int ordinal, String by, String page, Instant now) {
        Contest contest = contests.find(code).orElseThrow(NotFoundException::new);
        Round round = contest.round(ordinal).orElseThrow(NotFoundException::new);
        Optional<Person> me = worker.id().flatMap(persons::find);
        return by.equals("units")
                ? units(contest, round, boards.units(round, number(page)), me, now)
                : persons(contest, round, boards.persons(round, number(page)), me, now);
    }

    private BoardView persons(Contest contest, Round round, Page<PersonRow> page, Optional<Person> me, Instant now) {
        PersonId mine = me.map(Person::id).orElse(null);
        List<BoardView.Row> rows = page.rows().stream()
                .map(row -> row(row, row.person().equals(mine)))
                .toList();
        BoardView.Row own = me.flatMap(person -> ownRow(round, person)).orElse(null);
        return view(contest, round, "persons", page, rows, own, now);
    }

    private BoardView units(Contest contest, Round round, Page<UnitRow> page, Optional<Person> me, Instant now) {
        Optional<UnitRow> own = me.flatMap(person -> boards.unitOf(round, person.unit()));
        UnitId mine = own.map(UnitRow::unit).orElse(null);
        List<BoardView.Row> rows = page.rows().stream()
                .map(row -> row(row, row.unit().equals(mine)))
                .toList();
        return view(
                contest,
                round,
                "units",
                page,
                rows,
                own.map(row -> row(row, true)).orElse(null),
                now);
    }

    private BoardView view(
            Contest contest,
            Round round,
            String by,
            Page<?> page,
            List<BoardView.Row> rows,
            BoardView.Row own,
            Instant now) {
        return new BoardView(
                contest.title(),
                "/c/" + contest.code(),
                "/c/" + contest.code() + "/r/" + round.ordinal() + "/board",
                by,
                page.page(),
                page.pages(),
                page.people(),
                rows,
                own,
                page.rebuilding() ? "rebuilding" : "live",
                now.atZone(zone));
    }

    private Optional<BoardView.Row> ownRow(Round round, Person person) {
        return boards.rankOf(round, person.id())
                .filter(Boards.MyRank::isKnown)
                .map(rank -> new BoardView.Row(
                        rank.rank(),
                        person.boardName(),
                        units.find(person.unit()).map(Unit::name).orElse(""),
                        null,
                        null,
                        rank.counted().points().toString(),
                        RankKey.ranksByTime(round.sheet().ranking())
                                ? rank.counted().elapsedMillis()
                                : null,
                        true));
    }

    private static BoardView.Row row(PersonRow row, boolean mine) {
        return new BoardView.Row(
                row.rank(), row.name(), row.unit(), null, null, row.points().toString(), row.elapsedMillis(), mine);
    }

    private static BoardView.Row row(UnitRow row, boolean mine) {
        return new BoardView.Row(
                row.rank(),
                row.name(),
                null,
                row.people(),
                percent(row),
                row.mean().toString(),
                null,
                mine);
    }

    /** Null: nobody knows how many belong to the unit. A share that is too small for two decimals is not nothing. */
    private static String percent(UnitRow row) {
        if (row.participationBasisPoints() == null) {
            return null;
        }
        return row.participationBasisPoints() == 0 && row.people() > 0
                ? "<0.01"
                : BigDecimal.valueOf(row.participationBasisPoints(), 2).toPlainString();
    }

    private static int number(String page) {
        if (!page.matches("\\d+")) {
            return 1;
        }
        return page.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(page);
    }
}
