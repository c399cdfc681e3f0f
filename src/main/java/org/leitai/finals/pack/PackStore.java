package org.leitai.finals.pack;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.leitai.finals.MatchId;

/**
 * Packs in PostgreSQL. Questions in the clear are in {@link QuestionStore}, keys in {@link KeyStore}.
 *
 * <pre>
 * question_pack  one row a match  written by editors, approver, sealing, opening  read by the room and the pages
 * </pre>
 */
@ApplicationScoped
class PackStore {

    private static final String NOT_PLAYED =
            " and not exists (select 1 from match_event e where e.match_id = p.match_id"
                    + " and e.payload like '{\"type\":\"question-shown\"%')";

    private final AgroalDataSource database;
    private final QuestionStore questions;

    PackStore(AgroalDataSource database, QuestionStore questions) {
        this.database = database;
        this.questions = questions;
    }

    /** Empty while nobody has worked on the questions that were drawn with the match. */
    Optional<PackRow> find(MatchId match) {
        return with(
                "select status, revision, editors, approved_by, sealed_by, sealed_at, hash, opened_at from question_pack"
                        + " where match_id = ?",
                statement -> {
                    statement.setLong(1, match.value());
                    ResultSet row = statement.executeQuery();
                    return row.next() ? Optional.of(row(row)) : Optional.empty();
                });
    }

    /** Begins to keep who works on it; it may have begun. */
    void begin(MatchId match, String author) {
        update(
                "insert into question_pack (match_id, status, revision, editors) values (?, 'draft', 0, array[?])"
                        + " on conflict do nothing",
                match.value(),
                author);
    }

    /**
     * Replaces the questions. An approval is gone with it.
     *
     * @return false when somebody was faster, it is sealed, or a question has been shown; then nothing has changed
     */
    boolean edit(MatchId match, int revision, String author, Arrangement arrangement) {
        lockLog(match);
        boolean mine = update(
                        "update question_pack p set status = 'draft', revision = revision + 1, approved_by = null,"
                                + " approved_at = null, editors = case when ? = any (editors) then editors"
                                + " else editors || ? end"
                                + " where match_id = ? and revision = ? and status in ('draft', 'approved')"
                                + NOT_PLAYED,
                        author,
                        author,
                        match.value(),
                        revision)
                == 1;
        if (mine) {
            questions.replace(match, arrangement);
        }
        return mine;
    }

    /** By somebody who has not changed it, as it stands at this revision. */
    boolean approve(MatchId match, int revision, String account, Instant now) {
        return update(
                        "update question_pack set status = 'approved', approved_by = ?, approved_at = ?"
                                + " where match_id = ? and revision = ? and status = 'draft'"
                                + " and not (? = any (editors))",
                        account,
                        utc(now),
                        match.value(),
                        revision,
                        account)
                == 1;
    }

    /** Puts the ciphertext in the place of the questions. */
    boolean seal(MatchId match, int revision, SealedPack pack, String author, Instant now) {
        lockLog(match);
        boolean sealed = update(
                        "update question_pack p set status = 'sealed', sealed_by = ?, sealed_at = ?, hash = ?,"
                                + " ciphertext = ?, wrapped_key = ?"
                                + " where match_id = ? and revision = ? and status = 'approved'" + NOT_PLAYED,
                        author,
                        utc(now),
                        pack.hash(),
                        pack.ciphertext(),
                        pack.wrappedKey(),
                        match.value(),
                        revision)
                == 1;
        if (sealed) {
            questions.remove(match);
        }
        return sealed;
    }

    Optional<SealedPack> sealed(MatchId match) {
        return with(
                "select hash, ciphertext, wrapped_key from question_pack where match_id = ? and ciphertext is not null",
                statement -> {
                    statement.setLong(1, match.value());
                    ResultSet row = statement.executeQuery();
                    return row.next()
                            ? Optional.of(new SealedPack(row.getBytes(1), row.getBytes(2), row.getBytes(3)))
                            : Optional.empty();
                });
    }

    /** @param key the data key under the server's secret */
    boolean open(MatchId match, byte[] key, Instant now) {
        return update(
                        "update question_pack set status = 'opened', opened_key = ?, opened_at = ?"
                                + " where match_id = ? and status = 'sealed'",
                        key,
                        utc(now),
                        match.value())
                == 1;
    }

    Optional<byte[]> openedKey(MatchId match) {
        return with("select opened_key from question_pack where match_id = ?", statement -> {
            statement.setLong(1, match.value());
            ResultSet row = statement.executeQuery();
            return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
        });
    }

    /** Throws the sealed questions away: what nobody can open must not stop a match. */
    boolean discard(MatchId match, String author) {
        return update(
                        "update question_pack set status = 'draft', revision = revision + 1, editors = array[?],"
                                + " approved_by = null, approved_at = null, sealed_by = null, sealed_at = null,"
                                + " hash = null, ciphertext = null, wrapped_key = null"
                                + " where match_id = ? and status = 'sealed'",
                        author,
                        match.value())
                == 1;
    }

    /** Until the transaction ends nobody appends to the match's log. */
    private void lockLog(MatchId match) {
        with("select 1 from match_owner where match_id = ? for update", statement -> {
            statement.setLong(1, match.value());
            return statement.executeQuery().next();
        });
    }

    private static PackRow row(ResultSet row) throws SQLException {
        return new PackRow(
                PackRow.Status.valueOf(row.getString(1).toUpperCase(Locale.ROOT)),
                row.getInt(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getString(4),
                row.getString(5),
                instant(row, 6),
                row.getBytes(7),
                instant(row, 8));
    }

    private int update(String sql, Object... arguments) {
        return with(sql, statement -> {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement.executeUpdate();
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

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime found = row.getObject(column, OffsetDateTime.class);
        return found == null ? null : found.toInstant();
    }
}
