package org.leitai.finals.rehearsal;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.leitai.finals.MatchId;

/**
 * Rehearsals in PostgreSQL.
 *
 * <pre>
 * match_rehearsal   one row a match that does not count   written by staff   read twice in three seconds by the owning node
 * </pre>
 */
@ApplicationScoped
class RehearsalStore {

    private final AgroalDataSource database;

    RehearsalStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Marks a match as one that does not count; there is no way back. */
    void mark(MatchId match, String author, Instant now) {
        with("insert into match_rehearsal (match_id, told_by, told_at) values (?, ?, ?)", statement -> {
            statement.setLong(1, match.value());
            statement.setString(2, author);
            statement.setObject(3, utc(now));
            return statement.executeUpdate();
        });
    }

    /** @return false for a match that counts */
    boolean tell(MatchId match, Robots robots, String author, Instant now) {
        return with(
                "update match_rehearsal set pace = ?, hosts = ?, every_seat = ?, told_by = ?, told_at = ?"
                        + " where match_id = ?",
                statement -> {
                    statement.setString(1, robots.play() ? robots.pace().code() : null);
                    statement.setBoolean(2, robots.hosts());
                    statement.setBoolean(3, robots.everySeat());
                    statement.setString(4, author);
                    statement.setObject(5, utc(now));
                    statement.setLong(6, match.value());
                    return statement.executeUpdate() == 1;
                });
    }

    /** Empty for a match that counts. */
    Optional<Robots> find(MatchId match) {
        return with("select pace, hosts, every_seat from match_rehearsal where match_id = ?", statement -> {
            statement.setLong(1, match.value());
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.of(robots(row, 1)) : Optional.empty();
        });
    }

    /** What plays in these matches; those whose robots rest are left out. */
    Map<MatchId, Robots> playing(Collection<MatchId> matches) {
        Object[] ids = matches.stream().map(MatchId::value).toArray();
        return with(
                "select match_id, pace, hosts, every_seat from match_rehearsal where match_id = any (?) and pace is not null",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", ids));
                    var playing = new HashMap<MatchId, Robots>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        playing.put(new MatchId(row.getLong(1)), robots(row, 2));
                    }
                    return playing;
                });
    }

    private static Robots robots(ResultSet row, int column) throws SQLException {
        String pace = row.getString(column);
        return new Robots(
                pace == null ? null : Pace.ofCode(pace).orElseThrow(),
                row.getBoolean(column + 1),
                row.getBoolean(column + 2));
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

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
