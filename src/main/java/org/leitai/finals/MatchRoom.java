package org.leitai.finals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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
import org.leitai.finals.seat.AnswerForm;
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
 * the log to its end, and goes on; whatever the old one still tries to append is refused by PostgreSQL, and it shows nothing any more.
 *
 * <p>When the log does not answer, this node is not sure what is in it: it refuses, and reads the log again before it decides anything.
 */
public final class MatchRoom {

    private static final Logger LOG = Logger.getLogger(MatchRoom.class);

    /** Who comes while another waits for the log; longer the host does not bear. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** While the log does not answer it is asked no more often than this, whoever many press. */
    private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    /** A node that does not run the match reads what is new no more often than this, whoever many look. */
    private static final long FRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

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
    private final Lease lease;
    private final ReentrantLock lock = new ReentrantLock();
    private final BuzzDesk buzzer;
    private final SeatDesk desk;
    private final SeatSayings sayings;

    private List<Integer> devices = List.of();
    private boolean hostStale;
    private volatile MatchState state;
    private volatile boolean unsure;
    private volatile boolean unshown;
    private volatile long readNanos = System.nanoTime() - ASK_AGAIN_NANOS;
    private volatile long triedNanos = readNanos;
    private volatile long knownVersion;
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
        this.lease = new Lease(store, match.id(), node);
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
        return lease.runs();
    }

    /** Of the lease under which this node shows the match. */
    long term() {
        return lease.token();
    }

    /** Another node that runs the match, as far as this one knows. */
    Optional<String> otherOwner() {
        return lease.otherOwner();
    }

    /** Since when nobody has asked for it. */
    long usedNanos() {
        return usedNanos;
    }

    void touch() {
        usedNanos = System.nanoTime();
    }

    StageState picture(Audience audience, Instant now) {
        if (!owns() && (System.nanoTime() - readNanos > FRESH_NANOS || state.version() < knownVersion)) {
            refresh();
        }
        return pictures.of(state, audience, now, desk.facts());
    }

    /** The log is this far at least: the owner said so. */
    void expect(long version) {
        knownVersion = Math.max(knownVersion, version);
    }

    /** The console's command, if the match still stands where the console saw it. */
    CommandResult command(CommandBody body, long expectedVersion, String author, Instant now) {
        touch();
        if (!enter()) {
            return unavailable();
        }
        try {
            if (!owns()) {
                return new CommandResult.Elsewhere();
            }
            if (!isSure()) {
                return unavailable();
            }
            if (body.needsVersion() && state.version() != expectedVersion) {
                return new CommandResult.Conflict(state.version());
            }
            String lead = state.desk().lead();
            if (body.needsLead() && lead != null && !lead.equals(author)) {
                return new CommandResult.Refused(FinalRefusal.NOT_LEADING, state.version());
            }
            String item = nextItem();
            var context =
                    new CommandBody.Context(state, item, pictures.text(item).type(), author, proposals());
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
        if (!enter()) {
            return unavailable();
        }
        try {
            if (!owns()) {
                return new CommandResult.Elsewhere();
            }
            return isSure() ? decide(command, author, now) : unavailable();
        } finally {
            lock.unlock();
        }
    }

    /** What the key says of the answers that seats handed in. */
    public Map<Integer, Verdict> proposals() {
        return state.question() == null ? Map.of() : DeskViews.proposals(state, question());
    }

    private CommandResult unfair() {
        return new CommandResult.Refused(FinalRefusal.LINKS, state.version());
    }

    /** How the present question is answered from a seat; empty: there is none. */
    public Optional<AnswerForm> answerForm() {
        return Optional.ofNullable(state.question()).map(shown -> question().form());
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
                show();
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
        show();
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
        if (!enter()) {
            return unavailable();
        }
        try {
            if (!owns()) {
                return new CommandResult.Elsewhere();
            }
            if (!isSure()) {
                return unavailable();
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

    /**
     * What a seat says, from this node or another.
     *
     * @param now when it arrived
     * @return what that device hears of it; empty: nothing
     */
    public Optional<SeatAck> said(SeatMessage message, Instant now) {
        touch();
        if (!enter()) {
            return Optional.of(SeatAck.refused(message.number(), FinalRefusal.UNAVAILABLE.code()));
        }
        try {
            if (!owns()) {
                return Optional.of(SeatAck.refused(message.number(), FinalRefusal.ELSEWHERE.code()));
            }
            Optional<SeatAck> ack = isSure() ? sayings.heard(message, now) : Optional.empty();
            return unsure ? Optional.of(SeatAck.refused(message.number(), FinalRefusal.UNAVAILABLE.code())) : ack;
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
        if (!lease.isOurs()) {
            takeOver();
        } else if (!lease.renew()) {
            LOG.warnf("match %s has another owner", match.code());
            takeOver();
        } else if (unsure || unshown) {
            locked(this::readAgain);
        }
    }

    /** The same between two times, when somebody needs it. Returns whether this node runs the match now. */
    boolean tryToRun() {
        if (System.nanoTime() - triedNanos > ASK_AGAIN_NANOS) {
            triedNanos = System.nanoTime();
            try {
                tendLease();
            } catch (IllegalStateException e) {
                LOG.warnf("match %s: nobody tells who runs it: %s", match.code(), e.getMessage());
            }
        }
        return owns();
    }

    void takeOver() {
        locked(() -> {
            if (!lease.isOurs() && lease.take()) {
                readAgain();
            }
        });
    }

    void giveUp() {
        locked(lease::giveUp);
    }

    /** Shows the present state again if devices came or went since. */
    void watchDevices() {
        List<Integer> present = pictures.devices(match.teams().size());
        if (!lock.tryLock()) {
            return; // somebody waits for the log; the next look is soon
        }
        try {
            hostStale |= desk.look(match.teams().size(), System.nanoTime());
            if (owns() && !present.equals(devices)) {
                devices = present;
                hostStale = false;
                show();
            } else if (owns() && hostStale) {
                hostStale = false;
                publisher.publishHost(this);
            }
        } finally {
            lock.unlock();
        }
    }

    private CommandResult append(List<MatchEvent> events, String author, Instant now) {
        List<String> payloads = events.stream().map(format::toJson).toList();
        AppendResult result;
        try {
            result = store.append(match.id(), state.version(), lease.token(), author, now, payloads);
        } catch (IllegalStateException e) {
            LOG.errorf("match %s: the log does not answer: %s", match.code(), e.getMessage());
            unsure = true;
            readNanos = System.nanoTime();
            return unavailable();
        }
        return switch (result) {
            case AppendResult.Appended(long version) -> {
                events.forEach(event -> fold(new Stamped(state.version() + 1, now, author, event)));
                buzzer.follow(state);
                sayings.follow(events);
                show();
                yield new CommandResult.Done(version);
            }
            case AppendResult.Conflict(long version) -> {
                LOG.errorf("match %s: the log is at %d, this node thought %d", match.code(), version, state.version());
                unsure = true;
                tryToReadAgain();
                yield new CommandResult.Conflict(version);
            }
            case AppendResult.HandedOut() -> new CommandResult.Refused(FinalRefusal.HANDED_OUT, state.version());
            case AppendResult.Fenced() -> {
                lease.lose();
                LOG.warnf("match %s has another owner", match.code());
                yield new CommandResult.Elsewhere();
            }
        };
    }

    /** False when somebody inside waits for the log. */
    private boolean enter() {
        try {
            return lock.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isSure() {
        if (unsure && System.nanoTime() - readNanos > ASK_AGAIN_NANOS) {
            tryToReadAgain();
        }
        return !unsure;
    }

    private void tryToReadAgain() {
        try {
            readAgain();
        } catch (IllegalStateException e) {
            LOG.warnf("match %s: the log still does not answer: %s", match.code(), e.getMessage());
        }
    }

    /** What is in the log counts, whatever this node thought; shown to all, for nobody knows what they have seen. */
    private void readAgain() {
        unsure = true;
        refresh();
        unsure = false;
        buzzer.follow(state);
        show();
    }

    /** A node that slept may have been overtaken meanwhile: it shows nothing before its lease is renewed. */
    private void show() {
        unshown = !owns();
        if (!unshown) {
            publisher.publish(this, state);
        }
    }

    private CommandResult unavailable() {
        return new CommandResult.Refused(FinalRefusal.UNAVAILABLE, state.version());
    }

    /** Folds what other nodes have appended. */
    private void refresh() {
        locked(() -> {
            readNanos = System.nanoTime();
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
}
