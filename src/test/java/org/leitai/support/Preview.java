package org.leitai.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.TemplateInstance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Renders a page with sample data to {@code target/preview}, to be looked at, and checks what holds for every page. */
public final class Preview {

    private static final Path FOLDER = Path.of("target", "preview");

    private Preview() {}

    public static String chinese(String name, TemplateInstance page) {
        return render(name, page, Locale.forLanguageTag("zh-CN"));
    }

    public static String english(String name, TemplateInstance page) {
        return render(name + ".en", page, Locale.ENGLISH);
    }

    private static String render(String name, TemplateInstance page, Locale locale) {
        String html = page.setLocale(locale).render();
        try {
            Files.createDirectories(FOLDER);
            Files.writeString(FOLDER.resolve(name + ".html"), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // The Content-Security-Policy forbids what stands inline; such a page would be half dead.
        assertThat(html)
                .doesNotContainPattern("<script(?![^>]*\\ssrc=)")
                .doesNotContainPattern("<style|\\sstyle=|\\son[a-z]+=")
                .doesNotContain("NOT_FOUND")
                .contains("<html lang=\"" + locale.toLanguageTag() + "\"");
        return html;
    }
}
