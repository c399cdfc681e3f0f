package org.leitai.finals.log;

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
import org.leitai.finals.Head;
import org.leitai.finals.MatchId;

/**
 * The log of a match as a document in PostgreSQL.
 *
 * <pre>
 * match_event   (match, version) → payload, hash   written by the match and by {@link #append}   read for sheet, page, file
 * match_owner   match → token                      fenced off by {@link #fence}                  locked against appends
 * </pre>
 */
@ApplicationScoped
class LogStore {

    private final AgroalDataSource database;

    LogStore(AgroalDataSource database) {
        this.database = database;
    }

    /** The whole log, oldest first. */
    List<Entry> entries(MatchId match) {
        return with(
                "select version, author, at, payload, hash from match_event where match_id = ? order by version",
                statement -> {
                    statement.setLong(1, match.value());
                    var entries = new ArrayList<Entry>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        entries.add(new Entry(
                                row.getLong(1),
                                row.getString(2),
                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                row.getString(4),
                                row.getBytes(5)));
                    }
                    return entries;
                });
    }

    /** Nothing is appended until the caller's transaction ends: every append needs the owner's row. */
    @Transactional(Transactional.TxType.MANDATORY)
    void lock(MatchId match) {
        owner(match, "match_owner.token", "match_owner.lease_until");
    }

    /**
     * No event is appended until the caller's transaction ends; whoever owns the match finds out that it no longer does, and the
     * next owner reads the log to its end.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void fence(MatchId match) {
        owner(match, "match_owner.token + 1", "excluded.lease_until");
    }

    private void owner(MatchId match, String token, String lease) {
        with(
                "insert into match_owner (match_id, node, token, lease_until)"
                        + " values (?, '-', 1, clock_timestamp() - interval '1 millisecond')"
                        + " on conflict (match_id) do update set token = " + token + ", lease_until = " + lease,
                statement -> {
                    statement.setLong(1, match.value());
                    return statement.executeUpdate();
                });
    }

    /** Adds what happened elsewhere, in the caller's transaction and after {@link #fence}; versions and hashes must follow. */
    @Transactional(Transactional.TxType.MANDATORY)
    void append(MatchId match, Head last, List<Entry> entries) {
        with(
                "insert into match_event (match_id, version, author, at, payload, previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?)",
                statement -> {
                    byte[] previous = last.hash();
                    for (Entry entry : entries) {
                        statement.setLong(1, match.value());
                        statement.setLong(2, entry.version());
                        statement.setString(3, entry.author());
                        statement.setObject(4, utc(entry.at()));
                        statement.setString(5, entry.payload());
                        statement.setBytes(6, previous);
                        statement.setBytes(7, entry.hash());
                        statement.addBatch();
                        previous = entry.hash();
                    }
                    return statement.executeBatch();
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

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
