package org.leitai.leaderboard;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The pages of this package that workers open on their phones. */
interface PhoneTemplates {

    @CheckedTemplate(basePath = "leaderboard")
    record board(BoardView view) implements TemplateInstance {}
}
