package org.leitai.leaderboard;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.UnitId;

/**
 * Tables of the boards, the truth behind Redis.
 *
 * <pre>
 * standing      (round, person) → counted tally   written with the end of an attempt   read by rebuild, comparer, my rank
 * board_outbox  (round, person) still to be put   written with the standing            deleted when Redis has it
 * </pre>
 */
@ApplicationScoped
class StandingStore {

    private static final String COLUMNS = "s.round_id, s.person_id, p.unit, s.ordinal, s.attempts, s.points_hundredths,"
            + " s.elapsed_millis, s.finished_at, s.revision from standing s join person p on p.id = s.person_id";

    /** Rows that a cursor holds in memory while a board is rebuilt. */
    private static final int CURSOR_ROWS = 2000;

    private final AgroalDataSource database;

    StandingStore(AgroalDataSource database) {
        this.database = database;
    }

    /** What the board of a round must add up to. */
    record Sum(long people, long pointsHundredths) {}

    /** Writes the counted tally in the transaction that ends the attempt, and what the board still has to learn. */
    void write(RoundId round, PersonId person, Tally tally, int attempts) {
        with(
                "with s as (insert into standing (round_id, person_id, ordinal,"
                        + " attempts, points_hundredths, elapsed_millis, finished_at, revision) values (?, ?, ?, ?, ?, ?, ?, 1)"
                        + " on conflict (round_id, person_id) do update set ordinal = excluded.ordinal, attempts = excluded.attempts,"
                        + " points_hundredths = excluded.points_hundredths, elapsed_millis = excluded.elapsed_millis,"
                        + " finished_at = excluded.finished_at, revision = standing.revision + 1 returning round_id, person_id)"
                        + " insert into board_outbox (round_id, person_id) select round_id, person_id from s",
                statement -> {
                    statement.setLong(1, round.value());
                    statement.setLong(2, person.value());
                    statement.setInt(3, tally.ordinal());
                    statement.setInt(4, attempts);
                    statement.setLong(5, tally.points().hundredths());
                    statement.setLong(6, tally.elapsedMillis());
                    statement.setObject(7, OffsetDateTime.ofInstant(tally.finishedAt(), ZoneOffset.UTC));
                    return statement.executeUpdate();
                });
    }

    Optional<Standing> find(RoundId round, PersonId person) {
        return with("select " + COLUMNS + " where s.round_id = ? and s.person_id = ?", statement -> {
            statement.setLong(1, round.value());
            statement.setLong(2, person.value());
            return read(statement).stream().findFirst();
        });
    }

    /** Rounds that have work in the outbox. */
    List<RoundId> withNews() {
        return with("select distinct round_id from board_outbox", statement -> {
            var rounds = new ArrayList<RoundId>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    rounds.add(new RoundId(rows.getLong(1)));
                }
            }
            return rounds;
        });
    }

    /**
     * Takes work of a round from the outbox, for this node alone; it is gone when the transaction commits, and back when it does not.
     */
    List<Standing> take(RoundId round, int most) {
        return with(
                "with taken as (delete from board_outbox where id in (select id from"
                        + " board_outbox where round_id = ? order by id limit ? for update skip locked) returning round_id, person_id)"
                        + " select distinct found.* from taken t cross join lateral (select " + COLUMNS
                        + " where s.round_id = t.round_id and s.person_id = t.person_id limit 1) found",
                statement -> {
                    statement.setLong(1, round.value());
                    statement.setInt(2, most);
                    return read(statement);
                });
    }

    boolean outboxIsEmpty(RoundId round) {
        return with("select 1 from board_outbox where round_id = ? limit 1", statement -> {
            statement.setLong(1, round.value());
            return !statement.executeQuery().next();
        });
    }

    Sum sum(RoundId round) {
        return with(
                "select count(*), coalesce(sum(points_hundredths), 0) from standing where round_id = ?", statement -> {
                    statement.setLong(1, round.value());
                    ResultSet row = statement.executeQuery();
                    row.next();
                    return new Sum(row.getLong(1), row.getLong(2));
                });
    }

    /** All standings of a round, in portions, from one snapshot. A cursor lives in a transaction. */
    @Transactional
    void forEach(RoundId round, Consumer<List<Standing>> portion) {
        with("select " + COLUMNS + " where s.round_id = ?", statement -> {
            statement.setLong(1, round.value());
            statement.setFetchSize(CURSOR_ROWS);
            portions(statement.executeQuery(), portion);
            return null;
        });
    }

    private interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    private <R> R with(String sql, Work<R> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void portions(ResultSet rows, Consumer<List<Standing>> portion) throws SQLException {
        var standings = new ArrayList<Standing>(CURSOR_ROWS);
        while (rows.next()) {
            standings.add(standing(rows));
            if (standings.size() == CURSOR_ROWS) {
                portion.accept(List.copyOf(standings));
                standings.clear();
            }
        }
        if (!standings.isEmpty()) {
            portion.accept(standings);
        }
    }

    private static List<Standing> read(PreparedStatement statement) throws SQLException {
        var standings = new ArrayList<Standing>();
        try (var rows = statement.executeQuery()) {
            while (rows.next()) {
                standings.add(standing(rows));
            }
        }
        return standings;
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new RoundId(row.getLong(1)),
                new PersonId(row.getLong(2)),
                new UnitId(row.getLong(3)),
                new Tally(row.getInt(4), new Points(row.getLong(6)), row.getLong(7), instant(row)),
                row.getInt(5),
                row.getLong(9));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getObject(8, OffsetDateTime.class).toInstant();
    }
}
