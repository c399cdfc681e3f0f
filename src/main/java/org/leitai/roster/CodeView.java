package org.leitai.roster;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;

/**
 * A personal code, for the one time that it is shown.
 *
 * @param to where the button leads
 * @param first whether it comes with the registration and replaces no other
 */
record CodeView(String code, String to, boolean first) {

    private interface Templates {
        @CheckedTemplate(basePath = "roster")
        record code(CodeView view) implements TemplateInstance {}
    }

    TemplateInstance page(Locale language) {
        return new Templates.code(this).setLocale(language);
    }

    @Override
    public String toString() {
        return "CodeView[…]";
    }
}
