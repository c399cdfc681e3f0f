package org.leitai.leaderboard;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.leitai.contest.Contests;
import org.leitai.contest.Round;
import org.leitai.kernel.RoundId;
import org.leitai.leaderboard.BoardStore.Board;

/**
 * Keeps the boards in Redis equal to the standings in PostgreSQL: brings news (every 200 ms), rebuilds what is gone (looked for
 * every second), compares (every 15 s). Any number of nodes may do so at once; every step is idempotent.
 */
@ApplicationScoped
class BoardKeeper {

    private static final Logger LOG = Logger.getLogger(BoardKeeper.class);

    /** One round trip to Redis; 500 scripts take it about 10 ms. */
    private static final int PORTION = 500;

    private static final long NEWS_MILLIS = 200;

    /** How long a round's board is compared after its end. */
    private static final Duration WATCHED_AFTER_CLOSE = Duration.ofHours(1);

    private final StandingStore standings;
    private final BoardStore boards;
    private final Contests contests;
    private final Clock clock;
    private final String node = UUID.randomUUID().toString();
    private final Set<RoundId> suspects = new HashSet<>();
    private final ScheduledExecutorService messenger = Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("board-news").unstarted(task));

    BoardKeeper(StandingStore standings, BoardStore boards, Contests contests, Clock clock) {
        this.standings = standings;
        this.boards = boards;
        this.contests = contests;
        this.clock = clock;
    }

    /** The scheduler knows whole seconds only; people look for their rank at once. */
    void start(@Observes StartupEvent event) {
        messenger.scheduleWithFixedDelay(this::bringNews, NEWS_MILLIS, NEWS_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** News under way are brought to their end: the database is still there. */
    void stop(@Observes ShutdownEvent event) {
        messenger.close();
    }

    private void bringNews() {
        try {
            standings.withNews().forEach(this::bringNews);
        } catch (RuntimeException e) {
            LOG.debugf("news for the boards wait: %s", e.getMessage());
        }
    }

    private void bringNews(RoundId id) {
        contests.round(id).flatMap(boards::inForce).ifPresent(board -> {
            while (bringPortion(board)) {
                // until the outbox has no more for it or the board is no longer in force
            }
        });
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void rebuildWhatIsGone() {
        try {
            String runId = boards.runId();
            opened().forEach(round -> rebuildIfGone(round, runId));
        } catch (RuntimeException e) {
            LOG.debugf("the boards cannot be looked at: %s", e.getMessage());
        }
    }

    @Scheduled(every = "15s", concurrentExecution = ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void compare() {
        try {
            opened().stream()
                    .filter(round ->
                            clock.instant().isBefore(round.window().closes().plus(WATCHED_AFTER_CLOSE)))
                    .forEach(this::compare);
        } catch (RuntimeException e) {
            LOG.debugf("the boards cannot be compared: %s", e.getMessage());
        }
    }

    /** @return whether there may be more */
    private boolean bringPortion(Board board) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<Standing> news = standings.take(board.round().id(), PORTION);
            boolean placed = news.isEmpty() || boards.place(board, news);
            if (!placed) {
                QuarkusTransaction.setRollbackOnly(); // the work stays in the outbox
            }
            return placed && news.size() == PORTION;
        });
    }

    private List<Round> opened() {
        return contests.all().stream()
                .flatMap(contest -> contest.rounds().stream())
                .filter(round -> !clock.instant().isBefore(round.window().opens()))
                .toList();
    }

    private void rebuildIfGone(Round round, String runId) {
        Optional<Board> board = boards.inForce(round);
        if (board.isEmpty() || boards.outlived(board.get(), runId)) {
            rebuild(round, runId);
        }
    }

    private void rebuild(Round round, String runId) {
        if (!boards.leaseBuilding(round, node)) {
            return; // another node is at it
        }
        try {
            boards.withdraw(round);
            // What is committed from here on is in the outbox and is brought after the new board is in force.
            Board draft = boards.draft(round, "g" + UUID.randomUUID().toString().substring(0, 8), runId);
            standings.forEach(round.id(), portion -> {
                boards.placeInDraft(draft, portion);
                stayInCharge(round);
            });
            stayInCharge(round);
            boards.putInForce(draft);
            boards.discardOthers(draft);
            LOG.infof("board of %s/%d rebuilt", round.contest(), round.ordinal());
        } finally {
            boards.releaseBuilding(round, node);
        }
    }

    /** A node that was held up for so long that another took over leaves the board to it. */
    private void stayInCharge(Round round) {
        if (!boards.keepBuilding(round, node)) {
            throw new IllegalStateException("another node rebuilds the board of " + round.contest());
        }
    }

    /** A difference that is there twice, with nothing on its way, is one. */
    private void compare(Round round) {
        boolean differs = standings.outboxIsEmpty(round.id())
                && boards.inForce(round)
                        .map(board -> !sum(board).equals(standings.sum(round.id())))
                        .orElse(false);
        if (!differs) {
            suspects.remove(round.id());
        } else if (!suspects.add(round.id())) {
            LOG.errorf("board of %s/%d differs from the standings; it is rebuilt", round.contest(), round.ordinal());
            suspects.remove(round.id());
            boards.withdraw(round);
        }
    }

    private StandingStore.Sum sum(Board board) {
        long points = boards.unitTotals(board).stream()
                .mapToLong(BoardStore.UnitTotal::pointsHundredths)
                .sum();
        return new StandingStore.Sum(boards.people(board), points);
    }
}
