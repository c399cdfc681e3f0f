package org.leitai.report;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.leitai.contest.Round;
import org.leitai.kernel.Points;
import org.leitai.kernel.RoundId;
import org.leitai.kernel.UnitId;
import org.leitai.report.Figures.Minute;
import org.leitai.report.Figures.ScoreBand;
import org.leitai.report.Figures.Tally;
import org.leitai.report.Figures.UnitTotal;
import org.leitai.report.History.SheetVersion;
import org.leitai.report.History.WindowChange;

/**
 * What the desk reads in PostgreSQL; it writes nothing.
 *
 * <pre>
 * table          read for                               found by
 * attempt        people started, attempts, answering    (round_id, person_id, ordinal)
 * response       answers of a span of time, by minute   BRIN of received_at, then attempt by id
 * standing       finished, scores, units                (round_id, person_id)
 * window_change  history of the end                     whole, a few rows
 * rule_sheet     versions of a round                    (round_id, version)
 * </pre>
 *
 * The internal board is in {@link ResultStore}.
 */
@ApplicationScoped
class DeskStore {

    /** A histogram that can be read at a glance. */
    static final int BANDS = 10;

    /** A person's attempts are numbered from 1 without gaps, so the first ones count the people. */
    private static final String TALLY = "count(*) filter (where ordinal = 1),"
            + " count(*) filter (where finished_at is null and started_at is not null), count(*) from attempt";

    private static final String ANSWERS = "from response x join attempt a on a.id = x.attempt_id where a.round_id = ?";

    private final AgroalDataSource database;

    DeskStore(AgroalDataSource database) {
        this.database = database;
    }

    /** Rounds without an attempt are missing. */
    Map<RoundId, Tally> tallies() {
        return with("select round_id, " + TALLY + " group by round_id", statement -> {
            var tallies = new HashMap<RoundId, Tally>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tallies.put(new RoundId(row.getLong(1)), tally(row));
                }
            }
            return tallies;
        });
    }

    Tally tally(RoundId round) {
        return with("select 0, " + TALLY + " where round_id = ?", statement -> {
            statement.setLong(1, round.value());
            return rows(statement, DeskStore::tally).getFirst();
        });
    }

    /** Every answer that arrived before the instant; reads them all, so ask once. */
    long answersBefore(RoundId round, Instant before) {
        return with("select count(*) " + ANSWERS + " and x.received_at < ?", statement -> {
            statement.setLong(1, round.value());
            statement.setObject(2, utc(before));
            return rows(statement, row -> row.getLong(1)).getFirst();
        });
    }

    /** The minutes of {@code [from, to)} in which somebody answered. */
    List<Minute> minutes(RoundId round, Instant from, Instant to) {
        return with(
                "select date_trunc('minute', x.received_at), count(*), count(distinct a.person_id) " + ANSWERS
                        + " and x.received_at >= ? and x.received_at < ? group by 1 order by 1",
                statement -> {
                    statement.setLong(1, round.value());
                    statement.setObject(2, utc(from));
                    statement.setObject(3, utc(to));
                    return rows(statement, row -> new Minute(instant(row, 1), row.getLong(2), row.getLong(3)));
                });
    }

    /** All bands, lowest first; each is a tenth of the full score. */
    List<ScoreBand> scores(Round round) {
        long full = round.sheet().blueprint().full().hundredths();
        return with(
                "select band, count(s.person_id) from generate_series(0, ? - 1) band left join standing s on s.round_id = ?"
                        + " and band = greatest(0, least(? - 1, s.points_hundredths * ? / ?)) group by band order by band",
                statement -> {
                    statement.setInt(1, BANDS);
                    statement.setLong(2, round.id().value());
                    statement.setInt(3, BANDS);
                    statement.setInt(4, BANDS);
                    statement.setLong(5, full);
                    return rows(statement, row -> band(row.getInt(1), full, row.getLong(2)));
                });
    }

    List<UnitTotal> unitTotals(RoundId round) {
        return with(
                "select p.unit, count(*), sum(s.points_hundredths) from standing s join person p on p.id = s.person_id"
                        + " where s.round_id = ? group by p.unit",
                statement -> {
                    statement.setLong(1, round.value());
                    return rows(
                            statement,
                            row -> new UnitTotal(
                                    new UnitId(row.getLong(1)), row.getLong(2), new Points(row.getLong(3))));
                });
    }

    /** Newest first. */
    List<WindowChange> windowChanges(RoundId round) {
        return with(
                "select closes_at, author, reason, created_at from window_change where round_id = ?"
                        + " order by created_at desc, id desc",
                statement -> {
                    statement.setLong(1, round.value());
                    return rows(
                            statement,
                            row -> new WindowChange(
                                    instant(row, 1), row.getString(2), row.getString(3), instant(row, 4)));
                });
    }

    /** Newest first. */
    List<SheetVersion> sheetVersions(RoundId round) {
        return with(
                "select version, author, reason, created_at from rule_sheet where round_id = ? order by version desc",
                statement -> {
                    statement.setLong(1, round.value());
                    return rows(
                            statement,
                            row -> new SheetVersion(
                                    row.getInt(1), row.getString(2), row.getString(3), instant(row, 4)));
                });
    }

    private static ScoreBand band(int band, long full, long people) {
        return new ScoreBand(new Points(full * band / BANDS), new Points(full * (band + 1) / BANDS), people);
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(row.getLong(2), row.getLong(3), row.getLong(4));
    }

    interface Work<R> {
        R on(PreparedStatement statement) throws SQLException;
    }

    interface Reading<R> {
        R of(ResultSet row) throws SQLException;
    }

    private <R> R with(String sql, Work<R> work) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return work.on(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static <R> List<R> rows(PreparedStatement statement, Reading<R> reading) throws SQLException {
        var rows = new ArrayList<R>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rows.add(reading.of(row));
            }
        }
        return rows;
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
