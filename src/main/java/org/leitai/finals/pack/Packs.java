package org.leitai.finals.pack;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.leitai.audit.AuditLog;
import org.leitai.finals.MatchQuestion;
import org.leitai.finals.MatchQuestions;
import org.leitai.finals.Matches;
import org.leitai.finals.StoredMatch;
import org.leitai.finals.stage.QuestionText;
import org.leitai.staff.Accounts;

/** Puts packs together, has them approved by a second person, and seals them 试题包. {@link Openings} opens them. */
@ApplicationScoped
class Packs {

    private static final int SALT_BYTES = 32;

    private final PackStore store;
    private final QuestionStore clear;
    private final KeyStore keys;
    private final Vault vault;
    private final Openings openings;
    private final MatchQuestions questions;
    private final Matches matches;
    private final Accounts accounts;
    private final AuditLog audit;
    private final SecureRandom random = new SecureRandom();

    Packs(
            PackStore store,
            QuestionStore clear,
            KeyStore keys,
            Vault vault,
            Openings openings,
            MatchQuestions questions,
            Matches matches,
            Accounts accounts,
            AuditLog audit) {
        this.store = store;
        this.clear = clear;
        this.keys = keys;
        this.vault = vault;
        this.openings = openings;
        this.questions = questions;
        this.matches = matches;
        this.accounts = accounts;
        this.audit = audit;
    }

    PackRow state(StoredMatch match) {
        return store.find(match.id()).orElseGet(() -> PackRow.untouched(match.createdBy()));
    }

    boolean isOver(StoredMatch match) {
        return matches.over(match);
    }

    PackNeeds needs(StoredMatch match) {
        return PackNeeds.of(matches.rules(match), match.teams().size());
    }

    Arrangement arrangement(StoredMatch match) {
        return clear.questions(match.id());
    }

    /**
     * @param revision that the editor saw
     * @param detail for the audit log; nothing that a question says
     */
    Optional<PackRefusal> edit(
            StoredMatch match,
            int revision,
            UnaryOperator<Arrangement> change,
            Map<String, ?> detail,
            String author,
            Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            store.begin(match.id(), match.createdBy());
            PackRow row = state(match);
            if (row.closed() || row.revision() != revision) {
                return Optional.of(row.closed() ? PackRefusal.CLOSED : PackRefusal.CONFLICT);
            }
            Arrangement next = change.apply(clear.questions(match.id()));
            if (!store.edit(match.id(), revision, author, next)) {
                return Optional.of(PackRefusal.PLAYED);
            }
            var said = new HashMap<String, Object>(detail);
            said.put("questions", next.questions().size());
            said.put("revision", revision + 1);
            audit.append(author, "finals.pack-edited", match.code(), null, said);
            return Optional.empty();
        });
    }

    /** @param anyway whether it is meant that questions are missing: they will be asked by word of mouth */
    Optional<PackRefusal> approve(StoredMatch match, int revision, boolean anyway, String account, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            store.begin(match.id(), match.createdBy());
            Arrangement arrangement = clear.questions(match.id());
            PackNeeds needs = needs(match);
            boolean missing = needs.places().stream().anyMatch(place -> arrangement.missing(needs, place) > 0);
            if (!state(match).closed() && (arrangement.questions().isEmpty() || missing && !anyway)) {
                return Optional.of(arrangement.questions().isEmpty() ? PackRefusal.EMPTY : PackRefusal.INCOMPLETE);
            }
            if (!store.approve(match.id(), revision, account, now)) {
                return Optional.of(notApproved(state(match), revision));
            }
            audit.append(account, "finals.pack-approved", match.code(), null, Map.of("revision", revision));
            return Optional.empty();
        });
    }

    private static PackRefusal notApproved(PackRow row, int revision) {
        if (row.closed()) {
            return PackRefusal.CLOSED;
        }
        return row.revision() == revision && row.status() == PackRow.Status.DRAFT
                ? PackRefusal.OWN_WORK
                : PackRefusal.CONFLICT;
    }

    /**
     * Encrypts the questions, deletes them in the clear, and lays a key by for each of three people.
     *
     * @param holders three usernames, each another
     */
    Optional<PackRefusal> seal(StoredMatch match, int revision, List<String> holders, String author, Instant now) {
        boolean known = accounts.names().keySet().containsAll(holders);
        if (!known || holders.size() != Shamir.SHARES || new HashSet<>(holders).size() != Shamir.SHARES) {
            return Optional.of(PackRefusal.BAD_HOLDERS);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            PackRow row = state(match);
            if (row.status() != PackRow.Status.APPROVED) {
                return Optional.of(row.closed() ? PackRefusal.CLOSED : PackRefusal.NOT_APPROVED);
            }
            byte[] plain = content(match, clear.questions(match.id())).bytes();
            SealedPack.Made made = SealedPack.seal(plain, match.code(), random);
            if (!store.seal(match.id(), revision, made.pack(), author, now)) {
                return Optional.of(row.revision() == revision ? PackRefusal.PLAYED : PackRefusal.CONFLICT);
            }
            for (PackKey key : made.keys()) {
                byte[] held = vault.seal(key.printed().getBytes(StandardCharsets.UTF_8), aboutKey(match));
                keys.keep(match.id(), key.number(), holders.get(key.number() - 1), openings.digest(key), held);
            }
            String hash = HexFormat.of().formatHex(made.pack().hash());
            audit.append(author, "finals.pack-sealed", match.code(), null, Map.of("hash", hash, "holders", holders));
            return Optional.empty();
        });
    }

    /** Throws sealed questions away, for when keys are lost or the questions have become known. */
    Optional<PackRefusal> discard(StoredMatch match, String reason, String author, Instant now) {
        if (reason == null || reason.isBlank()) {
            return Optional.of(PackRefusal.REASON_MISSING);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            PackRow row = state(match);
            keys.remove(match.id());
            if (!store.discard(match.id(), author)) {
                QuarkusTransaction.setRollbackOnly();
                return Optional.of(PackRefusal.NOT_SEALED);
            }
            audit.append(author, "finals.pack-discarded", match.code(), reason.strip(), Map.of("hash", row.hashHex()));
            return Optional.empty();
        });
    }

    private PackContent content(StoredMatch match, Arrangement arrangement) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        List<PlacedQuestion> placed = arrangement.questions();
        List<QuestionText> texts =
                questions.texts(placed.stream().map(PlacedQuestion::question).toList());
        List<PackContent.Entry> entries = IntStream.range(0, placed.size())
                .mapToObj(i -> entry(placed.get(i), texts.get(i)))
                .toList();
        List<String> titles =
                needs(match).parts().stream().map(PackNeeds.Part::title).toList();
        return new PackContent(PackContent.FORMAT, match.code(), HexFormat.of().formatHex(salt), titles, entries);
    }

    private static PackContent.Entry entry(PlacedQuestion placed, QuestionText text) {
        Long item = placed.question() instanceof MatchQuestion.FromBank(var version) ? version.value() : null;
        return new PackContent.Entry(
                placed.segment(),
                item,
                text.type(),
                text.stem(),
                text.options(),
                text.key(),
                text.explanation(),
                text.source(),
                text.note());
    }

    static String aboutKey(StoredMatch match) {
        return "key of " + match.code();
    }

    static String aboutOpened(StoredMatch match) {
        return "opened " + match.code();
    }
}
