package org.leitai.report;

import java.util.regex.Pattern;

/** Text as it may stand in a cell of a workbook 单元格文本. */
final class CellText {

    /** What makes a spreadsheet take text for a formula, the full-width forms included (OWASP, CSV injection). */
    private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r\\n＝＋－＠].*", Pattern.DOTALL);

    /** The sign by which spreadsheets themselves mark what is text. */
    private static final String TEXT = "'";

    private CellText() {}

    static String neutral(String text) {
        return FORMULA.matcher(text).matches() ? TEXT + text : text;
    }
}
