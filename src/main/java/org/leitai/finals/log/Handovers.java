package org.leitai.finals.log;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.leitai.audit.AuditLog;
import org.leitai.finals.Head;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.MatchArchive.SetUp;
import org.leitai.finals.MatchId;
import org.leitai.kernel.Refusal;

/** Gives a match to the hall, takes it back, and takes in what comes from another server 会场移交. */
@ApplicationScoped
class Handovers {

    private final MatchArchive archive;
    private final LogStore log;
    private final HandoverStore store;
    private final ServerKey key;
    private final AuditLog audit;
    private final SecureRandom random = new SecureRandom();

    Handovers(MatchArchive archive, LogStore log, HandoverStore store, ServerKey key, AuditLog audit) {
        this.archive = archive;
        this.log = log;
        this.store = store;
        this.key = key;
        this.audit = audit;
    }

    /** What became of a file. */
    sealed interface Taken {

        /** @param code of the match */
        record Created(String code, long version) implements Taken {}

        record Appended(String code, long from, long to) implements Taken {}

        /** All of it was here already. */
        record Unchanged(String code, long version) implements Taken {}

        /** @param line that shows it */
        record Refused(FileFault fault, int line) implements Taken {}
    }

    List<Handover> all(MatchId match) {
        return store.all(match);
    }

    Optional<Handover> open(MatchId match) {
        return all(match).stream().filter(Handover::open).findFirst();
    }

    Optional<Handover> origin(MatchId match) {
        return store.origin(match);
    }

    /** The signed log of a match. */
    byte[] export(SetUp match, String by, Instant at) {
        Optional<Handover> origin = store.origin(match.id());
        FileBodies bodies = origin.map(Handover::bodies).orElseGet(() -> FileBodies.of(match));
        byte[] file = MatchFileWriter.log(bodies, log.entries(match.id()), origin.orElse(null), key.get(), by, at);
        QuarkusTransaction.requiringNew()
                .run(() -> audit.append(by, "finals.log-exported", match.code(), null, Map.of()));
        return file;
    }

    /** The file for the hall, as often as it is wanted. */
    byte[] file(MatchId match, Handover given) {
        return MatchFileWriter.handover(given, log.entries(match), key.get());
    }

    /** @return why not; empty: from now on nothing is appended here */
    Optional<Refusal> handOut(SetUp match, String by, Instant at) {
        if (match.questions().isEmpty()) {
            return Optional.of(LogRefusal.NO_QUESTIONS);
        }
        byte[] seed = new byte[LogKey.SEED_BYTES];
        random.nextBytes(seed);
        return QuarkusTransaction.requiringNew().call(() -> {
            log.fence(match.id());
            if (open(match.id()).isPresent()) {
                return Optional.of(LogRefusal.ALREADY_HANDED_OUT);
            }
            long version = log.entries(match.id()).size();
            store.give(match.id(), seed, FileBodies.of(match), by, at, version);
            audit.append(by, "finals.handed-out", match.code(), null, Map.of("version", version));
            return Optional.empty();
        });
    }

    /** @return why not; empty: the match goes on here, and what the hall did does not count */
    Optional<Refusal> takeBack(SetUp match, String reason, String by, Instant at) {
        return QuarkusTransaction.requiringNew().call(() -> {
            log.fence(match.id());
            Optional<Handover> given = open(match.id());
            given.ifPresent(handover -> {
                store.takenBack(handover.id(), by, at, reason);
                audit.append(by, "finals.taken-back", match.code(), reason, Map.of("version", handover.version()));
            });
            return given.isPresent() ? Optional.empty() : Optional.of(LogRefusal.NOT_HANDED_OUT);
        });
    }

    /** All of it or nothing. */
    Taken take(MatchFile file, String by, Instant at) {
        Taken taken = QuarkusTransaction.requiringNew()
                .call(() -> archive.find(file.setUp().code())
                        .map(match -> file.seed() == null ? back(file, match, by, at) : again(file, match))
                        .orElseGet(() -> fresh(file, by, at)));
        if (taken instanceof Taken.Appended appended) {
            archive.reopen(appended.code());
        }
        return taken;
    }

