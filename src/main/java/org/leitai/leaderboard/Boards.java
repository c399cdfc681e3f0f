package org.leitai.leaderboard;

import io.quarkus.cache.Cache;
import io.quarkus.cache.CacheName;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.leitai.contest.Round;
import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.UnitId;
import org.leitai.leaderboard.BoardStore.Board;
import org.leitai.leaderboard.BoardStore.Row;
import org.leitai.leaderboard.BoardStore.Stretch;
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
    private final Cache cache;

    Boards(BoardStore boards, StandingStore standings, Persons persons, Units units, @CacheName("boards") Cache cache) {
        this.boards = boards;
        this.standings = standings;
        this.persons = persons;
        this.units = units;
        this.cache = cache;
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
            int rank,
            long people,
            long betterByPoints,
            long betterByTime,
            long betterByRest,
            Tally counted,
            int attempts) {

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
            int rank,
            UnitId unit,
            String name,
            long people,
            int headcount,
            Long participationBasisPoints,
            Points mean) {

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
            return reading(round, board -> boards.rankOf(board, person, tally))
                    .flatMap(Function.identity())
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

    /** @param page 1-based; clamped to what there is. A second old at most. */
    public Page<PersonRow> persons(Round round, int page) {
        return cached("persons", round, page, () -> reading(round, board -> boards.page(board, page, PAGE_ROWS))
                .map(stretch -> named(round, stretch))
                .orElseGet(Boards::rebuilding));
    }

    /** @param page 1-based; clamped to what there is. A second old at most. */
    public Page<UnitRow> units(Round round, int page) {
        return ranked(round).map(rows -> page(rows, page)).orElseGet(Boards::rebuilding);
    }

    /** The row of the unit that competes for this person; empty when nobody of it has a result. */
    public Optional<UnitRow> unitOf(Round round, UnitId own) {
        UnitId competing = units.ancestorAt(own, round.sheet().unitBoard().depth());
        return ranked(round).stream()
                .flatMap(List::stream)
                .filter(row -> row.unit().equals(competing))
                .findFirst();
    }

    /** How many people have a result; 0 while the board is being rebuilt. A second old at most. */
    public long people(Round round) {
        return cached("people", round, 0, () -> reading(round, boards::people).orElse(0L));
    }

    /** All units, best first; empty while the board is being rebuilt. */
    private Optional<List<UnitRow>> ranked(Round round) {
        return cached("units", round, 0, () -> reading(round, boards::unitTotals)
                .map(totals -> UnitRanking.of(round.sheet().unitBoard(), totals, units)));
    }

    /** Redis may be gone at any moment; nobody who answers may feel it, and the board says that it is being rebuilt. */
    private <R> Optional<R> reading(Round round, Function<Board, R> read) {
        try {
            return boards.inForce(round).map(read);
        } catch (RuntimeException e) {
            LOG.debugf("no board: %s", e.getMessage());
            return Optional.empty();
        }
    }

    private record Key(String what, RoundId round, int page) {}

    /** Many look at the same page; one look a second is enough, and while it lasts the others wait for it. */
    @SuppressWarnings("unchecked") // a key's "what" decides the type
    private <R> R cached(String what, Round round, int page, Supplier<R> look) {
        return (R) cache.get(new Key(what, round.id(), page), key -> (Object) look.get())
                .await()
                .indefinitely();
    }

    private static <R> Page<R> rebuilding() {
        return new Page<>(List.of(), 1, 1, 0, true);
    }

    /** A rank is the position of the first of equals. */
    private Page<PersonRow> named(Round round, Stretch stretch) {
        List<Row> rows = stretch.rows();
        Map<PersonId, Person> known =
                persons.find(rows.stream().map(Row::person).toList());
        int tieLength = RankKey.tieLength(round.sheet().ranking());
        var named = new ArrayList<PersonRow>(rows.size());
        int rank = stretch.firstRank();
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0 && !sharesRank(rows.get(i), rows.get(i - 1), tieLength)) {
                rank = (int) (stretch.from() + i + 1);
            }
            named.add(personRow(round, rows.get(i), rank, known.get(rows.get(i).person())));
        }
        int page = (int) (stretch.from() / PAGE_ROWS) + 1;
        return new Page<>(named, page, pages(stretch.people()), stretch.people(), false);
    }

    private PersonRow personRow(Round round, Row row, int rank, Person person) {
        boolean byTime = RankKey.ranksByTime(round.sheet().ranking());
        return new PersonRow(
                rank,
                row.person(),
                person == null ? "" : person.boardName(),
                person == null ? "" : units.find(person.unit()).map(Unit::name).orElse(""),
                RankKey.points(row.score()),
                byTime ? RankKey.elapsedMillis(row.score()) : null);
    }

    private static boolean sharesRank(Row row, Row before, int tieLength) {
        return row.score() == before.score() && row.member().regionMatches(0, before.member(), 0, tieLength);
    }

    private static Page<UnitRow> page(List<UnitRow> all, int wanted) {
        int pages = pages(all.size());
        int page = Math.clamp(wanted, 1, pages);
        return new Page<>(
                all.stream().skip((page - 1L) * PAGE_ROWS).limit(PAGE_ROWS).toList(), page, pages, all.size(), false);
    }

    private static int pages(long rows) {
        return (int) Math.max(1, Math.ceilDiv(rows, PAGE_ROWS));
    }
}
