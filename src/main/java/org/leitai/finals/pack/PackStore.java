package org.leitai.finals.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.leitai.finals.MatchId;
import org.leitai.finals.MatchQuestion;
import org.leitai.kernel.ItemVersionId;

/**
 * Questions of matches, and packs of them, in PostgreSQL. Keys are in {@link KeyStore}.
 *
 * <pre>
 * match_question  (match, ordinal)  written with the match and by editors, deleted by sealing  read by the room and the editors
 * question_pack   one row a match   written by editors, approver, sealing, opening             read by the room and the pages
 * </pre>
 */
@ApplicationScoped
public class PackStore {

    private static final String NOT_PLAYED =
            " and not exists (select 1 from match_event e where e.match_id = p.match_id"
                    + " and e.payload like '{\"type\":\"question-shown\"%')";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    PackStore(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Writes the first questions of a new match, in the transaction that makes it. */
    public void place(MatchId match, Arrangement arrangement) {
        with(
                "insert into match_question (match_id, ordinal, item_version_id, written, segment)"
                        + " values (?, ?, ?, ?::json, ?)",
                statement -> {
                    int ordinal = 0;
                    for (PlacedQuestion placed : arrangement.questions()) {
                        statement.setLong(1, match.value());
                        statement.setInt(2, ++ordinal);
                        bind(statement, placed.question());
                        statement.setObject(5, placed.segment(), Types.INTEGER);
                        statement.addBatch();
                    }
                    return statement.executeBatch();
                });
    }

    /** In the clear; empty while the pack is sealed, and afterwards. */
    public Arrangement questions(MatchId match) {
        return new Arrangement(with(
                "select item_version_id, written, segment from match_question where match_id = ? order by ordinal",
                statement -> {
                    statement.setLong(1, match.value());
                    var questions = new ArrayList<PlacedQuestion>();
                    ResultSet row = statement.executeQuery();
                    while (row.next()) {
                        questions.add(new PlacedQuestion(question(row), row.getObject(3, Integer.class)));
                    }
                    return questions;
                }));
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
            update("delete from match_question where match_id = ?", match.value());
            place(match, arrangement);
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
            update("delete from match_question where match_id = ?", match.value());
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
                PackRow.Status.valueOf(row.getString(1).toUpperCase(java.util.Locale.ROOT)),
                row.getInt(2),
                List.of((String[]) row.getArray(3).getArray()),
                row.getString(4),
                row.getString(5),
                instant(row, 6),
                row.getBytes(7),
                instant(row, 8));
    }

    private void bind(PreparedStatement statement, MatchQuestion question) throws SQLException {
        switch (question) {
            case MatchQuestion.FromBank(ItemVersionId version) -> {
                statement.setLong(3, version.value());
                statement.setNull(4, Types.VARCHAR);
            }
            case MatchQuestion.Written written -> {
                statement.setNull(3, Types.BIGINT);
                statement.setString(4, write(written));
            }
        }
    }

    private MatchQuestion question(ResultSet row) throws SQLException {
        String written = row.getString(2);
        return written == null ? new MatchQuestion.FromBank(new ItemVersionId(row.getLong(1))) : read(written);
    }

    private String write(MatchQuestion.Written question) {
        try {
            return json.writeValueAsString(question);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question cannot be written");
        }
    }

    private MatchQuestion.Written read(String text) {
        try {
            return json.readValue(text, MatchQuestion.Written.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not what this column holds");
        }
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
            // Its message may quote the row.
            throw new IllegalStateException("questions of a match: SQL state " + e.getSQLState());
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
