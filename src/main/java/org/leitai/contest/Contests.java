package org.leitai.contest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.leitai.audit.AuditLog;
import org.leitai.bank.Bank;
import org.leitai.bank.ItemVersion;
import org.leitai.contest.ContestRows.ContestRow;
import org.leitai.contest.ContestRows.RoundRow;
import org.leitai.contest.ContestRows.RuleSheetRow;
import org.leitai.contest.ContestRows.WindowChangeRow;
import org.leitai.kernel.RoundId;

/**
 * Contests, their rounds and rule sheets. Reading costs nothing: every node keeps them in memory and looks once a second whether
 * anything changed.
 */
@ApplicationScoped
public class Contests {

    private static final Duration LONGEST_EXTENSION = Duration.ofDays(366);

    private final ContestStore store;
    private final Bank bank;
    private final AuditLog audit;
    private final Clock clock;
    private final Map<Long, Pool> pools = new ConcurrentHashMap<>();
    private volatile Snapshot snapshot = new Snapshot(-1, List.of());

    /** @param revision of {@code contest_revision} that the list reflects */
    private record Snapshot(long revision, List<Contest> contests) {}

    /** A contest to be made, with the rule sheet of each of its rounds. */
    public record NewContest(String code, String title, String organizer, List<NewRound> rounds) {
        public record NewRound(String title, RuleSheet sheet) {}
    }

    Contests(ContestStore store, Bank bank, AuditLog audit, Clock clock) {
        this.store = store;
        this.bank = bank;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest first. */
    public List<Contest> all() {
        return current().contests();
    }

    public Optional<Contest> find(String code) {
        return all().stream().filter(contest -> contest.code().equals(code)).findFirst();
    }

    public Optional<Round> round(String code, int ordinal) {
        return find(code).flatMap(contest -> contest.round(ordinal));
    }

    public Optional<Round> round(RoundId id) {
        return all().stream()
                .flatMap(contest -> contest.rounds().stream())
                .filter(round -> round.id().equals(id))
                .findFirst();
    }

    /** The items behind a version of a rule sheet; immutable, so kept for ever. */
    public Pool pool(long ruleSheetId) {
        Pool known = pools.get(ruleSheetId);
        return known != null ? known : pools.computeIfAbsent(ruleSheetId, store::pool);
    }

    /** Makes the contest and freezes what its forms are drawn from. Empty: done. */
    public Optional<ContestRefusal> create(NewContest contest, String author) {
        return changing(() -> insert(contest, author));
    }

    /** Replaces the rule sheet of a round that has not opened, and freezes its pool anew. Empty: done. */
    public Optional<ContestRefusal> revise(Round round, RuleSheet sheet, String reason, String author) {
        return changing(() -> replaceSheet(round, sheet, reason, author));
    }

    /**
     * Moves the end of a round: later (an extension) or earlier (down to now: closes it). Everybody's deadline follows, because
     * it is derived from this one instant. Empty: done.
     *
     * @param end truncated to milliseconds, in which everything is judged and ranked
     */
    public Optional<ContestRefusal> changeEnd(Round round, Instant end, String reason, String author) {
        return changing(() -> moveEnd(round, end.truncatedTo(ChronoUnit.MILLIS), reason, author));
    }

    /** In one transaction; this node sees the change at once, the others within a second. */
    private Optional<ContestRefusal> changing(Callable<Optional<ContestRefusal>> change) {
        Optional<ContestRefusal> refusal = QuarkusTransaction.joiningExisting().call(change);
        refresh();
        return refusal;
    }

    private Optional<ContestRefusal> insert(NewContest contest, String author) {
        if (ContestRow.count("code", contest.code()) > 0) {
            return Optional.of(ContestRefusal.CODE_TAKEN);
        }
        List<ItemVersion> items = bank.published();
        boolean shortage = contest.rounds().stream()
                .anyMatch(round -> !round.sheet().blueprint().shortages(items).isEmpty());
        if (shortage) {
            return Optional.of(ContestRefusal.SHORTAGE);
        }
        store.insert(contest, items, author, clock.instant());
        audit.append(author, "contest.create", contest.code(), contest.title(), Map.of());
        return Optional.empty();
    }

    private Optional<ContestRefusal> replaceSheet(Round round, RuleSheet sheet, String reason, String author) {
        Instant now = clock.instant();
        RoundRow row = store.lock(round.id());
        if (!now.isBefore(row.opensAt)) {
            return Optional.of(ContestRefusal.OPENED);
        }
        List<ItemVersion> items = bank.published();
        if (!sheet.blueprint().shortages(items).isEmpty()) {
            return Optional.of(ContestRefusal.SHORTAGE);
        }
        int version = (int) RuleSheetRow.count("roundId", row.id) + 1;
        store.insertSheet(row, sheet, version, items, author, reason, now);
        audit.append(author, "contest.revise", subject(round), reason, Map.of("version", version));
        return Optional.empty();
    }

    private Optional<ContestRefusal> moveEnd(Round round, Instant end, String reason, String author) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        RoundRow row = store.lock(round.id());
        if (!now.isBefore(row.closesAt)) {
            return Optional.of(ContestRefusal.ENDED);
        }
        if (end.isBefore(now) || !end.isAfter(row.opensAt) || end.isAfter(now.plus(LONGEST_EXTENSION))) {
            return Optional.of(ContestRefusal.BAD_END);
        }
        var change = new WindowChangeRow();
        change.roundId = row.id;
        change.closesAt = end;
        change.author = author;
        change.reason = reason;
        change.createdAt = now;
        change.persist();
        Map<String, String> detail = Map.of("from", row.closesAt.toString(), "to", end.toString());
        row.closesAt = end;
        store.touch();
        audit.append(author, "contest.change-end", subject(round), reason, detail);
        return Optional.empty();
    }

    private static String subject(Round round) {
        return round.contest() + "/" + round.ordinal();
    }

    private Snapshot current() {
        Snapshot known = snapshot;
        return known.revision() >= 0 ? known : refresh();
    }

    /** Once a second: a change of the window must reach every phone within two. */
    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refreshWhenChanged() {
        if (store.revision() != snapshot.revision()) {
            refresh();
        }
    }

    private Snapshot refresh() {
        long revision = store.revision();
        snapshot = new Snapshot(revision, store.contests());
        return snapshot;
    }
}
