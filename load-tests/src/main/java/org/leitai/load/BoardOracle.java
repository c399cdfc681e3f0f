package org.leitai.load;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The public board of the demo contest as it is shown, and as SQL says that it must be. */
final class BoardOracle {

    /** Everybody's best attempt, by the demo's ranking: points, time, finish. */
    static final String BEST = "select distinct on (round_id, person_id) round_id, person_id, points_hundredths, elapsed_millis,"
            + " finished_at from attempt where finished_at is not null and started_at is not null"
            + " order by round_id, person_id, points_hundredths desc, elapsed_millis, finished_at";

    private static final String RANKED = "select rank() over (order by points_hundredths desc, elapsed_millis, finished_at),"
            + " points_hundredths, elapsed_millis from (" + BEST + ") best order by 1";

    private static final Pattern ROW = Pattern.compile("\\{\"rank\":([0-9]+),[^{}]*?\"score\":\"([0-9.]+)\",\"elapsedMillis\":([0-9]+)");
    private static final Pattern PAGES = Pattern.compile("\"pages\":([0-9]+)");
    private static final Pattern TOTAL = Pattern.compile("\"total\":([0-9]+)");
    private static final Pattern STATE = Pattern.compile("\"state\":\"([a-z]+)\"");

    private final HttpConnection connection;

    BoardOracle(HttpConnection connection) {
        this.connection = connection;
    }

    record Row(long rank, long hundredths, long elapsedMillis) {}

    /** @param state live, rebuilding */
    record Page(String state, long total, int pages, List<Row> rows) {}

    Page page(int number) throws IOException {
        String request = "GET /api" + Worker.ROUND + "/board?by=persons&page=" + number + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
        String json = Worker.expect(200, "board", connection.exchange(request.getBytes(StandardCharsets.US_ASCII))).text();
        List<Row> rows = ROW.matcher(json).results()
                .map(row -> new Row(
                        Long.parseLong(row.group(1)),
                        new BigDecimal(row.group(2)).movePointRight(2).longValueExact(),
                        Long.parseLong(row.group(3))))
                .toList();
        return new Page(
                first(STATE, json), Long.parseLong(first(TOTAL, json)), Integer.parseInt(first(PAGES, json)), rows);
    }

    /** All rows, page after page. */
    List<Row> shown() throws IOException {
        var rows = new ArrayList<Row>();
        int pages = 1;
        for (int number = 1; number <= pages; number++) {
            Page page = page(number);
            pages = page.pages();
            rows.addAll(page.rows());
        }
        return rows;
    }

    static List<Row> expected(Connection database) throws SQLException {
        var rows = new ArrayList<Row>();
        try (var statement = database.createStatement();
                var row = statement.executeQuery(RANKED)) {
            while (row.next()) {
                rows.add(new Row(row.getLong(1), row.getLong(2), row.getLong(3)));
            }
        }
        return rows;
    }

    static long people(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var row = statement.executeQuery("select count(distinct (round_id, person_id)) from attempt"
                        + " where finished_at is not null and started_at is not null")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static String first(Pattern pattern, String json) throws IOException {
        return pattern.matcher(json).results().map(match -> match.group(1)).findFirst()
                .orElseThrow(() -> new IOException("not a board: " + json));
    }
}
