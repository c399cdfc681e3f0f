package org.leitai.finals.log;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package. */
interface LogTemplates {

    @CheckedTemplate(basePath = "finals/log")
    record sheet(LogViews.Sheet view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/log")
    record timeline(LogViews.Timeline view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/log")
    record handover(LogViews.HandoverView view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/log")
    record files(LogViews.Files view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/log")
    record paper(LogViews.Paper view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/log")
    record paperSheet(LogViews.Paper view) implements TemplateInstance {}
}
