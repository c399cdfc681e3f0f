package org.leitai.finals.pack;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package. */
interface PackTemplates {

    @CheckedTemplate(basePath = "finals/pack")
    record desk(PackViews.Desk view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "finals/pack")
    record open(PackViews.Opening view) implements TemplateInstance {}
}
