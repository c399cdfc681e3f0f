package org.leitai.finals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.leitai.finals.MatchStore.AppendResult;
import org.leitai.finals.match.Decision;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.pack.MatchDeck;
import org.leitai.finals.pack.PackRefusal;
import org.leitai.finals.seat.SeatAck;
import org.leitai.finals.seat.SeatDesk;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.Audience;
import org.leitai.finals.stage.DeskViews;
import org.leitai.finals.stage.QuestionText;
import org.leitai.finals.stage.StageState;
import org.leitai.finals.stage.StageStates;

/**
 * A match on this node 赛场: its folded state, its lease, its buzzer. One lock lets commands and presses through one after the other;
 * what they lead to is in the log before anybody sees it.
 *
 * <p>Only the node with the lease acts. When it does not renew within two seconds another node takes over with a higher token, reads
 * the log to its end, and goes on; whatever the old one still tries to append is refused by PostgreSQL.
 */
public final class MatchRoom {

    /** Renewed each 0.7 s: two renewals may be lost. Another node looks as often, so a match is without an owner for 2.7 s at most. */
    static final Duration LEASE = Duration.ofSeconds(2);

    private static final Logger LOG = Logger.getLogger(MatchRoom.class);

    /** Shows a new state to everybody; called under the lock, so in the order of versions. */
    interface Publisher {
        void publish(MatchRoom room, MatchState state);

        /** Only what the host sees has changed. */
        void publishHost(MatchRoom room);
    }

    private final StoredMatch match;
    private final MatchStore store;
    private final MatchDeck deck;
    private final StageStates pictures;
    private final MatchEventFormat format;
    private final Publisher publisher;
    private final String node;
    private final ReentrantLock lock = new ReentrantLock();
    private final BuzzDesk buzzer;
    private final SeatDesk desk;
    private final SeatSayings sayings;

    private List<Integer> devices = List.of();
    private boolean hostStale;
    private volatile MatchState state;
    private volatile long token;
    private volatile long usedNanos = System.nanoTime();

    MatchRoom(
            StoredMatch match,
            MatchState start,
            MatchStore store,
            MatchDeck deck,
            StageStates pictures,
            MatchEventFormat format,
            SeatDesk desk,
            Publisher publisher,
            String node) {
        this.match = match;
        this.state = start;
        this.store = store;
        this.deck = deck;
        this.pictures = pictures;
        this.format = format;
        this.publisher = publisher;
        this.node = node;
        this.buzzer = new BuzzDesk(this);
        this.desk = desk;
        this.sayings = new SeatSayings(this, buzzer, desk);
    }

    public StoredMatch match() {
        return match;
    }

    /** As this node knows it; the owner knows the newest. */
    public MatchState state() {
        return state;
    }

    public boolean owns() {
        return token != 0;
    }

    /** Since when nobody has asked for it. */
    long usedNanos() {
        return usedNanos;
    }

    void touch() {
        usedNanos = System.nanoTime();
    }

    StageState picture(Audience audience, Instant now) {
        if (!owns()) {
            refresh();
        }
        return pictures.of(state, audience, now, desk.facts());
    }

    /** The console's command, if the match still stands where the console saw it. */
    CommandResult command(CommandBody body, long expectedVersion, String author, Instant now) {
        touch();
        lock.lock();
        try {
            if (!owns()) {
                return new CommandResult.Elsewhere();
            }
            if (body.needsVersion() && state.version() != expectedVersion) {
                return new CommandResult.Conflict(state.version());
            }
            String lead = state.desk().lead();
            if (body.needsLead() && lead != null && !lead.equals(author)) {
                return new CommandResult.Refused(FinalRefusal.NOT_LEADING, state.version());
            }
            String item = nextItem();
            var context = new CommandBody.Context(
                    state, item, pictures.text(item).type(), author, proposals());
            return switch (CommandReading.of(body, context)) {
                case CommandReading.Read(MatchCommand command) ->
                    sayings.unfair(command) ? unfair() : decide(command, author, now);
                case CommandReading.Unreadable(FinalRefusal why) -> new CommandResult.Refused(why, state.version());
            };
        } finally {
            lock.unlock();
        }
    }

    /** What happens whatever the console saw last. */
    CommandResult act(MatchCommand command, String author, Instant now) {
        touch();
        lock.lock();
        try {
            return owns() ? decide(command, author, now) : new CommandResult.Elsewhere();
        } finally {
            lock.unlock();
        }
    }

    private Map<Integer, Verdict> proposals() {
        return state.question() == null ? Map.of() : DeskViews.proposals(state, question());
    }

    private CommandResult unfair() {
        return new CommandResult.Refused(FinalRefusal.LINKS, state.version());
    }

    /** The present question. */
    QuestionText question() {
        return pictures.text(state.question().itemRef());
    }

    /** What the host does at the desk, which is not in the log. */
    boolean atDesk(Consumer<SeatDesk> work) {
        touch();
        lock.lock();
        try {
            if (owns()) {
                work.accept(desk);
                publisher.publish(this, state);
            }
            return owns();
        } finally {
            lock.unlock();
        }
    }

