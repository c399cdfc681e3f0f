package org.leitai.finals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.leitai.finals.MatchStore.AppendResult;
import org.leitai.finals.match.Decision;
import org.leitai.finals.match.Match;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.MatchState;
import org.leitai.finals.match.Stamped;
import org.leitai.finals.pack.MatchDeck;
import org.leitai.finals.pack.PackRefusal;
import org.leitai.finals.stage.Audience;
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

    private List<Integer> devices = List.of();
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
        return pictures.of(state, audience, now);
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
            deck.refresh();
            String item = deck.next(state);
            var context =
                    new CommandBody.Context(state, item, pictures.text(item).type(), author);
            return switch (CommandReading.of(body, context)) {
                case CommandReading.Read(MatchCommand command) -> decide(command, author, now);
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

    /** A command that is ready made, such as a jump to an earlier event; as {@link #command(CommandBody, long, String, Instant)}. */
    CommandResult command(MatchCommand command, long expectedVersion, String author, Instant now) {
        touch();
        lock.lock();
        try {
            if (!owns()) {
                return new CommandResult.Elsewhere();
            }
            return state.version() == expectedVersion
                    ? decide(command, author, now)
                    : new CommandResult.Conflict(state.version());
        } finally {
            lock.unlock();
        }
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
        deck.refresh();
        String item = deck.next(state);
        return new MatchCommand.ShowQuestion(
                show.team(), show.value(), item, pictures.text(item).type());
    }

    /** How many devices the seat of a team has connected. */
    public int devices(int team) {
        return pictures.devices(match.teams().size()).get(team - 1);
    }

    /** A press of a robot: it arrives at once. */
    public void press(int team, String device, long nonce, long number, Instant now) {
        press(new BuzzDesk.Press(team, device, nonce, number, System.nanoTime(), 0, 0), now);
    }

    void press(BuzzDesk.Press press, Instant now) {
        touch();
        locked(() -> {
            if (owns()) {
                buzzer.press(press, now);
            }
        });
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
            if (owns() && !present.equals(devices)) {
                devices = present;
                publisher.publish(this, state);
            }
        });
    }

    private CommandResult append(List<MatchEvent> events, String author, Instant now) {
        List<String> payloads = events.stream().map(format::toJson).toList();
        return switch (store.append(match.id(), state.version(), token, author, now, payloads)) {
            case AppendResult.Appended(long version) -> {
                events.forEach(event -> fold(new Stamped(state.version() + 1, now, author, event)));
                buzzer.follow(state);
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
