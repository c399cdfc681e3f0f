package org.leitai.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.leitai.kernel.PersonId;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Signer;

/** The signed cookie of a worker: {@code person.issuedAtSeconds.expiresAtSeconds.epoch}. */
@ApplicationScoped
class WorkerCookie {

    /** From the registration in the first days of a campaign to the end of the preliminary. */
    static final Duration LIFETIME = Duration.ofDays(30);

    private static final Pattern PAYLOAD =
            Pattern.compile("([0-9]{1,18})\\.[0-9]{1,12}\\.([0-9]{1,12})\\.([0-9]{1,9})");

    private final Signer.Key key;
    private final boolean https;

    WorkerCookie(Signer signer, LeitaiConfig config) {
        this.key = signer.key("worker-cookie");
        this.https = config.https();
    }

    /** A browser accepts the prefix only from https, and then only for exactly this host. */
    String name() {
        return https ? "__Host-leitai-worker" : "leitai-worker";
    }

    NewCookie issue(PersonId person, int epoch, Instant now) {
        long issued = now.getEpochSecond();
        long expires = now.plus(LIFETIME).getEpochSecond();
        String payload = person.value() + "." + issued + "." + expires + "." + epoch;
        return cookie(key.sign(payload), (int) LIFETIME.toSeconds());
    }

    NewCookie expired() {
        return cookie("", 0);
    }

    /** Who it says it is; empty when it was forged, damaged, or expires at {@code now} or earlier. */
    Optional<WorkerPrincipal> verify(String value, Instant now) {
        return key.verify(value).flatMap(payload -> read(payload, now));
    }

    private static Optional<WorkerPrincipal> read(String payload, Instant now) {
        var fields = PAYLOAD.matcher(payload);
        if (!fields.matches() || now.getEpochSecond() >= Long.parseLong(fields.group(2))) {
            return Optional.empty();
        }
        var person = new PersonId(Long.parseLong(fields.group(1)));
        return Optional.of(new WorkerPrincipal(person, Integer.parseInt(fields.group(3))));
    }

    private NewCookie cookie(String value, int maxAgeSeconds) {
        return new NewCookie.Builder(name())
                .value(value)
                .path("/")
                .maxAge(maxAgeSeconds)
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }
}
