package org.leitai.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.leitai.contest.Round;
import org.leitai.kernel.Points;
import org.leitai.roster.Masking;
import org.leitai.roster.Units;
import org.leitai.web.Texts;

/**
 * The results of a round as a workbook 成绩表: people, then units. Rows go out as they come; what stays in memory is one sum a unit.
 */
final class ResultsWorkbook {

    private static final String APPLICATION = "Leitai";
    private static final String FILE_VERSION = "1.0"; // the file format asks for one; nobody reads it

    /** Rows that wait to be written. Text stands in the cells: a table of shared strings would grow with the contest. */
    private static final int ROWS_AT_ONCE = 500;

    private static final String INSTANT_FORMAT = "yyyy-mm-dd hh:mm:ss";
    private static final String POINTS_FORMAT = "0.00";
    private static final String SECONDS_FORMAT = "0.000";
    private static final String SHARE_FORMAT = "0.00%";

    /** Widths in characters of the standard type, for the longest usual content. */
    private static final List<Column> PEOPLE = List.of(
            new Column("rank", 8),
            new Column("name", 14),
            new Column("phone", 14),
            new Column("unit", 48),
            new Column("points", 10),
            new Column("seconds", 12),
            new Column("finished-at", 21),
            new Column("attempts", 10));

    private static final List<Column> UNITS = List.of(
            new Column("unit", 40),
            new Column("people", 10),
            new Column("headcount", 12),
            new Column("participation", 10),
            new Column("mean", 10));

    /** @param key end of the text key {@code report.column.…} */
    private record Column(String key, int width) {}

    private final ResultStore store;
    private final Units units;
    private final ContestTime time;
    private final Texts texts;
    private final Locale locale;

    ResultsWorkbook(ResultStore store, Units units, ContestTime time, Texts texts, Locale locale) {
        this.store = store;
        this.units = units;
        this.time = time;
        this.texts = texts;
        this.locale = locale;
    }

    void write(Round round, OutputStream out) throws IOException {
        try (var workbook = new Workbook(out, APPLICATION, FILE_VERSION)) {
            var totals = new UnitFigures(units, round.sheet().unitBoard().depth());
            people(workbook, round, totals);
            units(workbook, totals.byParticipation());
        }
    }

    private void people(Workbook workbook, Round round, UnitFigures totals) throws IOException {
        Worksheet sheet = sheet(workbook, "report.sheet.people", PEOPLE);
        var rows = new RowCounter(sheet);
        store.forEach(round, row -> {
            person(sheet, rows.next(), row);
            totals.add(row.unit(), 1, row.points());
        });
        sheet.finish();
    }

    private void person(Worksheet sheet, int at, ResultRow row) {
        sheet.value(at, 0, row.rank());
        text(sheet, at, 1, row.name());
        text(sheet, at, 2, Masking.phone(row.phone()));
        text(sheet, at, 3, UnitNames.path(units, row.unit()));
        number(sheet, at, 4, points(row.points()), POINTS_FORMAT);
        number(sheet, at, 5, BigDecimal.valueOf(row.elapsedMillis(), 3), SECONDS_FORMAT);
        sheet.value(at, 6, time.local(row.finishedAt()));
        sheet.style(at, 6).format(INSTANT_FORMAT).set();
        sheet.value(at, 7, row.attempts());
    }

    private void units(Workbook workbook, List<UnitFigure> figures) throws IOException {
        Worksheet sheet = sheet(workbook, "report.sheet.units", UNITS);
        var rows = new RowCounter(sheet);
        for (UnitFigure figure : figures) {
            unit(sheet, rows.next(), figure);
        }
        sheet.finish();
    }

    /** What is not known stays empty: a zero would be read as a fact. */
    private static void unit(Worksheet sheet, int at, UnitFigure figure) {
        text(sheet, at, 0, figure.unit().name());
        sheet.value(at, 1, figure.people());
        if (figure.hasHeadcount()) {
            sheet.value(at, 2, figure.headcount());
            number(sheet, at, 3, BigDecimal.valueOf(figure.participationBasisPoints(), 4), SHARE_FORMAT);
        }
        if (figure.people() > 0) {
            number(sheet, at, 4, points(figure.mean()), POINTS_FORMAT);
        }
    }

    private Worksheet sheet(Workbook workbook, String title, List<Column> columns) {
        Worksheet sheet = workbook.newWorksheet(texts.of(locale, title));
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.width(i, columns.get(i).width());
            sheet.inlineString(
                    0, i, texts.of(locale, "report.column." + columns.get(i).key()));
            sheet.style(0, i).bold().set();
        }
        return sheet;
    }

    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, CellText.neutral(text));
    }

    private static void number(Worksheet sheet, int row, int column, BigDecimal value, String format) {
        sheet.value(row, column, value);
        sheet.style(row, column).format(format).set();
    }

    private static BigDecimal points(Points points) {
        return BigDecimal.valueOf(points.hundredths(), 2);
    }

    /** Numbers the rows below the header, and lets go of those that are full. */
    private static final class RowCounter {
        private final Worksheet sheet;
        private int last;

        RowCounter(Worksheet sheet) {
            this.sheet = sheet;
        }

        int next() throws IOException {
            if (last > 0 && last % ROWS_AT_ONCE == 0) {
                sheet.flush();
            }
            return ++last;
        }
    }
}
