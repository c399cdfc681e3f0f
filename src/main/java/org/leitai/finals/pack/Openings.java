package org.leitai.finals.pack;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jboss.logging.Logger;
import org.leitai.audit.AuditLog;
import org.leitai.finals.OwnerCalls;
import org.leitai.finals.StoredMatch;
import org.leitai.kernel.Refusal;
import org.leitai.web.Signer;

/** Gives the keys of a sealed pack to their holders, and opens it with two of them 启封. */
@ApplicationScoped
class Openings {

    /** Long enough to walk across a stage; then the first key has to be entered again. */
    static final Duration PATIENCE = Duration.ofMinutes(15);

    /** A wrong key with right check letters is no slip: it is the key of another match, or a guess. */
    static final int MOST_TRIES = 5;

    static final Duration TRIES_WITHIN = Duration.ofMinutes(10);

    private static final Logger LOG = Logger.getLogger(Openings.class);

    private final PackStore store;
    private final KeyStore keys;
    private final Vault vault;
    private final Signer.Key digests;
    private final OwnerCalls owners;
    private final AuditLog audit;

    Openings(PackStore store, KeyStore keys, Vault vault, Signer signer, OwnerCalls owners, AuditLog audit) {
        this.store = store;
        this.keys = keys;
        this.vault = vault;
        this.digests = signer.key("question-pack-key");
        this.owners = owners;
        this.audit = audit;
    }

    /** What became of a key that somebody entered. */
    sealed interface Entry {

        record Refused(Refusal refusal) implements Entry {}

        /** The other one is awaited. */
        record First(int number) implements Entry {}

        /** @param hash as it was published, and verified */
        record Opened(String hash) implements Entry {}
    }

    /** @param other the key that is there besides this one; null: the entry is the outcome */
    private record Checked(Entry entry, KeyStore.Entered other) {

        static Checked refused(Refusal refusal) {
            return new Checked(new Entry.Refused(refusal), null);
        }
    }

    byte[] digest(PackKey key) {
        return digests.digest(key.printed());
    }

    List<KeyStore.KeyRow> keys(StoredMatch match) {
        return keys.keys(match.id());
    }

    /** The key of this holder, as it is written down, once and never again; empty when there is none for them. */
    Optional<String> collect(StoredMatch match, String holder, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<String> key = keys.collect(match.id(), holder, now)
                    .flatMap(held -> vault.open(held, Packs.aboutKey(match)))
                    .map(printed -> new String(printed, StandardCharsets.UTF_8));
            key.ifPresent(found -> audit.append(
                    holder, "finals.pack-key-collected", match.code(), null, Map.of("key", found.charAt(0) - '0')));
            return key;
        });
    }

    Entry enter(StoredMatch match, String typed, String account, Instant now) {
        Optional<PackKey> key = PackKey.typed(typed);
        if (key.isEmpty()) {
            return new Entry.Refused(PackRefusal.KEY_MISCOPIED);
        }
        Checked checked = QuarkusTransaction.requiringNew().call(() -> check(match, key.get(), account, now));
        return checked.other() == null ? checked.entry() : open(match, checked.other(), key.get(), account, now);
    }

    private Checked check(StoredMatch match, PackKey key, String account, Instant now) {
        boolean sealed = store.find(match.id())
                .filter(row -> row.status() == PackRow.Status.SEALED)
                .isPresent();
        if (!sealed) {
            return Checked.refused(PackRefusal.NOT_SEALED);
        }
        if (keys.tries(match.id(), account, now.minus(TRIES_WITHIN)) >= MOST_TRIES) {
            return Checked.refused(PackRefusal.TOO_MANY_TRIES);
        }
        OptionalInt number = keys.number(match.id(), digest(key));
        if (number.isEmpty()) {
            keys.countTry(match.id(), account, now);
            audit.append(account, "finals.pack-key-wrong", match.code(), null, Map.of());
            return Checked.refused(PackRefusal.WRONG_KEY);
        }
        List<KeyStore.Entered> entered = keys.entered(match.id(), now.minus(PATIENCE));
        boolean mineIsThere = entered.stream().anyMatch(one -> one.number() == number.getAsInt());
        Optional<KeyStore.Entered> other = entered.stream()
                .filter(one -> one.number() != number.getAsInt())
                .findFirst();
        if (other.isEmpty() && mineIsThere) {
            return Checked.refused(PackRefusal.SAME_KEY);
        }
        if (other.isPresent() && other.get().account().equals(account)) {
            return Checked.refused(PackRefusal.SAME_PERSON);
        }
        if (!mineIsThere) {
            byte[] kept = vault.seal(key.printed().getBytes(StandardCharsets.UTF_8), Packs.aboutKey(match));
            keys.enter(match.id(), number.getAsInt(), kept, account, now);
            audit.append(account, "finals.pack-key-entered", match.code(), null, Map.of("key", number.getAsInt()));
        }
        return new Checked(new Entry.First(number.getAsInt()), other.orElse(null));
    }

    /** First the log says so, then all nodes can read; in between, the keys can be entered once more. */
    private Entry open(StoredMatch match, KeyStore.Entered other, PackKey key, String account, Instant now) {
        SealedPack pack = store.sealed(match.id()).orElseThrow();
        Optional<byte[]> dataKey = vault.open(other.key(), Packs.aboutKey(match))
                .map(printed -> new String(printed, StandardCharsets.UTF_8))
                .flatMap(PackKey::typed)
                .flatMap(first -> pack.dataKey(first, key, match.code()))
                .filter(found -> pack.plain(found, match.code()).isPresent());
        if (dataKey.isEmpty()) {
            LOG.errorf("match %s: its keys are right, and its sealed questions are not what was sealed", match.code());
            QuarkusTransaction.requiringNew()
                    .run(() -> audit.append(account, "finals.pack-tampered", match.code(), null, Map.of()));
            return new Entry.Refused(PackRefusal.TAMPERED);
        }
        String hash = HexFormat.of().formatHex(pack.hash());
        List<String> by = List.of(other.account(), account);
        Optional<Refusal> refused = owners.packOpened(match.code(), hash, by, account, now);
        if (refused.isPresent()) {
            return new Entry.Refused(refused.get());
        }
        QuarkusTransaction.requiringNew().run(() -> {
            store.open(match.id(), vault.seal(dataKey.get(), Packs.aboutOpened(match)), now);
            keys.forget(match.id());
            audit.append(account, "finals.pack-opened", match.code(), null, Map.of("hash", hash, "by", by));
        });
        return new Entry.Opened(hash);
    }
}
