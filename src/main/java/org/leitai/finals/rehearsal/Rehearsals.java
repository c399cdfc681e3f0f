package org.leitai.finals.rehearsal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.leitai.audit.AuditLog;
import org.leitai.finals.Finals;
import org.leitai.finals.MatchId;
import org.leitai.finals.MatchRoom;
import org.leitai.finals.Matches;
import org.leitai.finals.StoredMatch;

/** Makes rehearsals, and keeps the robots of the matches that this node owns at what they were told 彩排. */
@ApplicationScoped
public class Rehearsals {

    private static final Logger LOG = Logger.getLogger(Rehearsals.class);
    private static final long LOOK_MILLIS = 700;

    private final RehearsalStore store;
    private final Finals finals;
    private final Matches matches;
    private final AuditLog audit;
    private final Map<MatchId, RobotShow> shows = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rehearsals").factory());

    Rehearsals(RehearsalStore store, Finals finals, Matches matches, AuditLog audit) {
        this.store = store;
        this.finals = finals;
        this.matches = matches;
        this.audit = audit;
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdown();
        shows.values().forEach(show -> show.tell(Robots.RESTING));
    }

    /** Empty for a match that counts. */
    Optional<Robots> robots(StoredMatch match) {
        return store.find(match.id());
    }

    /** A match that does not count, by the same rules and teams, with other questions. Returns its code. */
    Optional<String> copy(StoredMatch match, String title, String author, Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<StoredMatch> made = finals.copy(match, title, author, now);
            made.ifPresent(copy -> store.mark(copy.id(), author, now));
            return made.map(StoredMatch::code);
        });
    }

    /** From now on this match does not count. */
    public void mark(String code, Instant now) {
        finals.find(code).ifPresent(match -> store.mark(match.id(), AuditLog.SYSTEM, now));
    }

    /** @return false for a match that counts: there no robot ever plays */
    boolean tell(StoredMatch match, Robots robots, String author, Instant now) {
        boolean told = QuarkusTransaction.requiringNew().call(() -> {
            boolean rehearsal = store.tell(match.id(), robots, author, now);
            if (rehearsal) {
                String pace = robots.play() ? robots.pace().code() : "rest";
                audit.append(
                        author, "finals.robots", match.code(), null, Map.of("pace", pace, "hosts", robots.hosts()));
            }
            return rehearsal;
        });
        matches.room(match.code());
        return told;
    }

    private void look() {
        try {
            Map<MatchId, MatchRoom> owned = matches.owned().stream()
                    .collect(Collectors.toMap(room -> room.match().id(), room -> room));
            Map<MatchId, Robots> playing = owned.isEmpty() ? Map.of() : store.playing(owned.keySet());
            shows.entrySet().removeIf(entry -> {
                entry.getValue().tell(playing.getOrDefault(entry.getKey(), Robots.RESTING));
                return !playing.containsKey(entry.getKey()) || !entry.getValue().isPlaying();
            });
            playing.forEach((id, robots) ->
                    shows.computeIfAbsent(id, ignored -> new RobotShow(owned.get(id), robots, matches::now)));
        } catch (RuntimeException e) {
            LOG.warnf("rehearsals: %s", e.getMessage());
        }
    }
}
