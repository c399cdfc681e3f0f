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
 * Lets the socket of a console or a judge in: cookies of staff are sent below {@code /staff} only, so the page, which only staff can
 * open, gets a signed cookie for {@code /live} ({@code expiresAtSeconds.match.session}). It names the session of its owner and is worth
 * as much as that session is at the moment; it can change nothing.
 */
@ApplicationScoped
public class HostPass {

    private static final String COOKIE = "leitai-host-";

    /** As long as a session lives at most. */
    private static final Duration LIFETIME = Duration.ofHours(12);

    private static final Pattern PAYLOAD = Pattern.compile("([0-9]{1,12})\\.([a-z0-9-]{2,40})\\.([0-9a-f]{64})");

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

    /** @param session its reference, as {@link org.leitai.staff.OpenSessions} gives it */
    public NewCookie cookie(String match, String session, Instant now) {
        String payload = now.plus(LIFETIME).getEpochSecond() + "." + match + "." + session;
        return new NewCookie.Builder(cookieName(match))
                .value(key.sign(payload))
                .path("/live")
                .maxAge((int) LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** The reference of the session; empty when the cookie is forged, has expired, or is for another match. */
    Optional<String> session(String cookie, String match, Instant now) {
        return key.verify(cookie)
                .map(PAYLOAD::matcher)
                .filter(Matcher::matches)
                .filter(fields -> now.getEpochSecond() < Long.parseLong(fields.group(1)))
                .filter(fields -> fields.group(2).equals(match))
                .map(fields -> fields.group(3));
    }
}
