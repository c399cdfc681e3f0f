package org.leitai.leaderboard;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.leitai.contest.Round;
import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.UnitId;
import org.leitai.leaderboard.BoardStore.Board;
import org.leitai.leaderboard.BoardStore.Place;
import org.leitai.leaderboard.BoardStore.Row;
import org.leitai.roster.Person;
import org.leitai.roster.Persons;
import org.leitai.roster.Unit;
import org.leitai.roster.Units;

/** The boards of a round 排行榜: what stands on them, where somebody stands, and why. */
@ApplicationScoped
public class Boards {

    private static final Logger LOG = Logger.getLogger(Boards.class);

    static final int PAGE_ROWS = 20;

    private final BoardStore boards;
    private final StandingStore standings;
    private final Persons persons;
    private final Units units;

    Boards(BoardStore boards, StandingStore standings, Persons persons, Units units) {
        this.boards = boards;
        this.standings = standings;
        this.persons = persons;
        this.units = units;
    }

    /**
     * Where a person stands and why.
     *
     * @param rank 1 is the best; equal people share it; 0 while the board is being rebuilt
     * @param people on the board
     * @param betterByPoints people with more points
     * @param betterByTime people with the same points and, where the rule sheet ranks by time next, less time
     * @param betterByRest people equal so far who are ahead by what the rule sheet ranks by then
     */
    public record MyRank(
            int rank, long people, long betterByPoints, long betterByTime, long betterByRest, Tally counted, int attempts) {

        public boolean isKnown() {
            return rank > 0;
        }

        /** Of a hundred people, how many stand behind; rounded down. */
        public long percentBehind() {
            return people == 0 ? 0 : (people - rank) * 100 / people;
        }
    }

    /** @param time null when the rule sheet does not rank by time next to the score */
    public record PersonRow(int rank, PersonId person, String name, String unit, Points points, Long elapsedMillis) {}

    /**
     * @param participationBasisPoints people ÷ headcount in ten-thousandths, rounded down; null when the headcount is unknown
     * @param mean of the counted scores, hundredths of a point, rounded down
     */
    public record UnitRow(
            int rank, UnitId unit, String name, long people, int headcount, Long participationBasisPoints, Points mean) {

        UnitRow withRank(int newRank) {
            return new UnitRow(newRank, unit, name, people, headcount, participationBasisPoints, mean);
        }
    }

    /**
     * @param rebuilding the rows may be missing for some seconds
     * @param page 1-based, within what there is
     */
    public record Page<R>(List<R> rows, int page, int pages, long people, boolean rebuilding) {}

    /** Puts a person's counted result on the boards, in the transaction that ends the attempt. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(RoundId round, PersonId person, Tally counted, int attempts) {
        standings.write(round, person, counted, attempts);
    }

    /** Empty: the person has no result in this round. */
    public Optional<MyRank> rankOf(Round round, PersonId person) {
        return standings.find(round.id(), person).map(standing -> {
            Tally tally = standing.tally();
            return place(round, person, tally)
                    .map(place -> new MyRank(
                            place.rank(),
                            place.people(),
                            place.betterByPoints(),
                            place.better() - place.betterByPoints(),
                            place.rank() - 1 - place.better(),
                            tally,
                            standing.attempts()))
                    .orElseGet(() -> new MyRank(0, 0, 0, 0, 0, tally, standing.attempts()));
        });
    }

    /** @param page 1-based; clamped to what there is */
    public Page<PersonRow> persons(Round round, int page) {
        return inForce(round)
                .map(board -> personsOf(board, page))
                .orElseGet(() -> new Page<>(List.of(), 1, 1, 0, true));
    }

    public Page<UnitRow> units(Round round, int page) {
        return inForce(round).map(board -> unitsOf(board, page)).orElseGet(() -> new Page<>(List.of(), 1, 1, 0, true));
    }

    /** The row of the unit that competes for this person; empty when nobody of it has a result. */
    public Optional<UnitRow> unitOf(Round round, UnitId own) {
        UnitId competing = units.ancestorAt(own, round.sheet().unitBoard().depth());
        return inForce(round).stream()
                .flatMap(board -> ranked(board).stream())
                .filter(row -> row.unit().equals(competing))
                .findFirst();
    }

    /** How many people have a result; 0 while the board is being rebuilt. */
    public long people(Round round) {
        return inForce(round).map(boards::people).orElse(0L);
    }

    private Optional<Place> place(Round round, PersonId person, Tally tally) {
        return inForce(round).flatMap(board -> boards.rankOf(board, person, tally));
    }

    /** Redis may be gone; nobody who answers may feel it. */
    private Optional<Board> inForce(Round round) {
        try {
            return boards.inForce(round);
        } catch (RuntimeException e) {
            LOG.debugf("no board: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private Page<PersonRow> personsOf(Board board, int wanted) {
        long people = boards.people(board);
        int pages = pages(people);
        int page = Math.clamp(wanted, 1, pages);
        long from = (page - 1L) * PAGE_ROWS;
        List<Row> rows = boards.rows(board, from, PAGE_ROWS);
        return new Page<>(rows.isEmpty() ? List.of() : ranked(board, rows, from), page, pages, people, false);
    }

    /** @param from the position of the first row, 0-based; a rank is the position of the first of equals */
    private List<PersonRow> ranked(Board board, List<Row> rows, long from) {
        Map<PersonId, Person> known = persons.find(rows.stream().map(Row::person).toList());
        int tieLength = RankKey.tieLength(board.round().sheet().ranking());
        var ranked = new ArrayList<PersonRow>(rows.size());
        int rank = boards.rankOf(board, rows.getFirst()).orElse((int) from + 1);
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && !sharesRank(rows.get(i), rows.get(i - 1), tieLength)) {
                rank = (int) (from + i + 1);
            }
            ranked.add(personRow(board, rows.get(i), rank, known.get(rows.get(i).person())));
        }
        return ranked;
    }

    private PersonRow personRow(Board board, Row row, int rank, Person person) {
        boolean byTime = RankKey.ranksByTime(board.round().sheet().ranking());
        return new PersonRow(
                rank,
                row.person(),
                person == null ? "" : person.boardName(),
                person == null ? "" : units.find(person.unit()).map(Unit::name).orElse(""),
                RankKey.points(row.score()),
                byTime ? RankKey.elapsedMillis(row.score()) : null);
    }

    private static boolean sharesRank(Row row, Row before, int tieLength) {
        return row.score() == before.score()
                && row.member().regionMatches(0, before.member(), 0, tieLength);
    }

    private Page<UnitRow> unitsOf(Board board, int wanted) {
        List<UnitRow> all = ranked(board);
        int pages = pages(all.size());
        int page = Math.clamp(wanted, 1, pages);
        return new Page<>(
                all.stream().skip((page - 1L) * PAGE_ROWS).limit(PAGE_ROWS).toList(), page, pages, all.size(), false);
    }

    private List<UnitRow> ranked(Board board) {
        return UnitRanking.of(board.round().sheet().unitBoard(), boards.unitTotals(board), units);
    }

    private static int pages(long rows) {
        return (int) Math.max(1, Math.ceilDiv(rows, PAGE_ROWS));
    }
}
