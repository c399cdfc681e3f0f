package org.leitai.finals.rehearsal;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The page of this package. */
interface RehearsalTemplates {

    @CheckedTemplate(basePath = "finals")
    record rehearsal(RehearsalViews.Show view) implements TemplateInstance {}
}