    /** A match that was handed to this server. */
    private Taken fresh(MatchFile file, String by, Instant at) {
        MatchFile.SetUpLine setUp = file.setUp();
        if (file.seed() == null) {
            return new Taken.Refused(FileFault.UNKNOWN_MATCH, 2);
        }
        Optional<MatchId> made = archive.create(
                setUp.code(),
                setUp.title(),
                setUp.rulesText(),
                setUp.teams(),
                file.questions(),
                setUp.createdBy(),
                setUp.createdAt());
        if (made.isEmpty()) {
            return new Taken.Refused(FileFault.CODE_TAKEN, 2);
        }
        log.append(made.get(), Head.START, file.entries());
        store.came(made.get(), file);
        audit.append(
                by,
                "finals.imported",
                setUp.code(),
                null,
                Map.of("version", file.head().version()));
        return new Taken.Created(setUp.code(), file.head().version());
    }

    /** The file that a match came with, once more. */
    private Taken again(MatchFile file, SetUp match) {
        Optional<Handover> origin = store.origin(match.id());
        if (origin.isEmpty()) {
            boolean ours = all(match.id()).stream().anyMatch(given -> Arrays.equals(given.seed(), file.seed()));
            return new Taken.Refused(ours ? FileFault.FOR_THE_HALL : FileFault.CODE_TAKEN, 2);
        }
        return Arrays.equals(origin.get().seed(), file.seed())
                ? new Taken.Unchanged(match.code(), log.entries(match.id()).size())
                : new Taken.Refused(FileFault.CODE_TAKEN, 2);
    }

    /** What the hall made of a match. */
    private Taken back(MatchFile file, SetUp match, String by, Instant at) {
        log.lock(match.id());
        Optional<Handover> found = all(match.id()).stream()
                .filter(given -> file.handover() != null && given.id() == file.handover())
                .findFirst();
        if (found.isEmpty()) {
            return new Taken.Refused(FileFault.NOT_HANDED_OUT, 1);
        }
        Handover given = found.get();
        Optional<Taken> refused = refusal(file, given);
        if (refused.isPresent()) {
            return refused.get();
        }
        List<Entry> here = log.entries(match.id());
        List<Entry> there = file.entries();
        for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
            if (!Arrays.equals(here.get(i).hash(), there.get(i).hash())) {
                return new Taken.Refused(FileFault.DEPARTS, file.firstEvent() + i);
            }
        }
        if (given.open() && there.size() >= here.size()) {
            store.returned(given.id(), by, at);
        } else if (there.size() <= here.size()) {
            return new Taken.Unchanged(match.code(), here.size());
        }
        log.fence(match.id());
        Head last = here.isEmpty() ? Head.START : here.getLast().head();
        log.append(match.id(), last, there.subList(here.size(), there.size()));
        audit.append(by, "finals.handed-back", match.code(), null, Map.of("from", here.size(), "to", there.size()));
        return new Taken.Appended(match.code(), here.size(), there.size());
    }

    private static Optional<Taken> refusal(MatchFile file, Handover given) {
        if (given.takenBack()) {
            return Optional.of(new Taken.Refused(FileFault.TAKEN_BACK, 1));
        }
        byte[] setUp = given.bodies().setUpHash();
        if (!Arrays.equals(file.bodies().setUpHash(), setUp)) {
            return Optional.of(new Taken.Refused(FileFault.OTHER_SET_UP, 2));
        }
        byte[] statement = Handover.statement(setUp, file.head());
        boolean fromTheHall = file.returned() != null
                && LogKey.verifies(LogKey.of(given.seed()).publicKey(), statement, file.returned());
        return fromTheHall
                ? Optional.empty()
                : Optional.of(new Taken.Refused(FileFault.NOT_FROM_THE_HALL, file.lines() - 1));
    }
}
