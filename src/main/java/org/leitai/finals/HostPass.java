package org.leitai.finals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Signer;

/**
 * Lets a console's socket in: cookies of staff are sent below {@code /staff} only, so the console's page, which only staff can open,
 * gets a signed cookie for {@code /live} ({@code expiresAtSeconds.match.username}). It opens the host's view of one match and
 * can change nothing.
 */
@ApplicationScoped
class HostPass {

    private static final String COOKIE = "leitai-host-";

    /** A rehearsal and the evening. */
    private static final Duration LIFETIME = Duration.ofHours(12);

    private static final Pattern PAYLOAD = Pattern.compile("([0-9]{1,12})\\.([a-z0-9-]{2,40})\\.([a-z0-9._-]{1,40})");

    private final Signer.Key key;
    private final boolean https;

    HostPass(Signer signer, LeitaiConfig config) {
        this.key = signer.key("host-pass");
        this.https = config.https();
    }

    /** One for each match: consoles of two may be open side by side. */
    static String cookieName(String match) {
        return COOKIE + match;
    }

    NewCookie cookie(String match, String username, Instant now) {
        String payload = now.plus(LIFETIME).getEpochSecond() + "." + match + "." + username;
        return new NewCookie.Builder(cookieName(match))
                .value(key.sign(payload))
                .path("/live")
                .maxAge((int) LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** Whose console it is; empty when the cookie is forged, has expired, or is for another match. */
    Optional<String> of(String cookie, String match, Instant now) {
        return key.verify(cookie)
                .map(PAYLOAD::matcher)
                .filter(Matcher::matches)
                .filter(fields -> now.getEpochSecond() < Long.parseLong(fields.group(1)))
                .filter(fields -> fields.group(2).equals(match))
                .map(fields -> fields.group(3));
    }
}
