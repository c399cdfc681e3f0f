package org.leitai.finals.library;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The fields that a browser would post of a page of ours. */
final class HtmlForm {

    private static final Pattern CONTROL =
            Pattern.compile("(?s)<input ([^>]*)>|<select ([^>]*)>(.*?)</select>|<textarea ([^>]*)>(.*?)</textarea>");
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"( selected)?>");

    private HtmlForm() {}

    static Map<String, String> fields(String html) {
        var fields = new LinkedHashMap<String, String>();
        Matcher control = CONTROL.matcher(html);
        while (control.find()) {
            if (control.group(1) != null) {
                input(fields, control.group(1));
            } else if (control.group(2) != null) {
                fields.put(attribute(control.group(2), "name"), chosen(control.group(3)));
            } else {
                fields.put(
                        attribute(control.group(4), "name"),
                        text(control.group(5).strip()));
            }
        }
        return fields;
    }

    private static void input(Map<String, String> fields, String attributes) {
        boolean box = attributes.contains("type=\"checkbox\"");
        if (!box || attributes.endsWith(" checked")) {
            fields.put(attribute(attributes, "name"), attribute(attributes, "value"));
        }
    }

    private static String chosen(String options) {
        String first = null;
        Matcher option = OPTION.matcher(options);
        while (option.find()) {
            first = first == null ? text(option.group(1)) : first;
            if (option.group(2) != null) {
                return text(option.group(1));
            }
        }
        return first;
    }

    private static String attribute(String attributes, String name) {
        Matcher found = Pattern.compile("(?:^|\\s)" + name + "=\"([^\"]*)\"").matcher(attributes);
        return found.find() ? text(found.group(1)) : "";
    }

    private static String text(String html) {
        return html.replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }
}
