package org.leitai.roster;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Where a person goes on after registration or sign-in: a page of a contest, else the start page. Whatever else the address
 * bar offers is dropped, so that nobody is led to a foreign site from here.
 */
record ReturnPath(String path) {

    static final ReturnPath START = new ReturnPath("/");

    /** Neither backslash nor percent sign nor colon: nothing that a browser could read as another address. */
    private static final Pattern OWN = Pattern.compile("/c/[A-Za-z0-9_.~/-]{1,150}(?:\\?[A-Za-z0-9_.~=&-]{0,150})?");

    static ReturnPath of(String wish) {
        return wish != null && OWN.matcher(wish).matches() && !wish.contains("//") && !wish.contains("..")
                ? new ReturnPath(wish)
                : START;
    }

    /** {@code ?to=…}, or nothing for the start page. */
    String query() {
        return this.equals(START) ? "" : "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }
}
