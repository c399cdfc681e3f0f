package org.leitai.finals;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of this package. */
interface FinalTemplates {

    /** @param mayCreate whether the reader is an organizer */
    @CheckedTemplate(basePath = "finals")
    record list(List<FinalViews.Row> rows, boolean mayCreate) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record create(FinalViews.Draft view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record match(FinalViews.SetUp view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record host(FinalViews.Stage view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record screen(FinalViews.Stage view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals")
    record live(FinalViews.Stage view) implements TemplateInstance {}

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
