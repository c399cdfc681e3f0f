package org.leitai.web;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The only place that learns what time it is. Everybody else injects {@link Clock} and reads it once per request. */
@ApplicationScoped
class ClockProducer {

    @Produces
    @Singleton
    Clock clock(AgroalDataSource database, LeitaiConfig config) {
        try {
            return new DatabaseClock(databaseTime(database), config.zone());
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not tell the time", e);
        }
    }

    private static Instant databaseTime(AgroalDataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }
}
