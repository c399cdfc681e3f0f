package org.leitai.staff;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Paths of staff pages, and which of them a sign-in may lead back to. */
final class StaffPath {

    static final String ROOT = "/staff";
    static final String SIGN_IN = "/staff/sign-in";
    static final String SIGN_OUT = "/staff/sign-out";
    static final String PASSWORD = "/staff/password";

    private static final Set<String> NO_RETURN = Set.of(SIGN_IN, SIGN_OUT, PASSWORD);
    private static final int LONGEST = 500;

    private StaffPath() {}

    static boolean covers(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** The wish if it is a page of staff on this very server, else the start page: nobody is led elsewhere by a link of ours. */
    static String ownOrRoot(String wish) {
        return wish != null && isOwn(wish) ? wish : ROOT;
    }

    static String signInFor(String wish) {
        return withReturn(SIGN_IN, wish);
    }

    static String passwordFor(String wish) {
        return withReturn(PASSWORD, wish);
    }

    private static String withReturn(String page, String wish) {
        String to = ownOrRoot(wish);
        return to.equals(ROOT) ? page : page + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8);
    }

    private static boolean isOwn(String wish) {
        if (wish.length() > LONGEST || !wish.startsWith(ROOT) || wish.contains("\\")) {
            return false;
        }
        try {
            URI uri = URI.create(wish);
            String path = uri.normalize().getPath();
            return !uri.isAbsolute() && uri.getAuthority() == null && covers(path) && !NO_RETURN.contains(path);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
