package org.leitai.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The pages of this package. */
interface ReportTemplates {

    /** @param mayCreate whether the reader is an organizer */
    @CheckedTemplate(basePath = "report")
    record contests(List<ContestsView.Row> rows, boolean mayCreate) implements TemplateInstance {}

    @CheckedTemplate(basePath = "report")
    record desk(DeskView view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "report")
    record end(EndView view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "report")
    record newContest(NewContestView view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "report")
    record rules(RulesView view) implements TemplateInstance {}
}
