package org.leitai.finals.pack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import org.leitai.finals.MatchId;
import org.leitai.finals.MatchQuestion;
import org.leitai.kernel.ItemVersionId;

/**
 * Questions of matches in the clear, in PostgreSQL.
 *
 * <pre>
 * match_question  (match, ordinal)  written with the match and by editors, deleted by sealing  read by the room and the editors
 * </pre>
 */
@ApplicationScoped
public class QuestionStore {

    private final AgroalDataSource database;
    private final ObjectMapper json;

    QuestionStore(AgroalDataSource database, ObjectMapper json) {
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

    void replace(MatchId match, Arrangement arrangement) {
        remove(match);
        place(match, arrangement);
    }

    void remove(MatchId match) {
        with("delete from match_question where match_id = ?", statement -> {
            statement.setLong(1, match.value());
            return statement.executeUpdate();
        });
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
}
