package org.leitai.finals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.leitai.web.LeitaiConfig;
import org.leitai.web.Signer;

/**
 * Binds devices to teams: a code is given out once and redeemed once, then a signed cookie speaks for the device
 * ({@code seat.team.expiresAtSeconds.match}).
 */
@ApplicationScoped
class Seats {

    /** From the preflight in the morning to the end of a long evening. */
    static final Duration LIFETIME = Duration.ofHours(18);

    private static final Pattern PAYLOAD =
            Pattern.compile("([0-9]{1,18})\\.([0-9]{1,3})\\.([0-9]{1,12})\\.([a-z0-9-]{2,40})");

    private final SeatStore store;
    private final Signer.Key codes;
    private final Signer.Key cookies;
    private final boolean https;

    Seats(SeatStore store, Signer signer, LeitaiConfig config) {
        this.store = store;
        this.codes = signer.key("seat-code");
        this.cookies = signer.key("seat-cookie");
        this.https = config.https();
    }

    /** Prefixed for https, so that no other host can plant one. */
    String cookieName() {
        return https ? "__Host-leitai-seat" : "leitai-seat";
    }

    /** Of a browser that sits at several seats at once, one for each. */
    private String cookieName(String match, int team) {
        return cookieName() + "-" + match + "-" + team;
    }

    /**
     * The seat of this team that a device's cookies speak for, else any other that they speak for, wherever it stands.
     *
     * @param cookies by name
     */
    Optional<Seat> named(Function<String, Optional<String>> cookies, String match, int team, Instant now) {
        return cookies.apply(cookieName(match, team))
                .flatMap(cookie -> named(cookie, now))
                .filter(seat -> seat.match().equals(match) && seat.team() == team)
                .or(() -> cookies.apply(cookieName()).flatMap(cookie -> named(cookie, now)));
    }

    /** A code for one more device of the team. */
    SeatCode issue(MatchId match, int team, String author, Instant now) {
        SeatCode code = SeatCode.random();
        store.issue(match, team, codes.digest(code.value()), author, now);
        return code;
    }

    void revoke(MatchId match, int team, Instant now) {
        store.revoke(match, team, now);
    }

    void admit(MatchId match, long id, Instant now) {
        store.admit(match, id, now);
    }

    /** Empty when the code is unknown, used or revoked. */
    Optional<Seat> redeem(SeatCode code, Instant now) {
        return store.redeem(codes.digest(code.value()), now);
    }

    NewCookie cookie(Seat seat, Instant now) {
        return cookie(cookieName(), seat, now);
    }

    /** For a browser that sits at several seats at once. */
    NewCookie cookieBesideOthers(Seat seat, Instant now) {
        return cookie(cookieName(seat.match(), seat.team()), seat, now);
    }

    private NewCookie cookie(String name, Seat seat, Instant now) {
        long expires = now.plus(LIFETIME).getEpochSecond();
        String payload = seat.id() + "." + seat.team() + "." + expires + "." + seat.match();
        return new NewCookie.Builder(name)
                .value(cookies.sign(payload))
                .path("/")
                .maxAge((int) LIFETIME.toSeconds())
                .httpOnly(true)
                .secure(https)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    /** The seat that a cookie speaks for, if the device is in. */
    Optional<Seat> of(String cookie, Instant now) {
        return named(cookie, now).filter(seat -> standing(seat) == SeatStanding.IN);
    }

    SeatStanding standing(Seat seat) {
        return store.standing(seat.id());
    }

    /** The seat that a cookie speaks for, wherever it stands; empty when it is forged or has expired. */
    Optional<Seat> named(String cookie, Instant now) {
        return cookies.verify(cookie)
                .map(PAYLOAD::matcher)
                .filter(Matcher::matches)
                .filter(fields -> now.getEpochSecond() < Long.parseLong(fields.group(3)))
                .map(fields ->
                        new Seat(Long.parseLong(fields.group(1)), fields.group(4), Integer.parseInt(fields.group(2))));
    }

    Map<Integer, Integer> devices(MatchId match) {
        return store.devices(match);
    }
}
