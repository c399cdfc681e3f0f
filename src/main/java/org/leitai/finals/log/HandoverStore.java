package org.leitai.finals.log;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leitai.finals.MatchId;

/**
 * Matches that run on another server in PostgreSQL.
 *
 * <pre>
 * match_handout  a match given away; open until it is back or taken back   by an organizer      checked by every append
 * match_origin   a match that came from another server                     when it is imported  read when it is exported
 * </pre>
 */
@ApplicationScoped
class HandoverStore {

    private static final String GIVEN = "select id, seed, set_up, questions, handed_by, handed_at, version,"
            + " coalesce(taken_back_by, returned_by), coalesce(taken_back_at, returned_at), taken_back_reason from match_handout";
    private static final String CAME = "select handout_id, seed, set_up, questions, handed_by, handed_at, version,"
            + " null::text, null::timestamptz, null::text from match_origin";

    private final AgroalDataSource database;

    HandoverStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Newest first. */
    List<Handover> all(MatchId match) {
        return with(GIVEN + " where match_id = ? order by id desc", (connection, statement) -> {
            statement.setLong(1, match.value());
            var given = new ArrayList<Handover>();
            ResultSet row = statement.executeQuery();
            while (row.next()) {
                given.add(handover(row));
            }
            return List.copyOf(given);
        });
    }

    /** What this match came with; empty when it was set up here. */
    Optional<Handover> origin(MatchId match) {
        return with(CAME + " where match_id = ?", (connection, statement) -> {
            statement.setLong(1, match.value());
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(handover(row)) : Optional.empty();
        });
    }

    /** In the caller's transaction, after the log was fenced. */
    @Transactional(Transactional.TxType.MANDATORY)
    void give(MatchId match, byte[] seed, FileBodies bodies, String by, Instant at, long version) {
        with(
                "insert into match_handout (match_id, seed, set_up, questions, handed_by, handed_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                (connection, statement) -> {
                    statement.setLong(1, match.value());
                    bind(connection, statement, 2, seed, bodies, by, at, version);
                    return statement.executeUpdate();
                });
    }

    /** Keeps with what a match came, in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    void came(MatchId match, MatchFile file) {
        with(
                "insert into match_origin (match_id, handout_id, seed, set_up, questions, handed_by, handed_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                (connection, statement) -> {
                    statement.setLong(1, match.value());
                    statement.setLong(2, file.handover());
                    bind(
                            connection,
                            statement,
                            3,
                            file.seed(),
                            file.bodies(),
                            file.exportedBy(),
                            file.exportedAt(),
                            file.head().version());
                    return statement.executeUpdate();
                });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void returned(long id, String by, Instant at) {
        end("update match_handout set returned_by = ?, returned_at = ? where id = ?", id, by, at, null);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void takenBack(long id, String by, Instant at, String reason) {
        end(
                "update match_handout set taken_back_by = ?, taken_back_at = ?, taken_back_reason = ? where id = ?",
                id,
                by,
                at,
                reason);
    }

    /** @param reason null: the statement has none */
    private void end(String sql, long id, String by, Instant at, String reason) {
        with(sql, (connection, statement) -> {
            statement.setString(1, by);
            statement.setObject(2, utc(at));
            if (reason != null) {
                statement.setString(3, reason);
            }
            statement.setLong(reason == null ? 3 : 4, id);
            return statement.executeUpdate();
        });
    }

    private static void bind(
            Connection connection,
            PreparedStatement statement,
            int first,
            byte[] seed,
            FileBodies bodies,
            String by,
            Instant at,
            long version)
            throws SQLException {
        statement.setBytes(first, seed);
        statement.setString(first + 1, bodies.setUp());
        statement.setArray(
                first + 2, connection.createArrayOf("text", bodies.questions().toArray()));
        statement.setString(first + 3, by);
        statement.setObject(first + 4, utc(at));
        statement.setLong(first + 5, version);
    }

    private static Handover handover(ResultSet row) throws SQLException {
        String[] questions = (String[]) row.getArray(4).getArray();
        String endedBy = row.getString(8);
        return new Handover(
                row.getLong(1),
                row.getBytes(2),
                new FileBodies(row.getString(3), List.of(questions)),
                row.getString(5),
                instant(row, 6),
                row.getLong(7),
                endedBy == null ? null : new Handover.Ended(endedBy, instant(row, 9), row.getString(10)));
    }

    private interface Work<R> {
        R on(Connection connection, PreparedStatement statement) throws SQLException;
    }

    private <R> R with(String sql, Work<R> work) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql)) {
            return work.on(connection, statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
