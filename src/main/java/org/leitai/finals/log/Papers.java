package org.leitai.finals.log;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.leitai.audit.AuditLog;
import org.leitai.finals.CommandResult;
import org.leitai.finals.FinalRefusal;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.MatchArchive.SetUp;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEvent;
import org.leitai.kernel.Refusal;

/**
 * Points kept on paper while the machine was down 纸面记分补录: one person types a line in, a second one confirms it, and then it is an event
 * of the match. That it was confirmed stands in the log alone, under the version that the second person saw: an undo
 * opens the line again, and no line counts twice.
 */
@ApplicationScoped
class Papers {

    private final PaperStore store;
    private final MatchArchive archive;
    private final AuditLog audit;

    Papers(PaperStore store, MatchArchive archive, AuditLog audit) {
        this.store = store;
        this.archive = archive;
        this.audit = audit;
    }

    /** A line, and whether it counts. */
    record Line(PaperLine line, boolean confirmed) {}

    List<Line> lines(MatchLog log) {
        Set<Long> confirmed = confirmed(log);
        return store.lines(log.setUp().id()).stream()
                .map(line -> new Line(line, confirmed.contains(line.id())))
                .toList();
    }

    void enter(SetUp match, PaperLine line) {
        QuarkusTransaction.requiringNew().run(() -> {
            store.add(match.id(), line);
            audit.append(line.enteredBy(), "finals.paper-entered", match.code(), line.reason(), detail(line));
        });
    }

    /**
     * @param log of the version that the person saw
     * @return why not
     */
    Optional<Refusal> confirm(MatchLog log, long id, long seen, String by, Instant at) {
        SetUp match = log.setUp();
        Optional<PaperLine> found = store.forSecond(match.id(), id, by);
        if (found.isEmpty()) {
            boolean own = store.lines(match.id()).stream().anyMatch(line -> line.id() == id);
            return Optional.of(own ? LogRefusal.PAPER_OWN : LogRefusal.PAPER_GONE);
        }
        if (log.events().size() != seen) {
            return Optional.of(LogRefusal.MOVED_ON);
        }
        if (confirmed(log).contains(id)) {
            return Optional.of(LogRefusal.PAPER_GONE);
        }
        PaperLine line = found.get();
        var command = new MatchCommand.EnterPaper(
                line.id(),
                line.team(),
                line.segment(),
                line.question(),
                line.points(),
                line.reason(),
                line.enteredBy(),
                by);
        return switch (archive.give(match.code(), command, seen, by, at).orElseThrow()) {
            case CommandResult.Done done -> {
                QuarkusTransaction.requiringNew()
                        .run(() ->
                                audit.append(by, "finals.paper-confirmed", match.code(), line.reason(), detail(line)));
                yield Optional.empty();
            }
            case CommandResult.Refused(Refusal refusal, long version) -> Optional.of(refusal);
            case CommandResult.Conflict conflict -> Optional.of(LogRefusal.MOVED_ON);
            case CommandResult.Elsewhere elsewhere -> Optional.of(FinalRefusal.ELSEWHERE);
        };
    }

    /** @return why not */
    Optional<Refusal> drop(MatchLog log, long id, String by, Instant at) {
        SetUp match = log.setUp();
        if (confirmed(log).contains(id)) {
            return Optional.of(LogRefusal.PAPER_GONE);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            if (!store.drop(match.id(), id, by, at)) {
                return Optional.of(LogRefusal.PAPER_GONE);
            }
            audit.append(by, "finals.paper-dropped", match.code(), null, Map.of("entry", id));
            return Optional.empty();
        });
    }

    private static Set<Long> confirmed(MatchLog log) {
        return Course.counting(log.events()).stream()
                .map(event -> event.event())
                .filter(MatchEvent.PaperScored.class::isInstance)
                .map(event -> ((MatchEvent.PaperScored) event).entry())
                .collect(Collectors.toSet());
    }

    private static Map<String, Object> detail(PaperLine line) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("team", line.team());
        detail.put("segment", line.segment() + 1);
        detail.put("question", line.question());
        detail.put("points", line.points().toString());
        detail.put("enteredBy", line.enteredBy());
        return detail;
    }
}
