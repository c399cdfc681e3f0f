package org.leitai.attempt;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package that workers open on their phones. */
interface PhoneTemplates {

    @CheckedTemplate(basePath = "attempt")
    record contest(ContestView view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "attempt")
    record answer(AnswerView view) implements TemplateInstance {}

    @CheckedTemplate(basePath = "attempt")
    record result(ResultView view) implements TemplateInstance {}
}
