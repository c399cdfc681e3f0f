package org.leitai.web;

import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.SortedMap;
import java.util.TreeMap;

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

    /** Patterns whose keys begin with the prefix, by the rest of the key: for a page's scripts, which fill them in themselves. */
    public SortedMap<String, String> under(Locale locale, String prefix) {
        ResourceBundle bundle = bundle(locale);
        var found = new TreeMap<String, String>();
        bundle.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), bundle.getString(key)));
        return found;
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
