package org.leitai.finals;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.leitai.finals.pack.PackSeals;

/** The pages of this package. */
interface FinalTemplates {

    @CheckedTemplate(basePath = "finals")
    record list(List<FinalViews.Row> rows, FinalViews.Duties duties) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record create(FinalViews.Draft view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record match(FinalViews.SetUp view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record screen(FinalViews.Show view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record live(FinalViews.Show view, PackSeals.Seal pack) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record look(FinalViews.LookPage view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record rules(FinalViews.RulesPage view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record seat(FinalViews.SeatPage view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record seatWait(FinalViews.SeatPage view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record preflight(FinalViews.Preflight view) implements TemplateInstance {}

    /** @param fault text key; null when nothing is wrong */
    @CheckedTemplate(basePath = "finals")
    record seatCode(String fault) implements TemplateInstance {}
}
