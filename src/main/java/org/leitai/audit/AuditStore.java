package org.leitai.audit;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiFunction;

/**
 * The SQL of the log.
 *
 * <pre>
 * table        holds                                    written by   read by
 * audit_entry  one row per deed, never changed          append       page, verify
 * audit_head   one row: last position and its hash      append       append, verify
 * </pre>
 */
@ApplicationScoped
class AuditStore {

    /** Any number that no other advisory lock of ours has; this one spells "audit". */
    private static final long CHAIN_LOCK = 0x61_75_64_69_74L;

    private static final int ROWS_AT_A_TIME = 1000;
    private static final String COLUMNS =
            "position, at, actor, action, subject, reason, detail::text, previous_hash, hash";

    private final AgroalDataSource database;

    AuditStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Adds the entry that {@code make} builds for the next position. Holds the chain until the transaction ends. */
    void append(BiFunction<Long, byte[], StoredEntry> make) {
        try (Connection connection = database.getConnection()) {
            lockChain(connection);
            Head head = head(connection);
            StoredEntry entry = make.apply(head.position() + 1, head.hash());
            byte[] hash = ChainHash.of(entry, head.hash());
            insert(connection, entry, head.hash(), hash);
            moveHead(connection, entry.position(), hash);
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log could not be written", e);
        }
    }

    /** Newest first. */
    <T> List<T> page(long offset, int size, BiFunction<StoredEntry, String, T> as) {
        String sql = "select " + COLUMNS + " from audit_entry order by position desc offset ? limit ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, offset);
            statement.setInt(2, size);
            var entries = new ArrayList<T>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(as.apply(entry(row), HexFormat.of().formatHex(row.getBytes("hash"))));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log could not be read", e);
        }
    }

    long count() {
        try (Connection connection = database.getConnection()) {
            return head(connection).position();
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log could not be read", e);
        }
    }

    /**
     * Reads the whole chain, in portions; needs a transaction, or the driver fetches all rows at once. Head and entries come
     * from one statement, and so from one snapshot: an append meanwhile neither waits nor looks like a break.
     */
    ChainState verify() {
        String sql = "select " + COLUMNS + ", head_position, head_hash"
                + " from (select position head_position, hash head_hash from audit_head) head"
                + " left join audit_entry on true order by position";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            try (ResultSet rows = statement.executeQuery()) {
                return follow(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the audit log could not be read", e);
        }
    }

    private static ChainState follow(ResultSet rows) throws SQLException {
        byte[] previous = ChainHash.BEFORE_THE_FIRST;
        long position = 0;
        Head head = new Head(0, previous);
        while (rows.next()) {
            head = new Head(rows.getLong("head_position"), rows.getBytes("head_hash"));
            if (rows.getObject("position") == null) {
                break; // no entry at all: the one row that the join leaves
            }
            position++;
            if (!fits(rows, position, previous)) {
                return new ChainState.Broken(position);
            }
            previous = rows.getBytes("hash");
        }
        return endsAt(head, position, previous);
    }

    private static ChainState endsAt(Head head, long position, byte[] hash) {
        if (position != head.position()) {
            return new ChainState.Broken(Math.min(position, head.position()) + 1);
        }
        return Arrays.equals(hash, head.hash())
                ? new ChainState.Intact(position, HexFormat.of().formatHex(hash))
                : new ChainState.Broken(Math.max(position, 1));
    }

    private static boolean fits(ResultSet row, long position, byte[] previous) throws SQLException {
        StoredEntry entry = entry(row);
        return entry.position() == position
                && Arrays.equals(row.getBytes("previous_hash"), previous)
                && Arrays.equals(row.getBytes("hash"), ChainHash.of(entry, previous));
    }

    private static StoredEntry entry(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong("position"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("subject"),
                row.getString("reason"),
                row.getString("detail"));
    }

    private record Head(long position, byte[] hash) {}

    private static Head head(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select position, hash from audit_head");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Head(row.getLong(1), row.getBytes(2));
        }
    }

    private static void lockChain(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            statement.setLong(1, CHAIN_LOCK);
            statement.execute();
        }
    }

    private static void insert(Connection connection, StoredEntry entry, byte[] previous, byte[] hash)
            throws SQLException {
        String sql =
                "insert into audit_entry (position, at, actor, action, subject, reason, detail, previous_hash, hash)"
                        + " values (?, ?, ?, ?, ?, ?, ?::json, ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setLong(1, entry.position());
            statement.setObject(2, entry.at().atOffset(ZoneOffset.UTC));
            statement.setString(3, entry.actor());
            statement.setString(4, entry.action());
            statement.setString(5, entry.subject());
            statement.setString(6, entry.reason());
            statement.setString(7, entry.detailJson());
            statement.setBytes(8, previous);
            statement.setBytes(9, hash);
            statement.executeUpdate();
        }
    }

    private static void moveHead(Connection connection, long position, byte[] hash) throws SQLException {
        try (var statement = connection.prepareStatement("update audit_head set position = ?, hash = ?")) {
            statement.setLong(1, position);
            statement.setBytes(2, hash);
            statement.executeUpdate();
        }
    }
}
