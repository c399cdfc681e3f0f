package org.leitai.contest;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package that workers open on their phones. */
interface PhoneTemplates {

    @CheckedTemplate(basePath = "contest")
    record home(HomeView view) implements TemplateInstance {}
}
