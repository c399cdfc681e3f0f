package org.leitai.web;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * Every text that people read, from {@code messages/texts.properties} (Chinese) and {@code texts_en.properties}. Templates say
 * {@code {t:of('board.title')}}; arguments follow the key and fill {@code {0}}, {@code {1}} as in {@link MessageFormat}.
 */
@ApplicationScoped
public class Texts {

    public static final Locale CHINESE = Locale.forLanguageTag("zh-CN");
    private static final ResourceBundle.Control ROOT_IS_CHINESE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** @throws MissingResourceException for a key that no bundle has; a test looks for those */
    public String of(Locale locale, String key, Object... arguments) {
        String pattern = bundle(locale).getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, locale).format(arguments);
    }

    public boolean has(String key) {
        return bundle(CHINESE).containsKey(key);
    }

    private static ResourceBundle bundle(Locale locale) {
        Locale language = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        return ResourceBundle.getBundle(
                "messages.texts", language, Thread.currentThread().getContextClassLoader(), ROOT_IS_CHINESE);
    }

    static Texts instance() {
        return Arc.container().instance(Texts.class).get();
    }
}
