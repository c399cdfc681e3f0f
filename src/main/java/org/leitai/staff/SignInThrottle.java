package org.leitai.staff;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Slows down guessing 登录限速. Each failure past the free ones doubles the wait, up to a minute, so that nobody is ever locked
 * out; an hour without a failure forgets them.
 *
 * <pre>
 * table                key                            lifetime   written by     read by
 * staff_throttle       account name hashed, address   1 day      every attempt  every attempt
 * staff_known_address  account name hashed + address  90 days    each success   every attempt
 * </pre>
 */
@ApplicationScoped
class SignInThrottle {

    /** Free failures: of one person who tries their passwords; of an office behind one address. */
    private enum Kind {
        account(5),
        address(30);

        private final int freeFailures;

        Kind(int freeFailures) {
            this.freeFailures = freeFailures;
        }

        Duration waitAfter(int failures) {
            int beyond = Math.min(failures - freeFailures, 6); // 2^6 s is past the longest wait
            return beyond < 0 ? Duration.ZERO : min(Duration.ofSeconds(1L << beyond), LONGEST_WAIT);
        }
    }

    private record Key(Kind kind, String value) {}

    private record State(int failures, Instant blockedUntil) {}

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
    private static final Duration SWEPT_AFTER = Duration.ofDays(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    private final AgroalDataSource database;

    SignInThrottle(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * Counts an attempt as failed until {@link #succeeded} or {@link #refund} takes it back.
     *
     * @return how long to wait before trying again; zero: go ahead
     */
    @Transactional
    Duration admit(String account, String address, Instant now) {
        try (Connection connection = database.getConnection()) {
            var states = new LinkedHashMap<Key, State>();
            Duration wait = Duration.ZERO;
            for (Key key : keys(connection, account, address)) {
                State state = lock(connection, key, now);
                states.put(key, state);
                wait = max(wait, Duration.between(now, state.blockedUntil()));
            }
            if (wait.isZero()) {
                countFailure(connection, states, now);
            }
            return wait;
        } catch (SQLException e) {
            throw new IllegalStateException("the throttle could not be read", e);
        }
    }

    /** The password was right: the account starts afresh, and its owner is known at this address. */
    @Transactional
    void succeeded(String account, String address, Instant now) {
        try (Connection connection = database.getConnection()) {
            List<Key> keys = keys(connection, account, address);
            run(
                    connection,
                    "delete from staff_throttle where kind = ? and key = ?",
                    "account",
                    keys.getFirst().value());
            takeBack(connection, keys.getLast());
            run(
                    connection,
                    "insert into staff_known_address values (?, ?, ?)"
                            + " on conflict (account_key, address) do update set last_at = excluded.last_at",
                    hash(account),
                    address,
                    at(now));
        } catch (SQLException e) {
            throw new IllegalStateException("the throttle could not be written", e);
        }
    }

    /** The password was not even looked at. */
    @Transactional
    void refund(String account, String address) {
        try (Connection connection = database.getConnection()) {
            for (Key key : keys(connection, account, address)) {
                takeBack(connection, key);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the throttle could not be written", e);
        }
    }

    @Transactional
    void sweep(Instant now) {
        try (Connection connection = database.getConnection()) {
            run(connection, "delete from staff_throttle where last_at < ?", at(now.minus(SWEPT_AFTER)));
            run(connection, "delete from staff_known_address where last_at < ?", at(now.minus(KNOWN_FOR)));
        } catch (SQLException e) {
            throw new IllegalStateException("the throttle could not be swept", e);
        }
    }

    /** The account's first, always in this order, so that two attempts never wait for each other's row. */
    private static List<Key> keys(Connection connection, String account, String address) throws SQLException {
        String accountKey = hash(account);
        boolean known = exists(
                connection,
                "select 1 from staff_known_address where account_key = ? and address = ?",
                accountKey,
                address);
        return List.of(
                new Key(Kind.account, known ? accountKey + " " + address : accountKey), new Key(Kind.address, address));
    }

    private static State lock(Connection connection, Key key, Instant now) throws SQLException {
        run(
                connection,
                "insert into staff_throttle values (?, ?, 0, ?, ?) on conflict do nothing",
                key.kind().name(),
                key.value(),
                at(now),
                at(now));
        String sql =
                "select failures, blocked_until, last_at from staff_throttle where kind = ? and key = ? for update";
        try (PreparedStatement statement = prepare(connection, sql, key.kind().name(), key.value());
                ResultSet row = statement.executeQuery()) {
            row.next();
            boolean forgotten = instant(row, "last_at").isBefore(now.minus(FORGOTTEN_AFTER));
            return forgotten ? new State(0, now) : new State(row.getInt("failures"), instant(row, "blocked_until"));
        }
    }

    private static void countFailure(Connection connection, Map<Key, State> states, Instant now) throws SQLException {
        String sql =
                "update staff_throttle set failures = ?, blocked_until = ?, last_at = ? where kind = ? and key = ?";
        for (var entry : states.entrySet()) {
            Key key = entry.getKey();
            int failures = entry.getValue().failures() + 1;
            Instant blockedUntil = now.plus(key.kind().waitAfter(failures));
            run(connection, sql, failures, at(blockedUntil), at(now), key.kind().name(), key.value());
        }
    }

    private static void takeBack(Connection connection, Key key) throws SQLException {
        run(
                connection,
                "update staff_throttle set failures = greatest(failures - 1, 0), blocked_until = last_at"
                        + " where kind = ? and key = ?",
                key.kind().name(),
                key.value());
    }

    private static boolean exists(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values);
                ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            statement.executeUpdate();
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    /** What was typed may be a password in the wrong field, so it is not kept readable. */
    private static String hash(String account) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(account.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cut to what PostgreSQL keeps: it would round up, and "until now" would lie in the future. */
    private static OffsetDateTime at(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
