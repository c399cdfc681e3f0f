package org.leitai.finals.pack;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.leitai.finals.MatchId;

/**
 * Keys of packs in PostgreSQL; a key itself is there only under the server's secret, and only on its way.
 *
 * <pre>
 * question_pack_key  three rows a sealed pack  written by sealing, collecting, entering   read by the page that opens
 * question_pack_try  one row a wrong key       written by entering                        counted by entering
 * </pre>
 */
@ApplicationScoped
class KeyStore {

    private final AgroalDataSource database;

    KeyStore(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * What is known of a key to everybody who may open the page.
     *
     * @param enteredBy null: not entered
     */
    record KeyRow(int number, String holder, boolean collected, String enteredBy, Instant enteredAt) {}

    /** @param key under the server's secret */
    record Entered(int number, String account, byte[] key) {}

    void keep(MatchId match, int number, String holder, byte[] digest, byte[] held) {
        update(
                "insert into question_pack_key (match_id, number, holder, digest, held) values (?, ?, ?, ?, ?)",
                match.value(),
                number,
                holder,
                digest,
                held);
    }

    List<KeyRow> keys(MatchId match) {
        return with(
                "select number, holder, collected_at, entered_by, entered_at from question_pack_key where match_id = ?"
                        + " order by number",
                statement -> {
                    statement.setLong(1, match.value());
                    var keys = new ArrayList<KeyRow>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        OffsetDateTime entered = row.getObject(5, OffsetDateTime.class);
                        keys.add(new KeyRow(
                                row.getInt(1),
                                row.getString(2),
                                row.getObject(3) != null,
                                row.getString(4),
                                entered == null ? null : entered.toInstant()));
                    }
                    return keys;
                });
    }

    /** The holder's own key under the server's secret, once; of two requests at once one gets it. Needs a transaction. */
    Optional<byte[]> collect(MatchId match, String holder, Instant now) {
        Optional<byte[]> held = with(
                "select held from question_pack_key where match_id = ? and holder = ? and held is not null for update",
                statement -> {
                    statement.setLong(1, match.value());
                    statement.setString(2, holder);
                    ResultSet row = statement.executeQuery();
                    return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
                });
        held.ifPresent(found -> update(
                "update question_pack_key set held = null, collected_at = ? where match_id = ? and holder = ?",
                utc(now),
                match.value(),
                holder));
        return held;
    }

    OptionalInt number(MatchId match, byte[] digest) {
        return with("select number from question_pack_key where match_id = ? and digest = ?", statement -> {
            statement.setLong(1, match.value());
            statement.setBytes(2, digest);
            ResultSet row = statement.executeQuery();
            return row.next() ? OptionalInt.of(row.getInt(1)) : OptionalInt.empty();
        });
    }

    /**
     * What was entered since; what was entered before is gone. Of two who enter at once the second waits for the first. Needs a
     * transaction.
     */
    List<Entered> entered(MatchId match, Instant since) {
        update("select 1 from question_pack where match_id = ? for update", match.value());
        update(
                "update question_pack_key set entered = null, entered_by = null, entered_at = null"
                        + " where match_id = ? and entered_at <= ?",
                match.value(),
                utc(since));
        return with(
                "select number, entered_by, entered from question_pack_key"
                        + " where match_id = ? and entered is not null order by entered_at",
                statement -> {
                    statement.setLong(1, match.value());
                    var entered = new ArrayList<Entered>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        entered.add(new Entered(row.getInt(1), row.getString(2), row.getBytes(3)));
                    }
                    return entered;
                });
    }

    void enter(MatchId match, int number, byte[] key, String account, Instant now) {
        update(
                "update question_pack_key set entered = ?, entered_by = ?, entered_at = ?"
                        + " where match_id = ? and number = ?",
                key,
                account,
                utc(now),
                match.value(),
                number);
    }

    /** Once the pack is open nobody needs the keys any more; who entered them stays. */
    void forget(MatchId match) {
        update("update question_pack_key set entered = null, held = null where match_id = ?", match.value());
    }

    void remove(MatchId match) {
        update("delete from question_pack_key where match_id = ?", match.value());
    }

    void countTry(MatchId match, String account, Instant now) {
        update(
                "insert into question_pack_try (match_id, account, at) values (?, ?, ?)",
                match.value(),
                account,
                utc(now));
    }

    int tries(MatchId match, String account, Instant since) {
        return with(
                "select count(*) from question_pack_try where match_id = ? and account = ? and at > ?", statement -> {
                    statement.setLong(1, match.value());
                    statement.setString(2, account);
                    statement.setObject(3, utc(since));
                    ResultSet row = statement.executeQuery();
                    row.next();
                    return row.getInt(1);
                });
    }

    private void update(String sql, Object... arguments) {
        with(sql, statement -> {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.execute();
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
