package org.leitai.staff;

import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.leitai.web.LeitaiConfig;

/**
 * Bcrypt with a bound: at most half of the cores hash, and at most {@link #PLACES_PER_THREAD} requests wait for each of them;
 * the next is told at once to come back later.
 */
@ApplicationScoped
class PasswordHashing {

    /** Bcrypt reads no further. */
    static final int MAX_BYTES = 72;

    private static final int PLACES_PER_THREAD = 16; // the last in the queue waits about four seconds

    /** What to tell those who find no place. */
    static final Duration QUEUE_EMPTIES_IN = Duration.ofSeconds(5);

    /** Of 32 random bytes that nobody kept: work to do when there is no account, so that its absence takes as long. */
    private static final String NOBODYS_HASH = "$2a$%02d$0Zf4iMZ7pgav6oWQvP6bNeOsNERb53JHKpX2MQ.ptDuuQ/ouEkpNS";

    private final ExecutorService threads;
    private final Semaphore places;
    private final int cost;
    private final String nobodysHash;

    PasswordHashing(LeitaiConfig config) {
        cost = config.passwordHashCost();
        nobodysHash = NOBODYS_HASH.formatted(cost);
        int count = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        places = new Semaphore(count * PLACES_PER_THREAD);
        threads = Executors.newFixedThreadPool(
                count,
                Thread.ofPlatform()
                        .daemon()
                        .name("password-hash-", 0)
                        .priority(Thread.MIN_PRIORITY)
                        .factory());
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    /** Whether the password fits; without an account it never does, after the same work. Empty when the queue is full. */
    Optional<Boolean> matches(String password, Optional<String> hash) {
        return bounded(() -> BcryptUtil.matches(password, hash.orElse(nobodysHash)) && hash.isPresent());
    }

    /** Empty when the queue is full. */
    Optional<String> hash(String password) {
        return bounded(() -> hashNow(password));
    }

    /** On the caller's thread, for the few accounts that are opened by hand or at the start. */
    String hashNow(String password) {
        return BcryptUtil.bcryptHash(password, cost);
    }

    private <T> Optional<T> bounded(Supplier<T> work) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            return Optional.of(CompletableFuture.supplyAsync(work, threads).join());
        } finally {
            places.release();
        }
    }
}
