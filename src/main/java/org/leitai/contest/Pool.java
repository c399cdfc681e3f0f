package org.leitai.contest;

import java.util.List;
import org.leitai.bank.Form;
import org.leitai.bank.ItemVersion;

/**
 * The items from which the forms of one version of a rule sheet are drawn 抽题范围; frozen with it, ordered by id.
 */
public record Pool(long ruleSheetId, RuleSheet sheet, List<ItemVersion> items) {

    /** The same seed gives the same form, today and after a restart. */
    public Form draw(long seed) {
        return sheet.blueprint()
                .draw(items, seed, sheet.shuffle().questions(), sheet.shuffle().options());
    }
}
