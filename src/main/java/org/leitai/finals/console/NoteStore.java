package org.leitai.finals.console;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import org.leitai.finals.MatchId;

/**
 * Notes in PostgreSQL.
 *
 * <pre>
 * match_note  (match, place) → body, newest first  append-only  read by hosts
 * </pre>
 */
@ApplicationScoped
class NoteStore {

    private final AgroalDataSource database;

    NoteStore(AgroalDataSource database) {
        this.database = database;
    }

    /** The newest note of each place that has one. */
    Map<String, String> all(MatchId match) {
        String sql =
                "select distinct on (place) place, body from match_note where match_id = ? order by place, id desc";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, match.value());
            var notes = new TreeMap<String, String>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    notes.put(row.getString("place"), row.getString("body"));
                }
            }
            return notes;
        } catch (SQLException e) {
            throw new IllegalStateException("the notes could not be read", e);
        }
    }

    void write(MatchId match, String place, String body, String author, Instant now) {
        String sql = "insert into match_note (match_id, place, body, author, at) values (?, ?, ?, ?, ?)";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, match.value());
            statement.setString(2, place);
            statement.setString(3, body);
            statement.setString(4, author);
            statement.setObject(5, now.atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the note could not be written", e);
        }
    }
}
