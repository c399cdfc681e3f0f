package org.leitai.finals.library;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of rules. */
interface RuleBookTemplates {

    @CheckedTemplate(basePath = "finals/rules")
    record shelf(RuleBookViews.Shelf view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/rules")
    record reading(RuleBookViews.Reading view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/rules")
    record form(RuleFormView view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/rules")
    record load(RuleBookViews.Import view) implements TemplateInstance {}
}
