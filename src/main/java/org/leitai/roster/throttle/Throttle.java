package org.leitai.roster.throttle;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.leitai.web.Signer;

/** Slows down whoever guesses personal codes 限速, on all nodes together. */
@ApplicationScoped
public class Throttle {

    /** Long past what any {@link Allowance} remembers. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final ThrottleStore store;
    private final Clock clock;
    private final Signer.Key key;

    Throttle(ThrottleStore store, Clock clock, Signer signer) {
        this.store = store;
        this.clock = clock;
        this.key = signer.key("sign-in-failure");
    }

    /** Under which key that phone's failures are counted. */
    public String phone(String digits) {
        return HexFormat.of().formatHex(key.digest("phone:" + digits));
    }

    public String address(String address) {
        return HexFormat.of().formatHex(key.digest("address:" + address));
    }

    /** How long that one still has to wait; zero when it may try. */
    @Transactional
    public Duration delay(String who, Instant now) {
        return store.find(who).map(found -> remaining(found, now)).orElse(Duration.ZERO);
    }

    /**
     * Counts a try as failed before it is made, so that tries sent all at once are counted as well; {@link #forgive} takes it
     * back. While a delay lasts nothing is counted.
     *
     * @return the delay that still lasts; zero when the try may be made
     */
    @Transactional
    public Duration charge(String who, Allowance allowance, Instant now) {
        StoredFailures failures = store.lock(who, now);
        Duration remaining = remaining(failures, now);
        if (remaining.isZero()) {
            failures.add(allowance, now);
        }
        return remaining;
    }

    @Transactional
    public void forgive(String who) {
        store.delete(who);
    }

    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void sweep() {
        store.deleteBefore(clock.instant().minus(KEPT));
    }

    private static Duration remaining(StoredFailures failures, Instant now) {
        Duration remaining = Duration.between(now, failures.blockedUntil);
        return remaining.isPositive() ? remaining : Duration.ZERO;
    }
}
