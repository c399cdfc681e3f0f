package org.leitai.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.leitai.kernel.Refusal;

/**
 * The page that makes a contest 新建竞赛.
 *
 * @param faults by field, what is wrong with it
 * @param sheetFault text key of what the contest refused of the sheet as a whole; null when nothing
 */
record NewContestView(
        NewContestForm form, SheetView sheet, Map<NewContestForm.Field, ? extends Refusal> faults, String sheetFault) {

    /** The fields besides the sheet, in their order. */
    public List<Input> inputs() {
        return List.of(
                input(NewContestForm.Field.TITLE, form.title(), 80),
                input(NewContestForm.Field.ORGANIZER, form.organizer(), 80),
                input(NewContestForm.Field.ROUND, form.round(), 80),
                input(NewContestForm.Field.CODE, form.code(), 40));
    }

    /**
     * @param name of the field, and end of the text keys {@code report.new.…} and {@code report.new.….hint}
     * @param fault text key; null when nothing is wrong
     */
    record Input(String name, String value, int maxLength, String fault) {}

    private Input input(NewContestForm.Field field, String value, int maxLength) {
        Refusal fault = faults.get(field);
        return new Input(
                field.name().toLowerCase(Locale.ROOT),
                value == null ? "" : value,
                maxLength,
                fault == null ? null : fault.code());
    }
}