    /** Only the host's picture has changed; shown with the next look at the devices. */
    void hostChanged() {
        hostStale = true;
    }

    void showAgain() {
        publisher.publish(this, state);
    }

    /** What the buzzer found, under the lock. */
    CommandResult decide(MatchCommand command, String author, Instant now) {
        if (command instanceof MatchCommand.ShowQuestion && deck.sealed()) {
            return new CommandResult.Refused(PackRefusal.STILL_SEALED, state.version());
        }
        return switch (Match.decide(state, command, now)) {
            case Decision.Refused(var refusal) -> new CommandResult.Refused(refusal, state.version());
            case Decision.Accepted(List<MatchEvent> events) -> append(events, author, now);
        };
    }

    /** A command that was made for this version; a question is the next that nobody has seen. */
    public CommandResult perform(MatchCommand command, long expectedVersion, String author, Instant now) {
        touch();
        lock.lock();
        try {
            if (!owns()) {
                return new CommandResult.Elsewhere();
            }
            if (state.version() != expectedVersion) {
                return new CommandResult.Conflict(state.version());
            }
            return decide(withQuestion(command), author, now);
        } finally {
            lock.unlock();
        }
    }

    private MatchCommand withQuestion(MatchCommand command) {
        if (!(command instanceof MatchCommand.ShowQuestion show)) {
            return command;
        }
        String item = nextItem();
        return new MatchCommand.ShowQuestion(
                show.team(), show.value(), item, pictures.text(item).type());
    }

    private String nextItem() {
        deck.refresh();
        return deck.next(state);
    }

    /** How many devices the seat of a team has connected. */
    public int devices(int team) {
        return pictures.devices(match.teams().size()).get(team - 1);
    }

    /** A press of a robot: it arrives at once. */
    public void press(int team, String device, long nonce, long number, Instant now) {
        said(new SeatMessage.Press(new SeatMessage.From(team, device, System.nanoTime(), 0, 0), number, nonce), now);
    }

    /**
     * What a seat says, from this node or another.
     *
     * @param now when it arrived
     * @return what that device hears of it; empty: nothing
     */
    Optional<SeatAck> said(SeatMessage message, Instant now) {
        touch();
        lock.lock();
        try {
            return owns() ? sayings.heard(message, now) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void locked(Runnable work) {
        lock.lock();
        try {
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Renews the lease, or tries to take the match over. Called each 0.7 s. */
    void tendLease() {
        if (owns()) {
            if (!store.renew(match.id(), token, LEASE)) {
                locked(this::lose);
            }
        } else {
            takeOver();
        }
    }

    void takeOver() {
        locked(() -> {
            OptionalLong taken = store.takeOver(match.id(), node, LEASE);
            if (taken.isPresent()) {
                refresh();
                token = taken.getAsLong();
                buzzer.follow(state);
                publisher.publish(this, state);
            }
        });
    }

    void giveUp() {
        locked(() -> {
            if (owns()) {
                store.giveUp(match.id(), token);
                token = 0;
            }
        });
    }

    /** Shows the present state again if devices came or went since. */
    void watchDevices() {
        List<Integer> present = pictures.devices(match.teams().size());
        locked(() -> {
            hostStale |= desk.look(match.teams().size(), System.nanoTime());
            if (owns() && !present.equals(devices)) {
                devices = present;
                hostStale = false;
                publisher.publish(this, state);
            } else if (owns() && hostStale) {
                hostStale = false;
                publisher.publishHost(this);
            }
        });
    }

    private CommandResult append(List<MatchEvent> events, String author, Instant now) {
        List<String> payloads = events.stream().map(format::toJson).toList();
        return switch (store.append(match.id(), state.version(), token, author, now, payloads)) {
            case AppendResult.Appended(long version) -> {
                events.forEach(event -> fold(new Stamped(state.version() + 1, now, author, event)));
                buzzer.follow(state);
                sayings.follow(events);
                publisher.publish(this, state);
                yield new CommandResult.Done(version);
            }
            case AppendResult.Conflict(long version) -> {
                LOG.errorf("match %s: the log is at %d, this node thought %d", match.code(), version, state.version());
                refresh();
                yield new CommandResult.Conflict(version);
            }
            case AppendResult.HandedOut() -> new CommandResult.Refused(FinalRefusal.HANDED_OUT, state.version());
            case AppendResult.Fenced() -> {
                lose();
                yield new CommandResult.Elsewhere();
            }
        };
    }

    /** Folds what other nodes have appended. */
    private void refresh() {
        locked(() -> {
            List<MatchStore.StoredEvent> news = store.events(match.id(), state.version());
            if (!news.isEmpty()) {
                deck.refresh();
            }
            news.forEach(event ->
                    fold(new Stamped(event.version(), event.at(), event.author(), format.fromJson(event.payload()))));
        });
    }

    private void fold(Stamped stamped) {
        state = state.apply(stamped);
        deck.follow(stamped);
    }

    private void lose() {
        token = 0;
        LOG.warnf("match %s has another owner", match.code());
    }
}
