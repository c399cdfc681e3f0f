package org.leitai.finals.entry;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.leaderboard.Boards;

/** Rounds of the preliminary, as a source of teams: the units of their boards 初赛成绩. */
@ApplicationScoped
public class Preliminary {

    private final Contests contests;
    private final Boards boards;

    Preliminary(Contests contests, Boards boards) {
        this.contests = contests;
        this.boards = boards;
    }

    /** @param code contest and ordinal, as {@code yd-2026/1} */
    public record Source(String code, String contest, String round) {}

    /** Rounds whose results can no longer change by themselves, newest contest first. */
    public List<Source> settled(Instant now) {
        return contests.all().stream()
                .flatMap(contest -> contest.rounds().stream()
                        .filter(round -> isSettled(round, now))
                        .map(round -> new Source(code(round), contest.title(), round.title())))
                .toList();
    }

    /** Empty: no such round, or it is not settled. */
    public Optional<Round> find(String code, Instant now) {
        return contests.all().stream()
                .flatMap(contest -> contest.rounds().stream())
                .filter(round -> code(round).equals(code) && isSettled(round, now))
                .findFirst();
    }

    /**
     * The first page of the board, which is longer than any stage is wide; units with too few participants qualify nobody. Empty
     * while the board is being rebuilt.
     */
    public Optional<List<Entrant>> units(Round round) {
        Boards.Page<Boards.UnitRow> page = boards.units(round, 1);
        int least = round.sheet().unitBoard().minimumParticipants();
        return page.rebuilding()
                ? Optional.empty()
                : Optional.of(page.rows().stream()
                        .filter(row -> row.people() >= least)
                        .map(row -> new Entrant(row.rank(), row.name()))
                        .toList());
    }

    private static boolean isSettled(Round round, Instant now) {
        return !now.isBefore(round.settled());
    }

    private static String code(Round round) {
        return round.contest() + "/" + round.ordinal();
    }
}
