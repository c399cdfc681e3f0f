package org.leitai.report;

import jakarta.ws.rs.FormParam;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.leitai.contest.Contests.NewContest;
import org.leitai.contest.RuleSheet;

/**
 * A contest as it was typed 新建竞赛.
 *
 * @param act {@code check} or {@code save}
 */
record NewContestForm(
        @FormParam("code") String code,
        @FormParam("title") String title,
        @FormParam("organizer") String organizer,
        @FormParam("round") String round,
        @FormParam("sheet") String sheet,
        @FormParam("act") String act) {

    enum Field {
        CODE,
        TITLE,
        ORGANIZER,
        ROUND
    }

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}"); // as the table has it

    /** Its desk would lie where the page for new contests lies. */
    private static final Set<String> RESERVED = Set.of("new");

    private static final int LONGEST_TITLE = 80; // as the table has it

    static NewContestForm of(String sheet) {
        return new NewContestForm("", "", "", "", sheet, null);
    }

    boolean saves() {
        return "save".equals(act);
    }

    String typedSheet() {
        return sheet == null ? "" : sheet;
    }

    Map<Field, ReportRefusal> faults() {
        var faults = new EnumMap<Field, ReportRefusal>(Field.class);
        if (!CODE.matcher(clean(code)).matches() || RESERVED.contains(clean(code))) {
            faults.put(Field.CODE, ReportRefusal.BAD_CODE);
        }
        checkTitle(faults, Field.TITLE, title);
        checkTitle(faults, Field.ORGANIZER, organizer);
        checkTitle(faults, Field.ROUND, round);
        return faults;
    }

    NewContest contest(RuleSheet rules) {
        return new NewContest(
                clean(code), clean(title), clean(organizer), List.of(new NewContest.NewRound(clean(round), rules)));
    }

    String path() {
        return RoundPlace.path(clean(code), 1);
    }

    private static void checkTitle(Map<Field, ReportRefusal> faults, Field field, String typed) {
        String text = clean(typed);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > LONGEST_TITLE) {
            faults.put(field, ReportRefusal.BAD_TITLE);
        }
    }

    private static String clean(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
