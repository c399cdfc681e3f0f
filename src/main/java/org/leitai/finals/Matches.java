package org.leitai.finals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jboss.logging.Logger;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Phase;
import org.leitai.finals.match.TeamSeat;
import org.leitai.finals.pack.Decks;
import org.leitai.finals.pack.MatchDeck;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.seat.LinkCheck;
import org.leitai.finals.seat.SeatDesk;
import org.leitai.finals.stage.Audience;
import org.leitai.finals.stage.StageStates;
import org.leitai.live.Live;
import org.leitai.live.NodeCalls;

/** The finals that this node has to do with 决赛: opens their rooms, tends their leases, publishes their states. */
@ApplicationScoped
public class Matches {

    private static final Logger LOG = Logger.getLogger(Matches.class);
    private static final long TEND_MILLIS = 700;

    /** An event loop that is busy for longer must not hold up the hall. */
    private static final Duration LEAD = Duration.ofMillis(50);

    /** Without commands and without anybody looking on: a room opens again with one read of its log, and each open one costs a renewal. */
    private static final long IDLE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final MatchStore store;
    private final Decks decks;
    private final Live live;
    private final LinkCheck.Limits limits;
    private final ObjectMapper json;
    private final NodeCalls calls;
    private final Clock clock;
    private final Countdowns countdowns;
    private final MatchEventFormat events = new MatchEventFormat();
    private final MatchRulesFormat rules = new MatchRulesFormat();
    private final Map<String, MatchRoom> rooms = new ConcurrentHashMap<>();
    private final Set<String> opening = ConcurrentHashMap.newKeySet();
    private final MatchRoom.Publisher shows = new Shows();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("match-leases").factory());

    Matches(
            MatchStore store,
            Decks decks,
            Live live,
            LinkLimits limits,
            NodeCalls calls,
            ObjectMapper json,
            Clock clock) {
        this.store = store;
        this.decks = decks;
        this.live = live;
        this.limits = limits.limits();
        this.calls = calls;
        this.json = json;
        this.clock = clock;
        this.countdowns = new Countdowns(clock);
    }

    void start(@Observes StartupEvent event) {
        timer.scheduleWithFixedDelay(this::tend, TEND_MILLIS, TEND_MILLIS, TimeUnit.MILLISECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        timer.shutdown();
        countdowns.stop();
        rooms.values().forEach(MatchRoom::giveUp);
    }

    /** The room of a match, opened when it is asked for; this node takes the match over if nobody runs it. */
    public Optional<MatchRoom> room(String code) {
        MatchRoom known = rooms.get(code);
        if (known != null) {
            known.touch();
            return Optional.of(known);
        }
        return store.find(code).map(match -> {
            MatchRoom room = rooms.computeIfAbsent(code, ignored -> open(match));
            if (!room.owns()) {
                room.takeOver();
            }
            return room;
        });
    }

    /** The rules that a match is played by. */
    public MatchRules rules(StoredMatch match) {
        return switch (rules.read(match.rules())) {
            case MatchRulesFormat.Result.Valid(MatchRules read) -> read;
            case MatchRulesFormat.Result.Faulty(var faults) ->
                throw new IllegalStateException("rules of match " + match.code() + ": " + faults);
        };
    }

    /** Whether the match is over. */
    public boolean over(StoredMatch match) {
        return room(match.code()).orElseThrow().state().phase() == Phase.FINISHED;
    }

    /** The rooms of the matches that this node runs. */
    public List<MatchRoom> owned() {
        return rooms.values().stream().filter(MatchRoom::owns).toList();
    }

    /**
     * A node that has an audience looks after the match, so that it can take over: who watches is served from what other nodes publish and
     * would never open the room. Asks the database once, whoever many come; fails silently.
     */
    void lookAfter(String code) {
        if (rooms.containsKey(code) || !opening.add(code)) {
            return;
        }
        try {
            room(code);
        } catch (RuntimeException e) {
            LOG.warnf("match %s: not looked after: %s", code, e.getMessage());
        } finally {
            opening.remove(code);
        }
    }

    String json(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private MatchRoom open(StoredMatch match) {
        List<TeamSeat> seats = IntStream.range(0, match.teams().size())
                .mapToObj(i -> new TeamSeat(i + 1, match.teams().get(i)))
                .toList();
        MatchState start = Match.start(rules(match), seats);
        MatchDeck deck = decks.of(match);
        var pictures = new StageStates(
                match.title(), deck::text, team -> live.attendance(new Audience.SeatOf(team).topic(match.code())));
        return new MatchRoom(
                match,
                start,
                store,
                deck,
                pictures,
                events,
                new SeatDesk(team -> sockets(match, team), limits),
                shows,
                calls.node());
    }

    private List<SeatDesk.Connected> sockets(StoredMatch match, int team) {
        return live.sockets(new Audience.SeatOf(team).topic(match.code())).stream()
                .map(socket -> new SeatDesk.Connected(
                        socket.who(), team, socket.roundTripNanos(), socket.roundTripUncertaintyNanos()))
                .toList();
    }

    private final class Shows implements MatchRoom.Publisher {

        @Override
        public void publish(MatchRoom room, MatchState state) {
            Matches.this.publish(room, state);
        }

        @Override
        public void publishHost(MatchRoom room) {
            show(room, List.of(new Audience.Host()));
        }
    }

    /** The seats first: nobody sees a question before the teams have been sent it. */
    private void publish(MatchRoom room, MatchState state) {
        countdowns.follow(room, state);
        List<Audience> seats = state.teams().stream()
                .<Audience>map(team -> new Audience.SeatOf(team.number()))
                .toList();
        show(room, seats);
        if (state.phase() == Phase.QUESTION_SHOWN) {
            String match = room.match().code();
            live.awaitGiven(seats.stream().map(seat -> seat.topic(match)).toList(), LEAD);
        }
        show(room, List.of(new Audience.Host(), new Audience.Judge(), new Audience.Screen(), new Audience.Public()));
    }

    private void show(MatchRoom room, List<Audience> audiences) {
        Instant now = now();
        for (Audience audience : audiences) {
            live.publish(audience.topic(room.match().code()), room.term(), json(room.picture(audience, now)));
        }
    }

    /** Whether a console, a seat or a screen is connected here, however long nothing has happened. */
    private boolean hasStage(MatchRoom room) {
        var audiences = new ArrayList<Audience>(
                List.of(new Audience.Host(), new Audience.Judge(), new Audience.Screen(), new Audience.Public()));
        room.state().teams().forEach(team -> audiences.add(new Audience.SeatOf(team.number())));
        return audiences.stream()
                .anyMatch(audience ->
                        !live.sockets(audience.topic(room.match().code())).isEmpty());
    }

    private void tend() {
        rooms.forEach((code, room) -> {
            try {
                if (hasStage(room)) {
                    room.touch();
                }
                if (System.nanoTime() - room.usedNanos() > IDLE_NANOS) {
                    room.giveUp();
                    rooms.remove(code, room);
                } else {
                    room.tendLease();
                    room.watchDevices();
                    room.otherOwner().ifPresent(calls::measure);
                }
            } catch (RuntimeException e) {
                // The lease runs out meanwhile; whoever reaches the database first takes over.
                LOG.warnf("match %s: lease not renewed: %s", code, e.getMessage());
            }
        });
    }
}
