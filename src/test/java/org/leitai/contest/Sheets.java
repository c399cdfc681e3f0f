package org.leitai.contest;

import java.time.ZoneId;
import java.util.List;
import org.leitai.contest.RuleSheetFormat.Result;
import org.leitai.support.RuleText;

/** Rule sheets for tests, as the text that an organizer writes. */
final class Sheets {

    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final RuleSheetFormat FORMAT = new RuleSheetFormat(ZONE);

    private Sheets() {}

    static String with(String... fields) {
        return RuleText.with(fields);
    }

    static RuleSheet sheet(String... fields) {
        return switch (FORMAT.read(with(fields))) {
            case Result.Valid(var sheet) -> sheet;
            case Result.Faulty(var faults) -> throw new AssertionError(faults);
        };
    }

    static List<RuleSheetFault> faults(String text) {
        return switch (FORMAT.read(text)) {
            case Result.Valid valid -> List.of();
            case Result.Faulty(var faults) -> faults;
        };
    }

}
