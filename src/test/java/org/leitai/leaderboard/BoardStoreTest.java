package org.leitai.leaderboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.contest.Round;
import org.leitai.contest.Tally;
import org.leitai.kernel.PersonId;
import org.leitai.kernel.Points;
import org.leitai.kernel.UnitId;
import org.leitai.leaderboard.Boards.PersonRow;
import org.leitai.support.Burst;
import org.leitai.support.Crowd;
import org.leitai.support.Handset;
import org.leitai.support.Papers;
import org.leitai.support.RealServers;
import org.leitai.support.Standings;
import org.leitai.support.TestContests;

/** Boards against what SQL says of the same standings. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class BoardStoreTest {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    @Inject
    Boards boards;

    @Inject
    BoardStore store;

    @Inject
    BoardKeeper keeper;

    @Inject
    Standings standings;

    @Inject
    TestContests contests;

    @Inject
    Crowd crowd;

    @Inject
    Papers papers;

    @Inject
    Redis redis;

    private Round round;
    private Instant noon;

    @BeforeEach
    void aBoardIsInForce() {
        round = contests.open();
        noon = contests.now();
        await().atMost(SOON).until(() -> !boards.persons(round, 1).rebuilding());
    }

    @Test
    @DisplayName("LB3 what a crash left in the outbox is on the board within five seconds")
    void whatACrashLeftInTheOutboxIsOnTheBoardSoon() {
        Crowd.Member worker = crowd.member();
        standings.write(round, worker.id(), 90, 59_999, noon);
        await().atMost(SOON).pollInterval(POLL).untilAsserted(() -> assertThat(board())
                .containsExactly("1|" + worker.id().value() + "|9000|59999"));
    }

    @Test
    @DisplayName("LB4 the same news twice, or old news late, changes nothing")
    void theSameNewsTwiceOrOldNewsLateChangesNothing() {
        List<Crowd.Member> members = crowd.members(3);
        members.forEach(member -> standings.write(round, member.id(), 50, 1000, noon));
        awaitNews();
        standings.write(round, members.getFirst().id(), 90, 2000, noon);
        awaitNews();
        awaitBoardAsSql("before");
        List<String> before = board();
        List<String> unitsBefore = units();
        standings.announceAgain(round);
        awaitNews();
        var old = new Tally(1, Points.of(50), 1000, noon);
        var late = new Standing(
                round.id(), members.getFirst().id(), crowd.leaves().getFirst().id(), old, 1, 1);
        assertThat(store.place(store.inForce(round).orElseThrow(), List.of(late, late)))
                .isTrue();
        assertThat(units()).isEqualTo(unitsBefore).isEqualTo(standings.units(round));
        assertThat(standings.board(round)).isEqualTo(before);
        assertRanks(before);
    }

    @Test
    @DisplayName(
            "LB5 LB6 TM11 a random board is as SQL ranks it: ties share, the next is skipped, the same on every page")
    void aRandomBoardIsAsSqlRanksIt() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (Crowd.Member member : crowd.members(65)) {
            standings.write(
                    round,
                    member.id(),
                    random.nextInt(3) * 50,
                    59_999 + random.nextInt(2),
                    noon.plusMillis(random.nextInt(2)));
        }
        awaitNews();
        awaitBoardAsSql("seed " + seed);
        for (PersonRow row : boards.persons(round, 4).rows()) {
            assertThat(boards.rankOf(round, row.person()).orElseThrow().rank())
                    .as("seed %d", seed)
                    .isEqualTo(row.rank());
        }
    }

    @Test
    @DisplayName("LB6 a rank that is shared across two pages is the same on both")
    void aRankThatIsSharedAcrossTwoPagesIsTheSameOnBoth() {
        crowd.members(Boards.PAGE_ROWS - 2).forEach(member -> standings.write(round, member.id(), 100, 1000, noon));
        crowd.members(5).forEach(member -> standings.write(round, member.id(), 90, 1000, noon));
        crowd.members(1).forEach(member -> standings.write(round, member.id(), 80, 1000, noon));
        awaitNews();
        awaitBoardAsSql("as SQL");
        assertThat(boards.persons(round, 1).rows()).extracting(PersonRow::rank).endsWith(1, 19, 19);
        assertThat(boards.persons(round, 2).rows()).extracting(PersonRow::rank).containsExactly(19, 19, 19, 24);
    }

    @Test
    void myRankSaysWhoIsAheadAndByWhat() {
        List<Crowd.Member> members = crowd.members(6);
        long[][] results = {{100, 9000, 9}, {90, 1000, 9}, {90, 2000, 1}, {90, 2000, 2}, {90, 2000, 2}, {80, 1, 1}};
        IntStream.range(0, 6)
                .forEach(i -> standings.write(
                        round, members.get(i).id(), results[i][0], results[i][1], noon.plusMillis(results[i][2])));
        awaitNews();
        Boards.MyRank mine = boards.rankOf(round, members.get(4).id()).orElseThrow();
        assertThat(List.of(
                        (long) mine.rank(),
                        mine.people(),
                        mine.betterByPoints(),
                        mine.betterByTime(),
                        mine.betterByRest()))
                .containsExactly(4L, 6L, 1L, 1L, 1L);
        assertThat(mine.percentBehind()).isEqualTo(33);
        assertThat(boards.rankOf(round, crowd.member().id())).isEmpty();
    }

    @Test
    @DisplayName("LB1 after FLUSHALL the board says that it is rebuilt, answers are taken, and then it is as SQL says")
    void afterFlushallTheBoardIsRebuiltAndAnswersAreTaken() {
        crowd.members(40)
                .forEach(member -> standings.write(
                        round,
                        member.id(),
                        member.id().value() % 3 * 10,
                        member.id().value() % 5,
                        noon));
        awaitNews();
        Crowd.Member answering = crowd.member();
        answering.phone().ready(round);
        redis.sendAndAwait(Request.cmd(Command.FLUSHALL));
        Handset.Reply page = answering
                .phone()
                .get("/api" + Handset.pathOf(round)
                        + "/board?page=77"); // nobody has asked for it within the last second
        assertThat(page.json().path("state").asText()).isEqualTo("rebuilding");
        papers.answer(round, answering, 6);
        assertThat(answering.phone().handIn().status()).isEqualTo(200);
        awaitNews();
        awaitBoardAsSql("rebuilt");
        assertThat(board()).hasSize(41);
        assertThat(units()).isEqualTo(standings.units(round));
    }

    @Test
    @DisplayName("LB1 scripts that Redis has forgotten are sent again")
    void scriptsThatRedisHasForgottenAreSentAgain() {
        redis.sendAndAwait(Request.cmd(Command.SCRIPT).arg("FLUSH"));
        standings.write(round, crowd.member().id(), 90, 1000, noon);
        awaitNews();
        awaitBoardAsSql("as SQL");
        assertThat(board()).hasSize(1);
    }

    @Test
    @DisplayName("LB1 news of a round whose board is not in force do not hold up those of the others")
    void newsOfARoundWithoutABoardHoldUpNobody() {
        Round unopened = contests.between(noon.plusSeconds(3600), noon.plusSeconds(7200));
        try {
            standings.write(unopened, crowd.member().id(), 90, 1000, noon);
            standings.write(round, crowd.member().id(), 90, 1000, noon);
            await().atMost(SOON).pollInterval(POLL).untilAsserted(() -> assertThat(board())
                    .hasSize(1));
        } finally {
            standings.forgetNews(unopened);
        }
    }

    @Test
    @DisplayName("LB1 a node that has lost the lease neither keeps it nor takes it from the other")
    void aLeaseThatWasLostIsLost() {
        assertThat(store.leaseBuilding(round, "slow")).isTrue();
        store.releaseBuilding(round, "slow");
        assertThat(store.leaseBuilding(round, "quick")).isTrue();
        assertThat(store.keepBuilding(round, "slow")).isFalse();
        store.releaseBuilding(round, "slow");
        assertThat(store.keepBuilding(round, "quick")).isTrue();
        store.releaseBuilding(round, "quick");
    }

    @Test
    @DisplayName("LB1 a board that was tampered with is found, withdrawn and rebuilt")
    void aBoardThatWasTamperedWithIsFoundAndRebuilt() {
        crowd.members(3).forEach(member -> standings.write(round, member.id(), 50, 1000, noon));
        awaitNews();
        BoardStore.Board board = store.inForce(round).orElseThrow();
        redis.sendAndAwait(Request.cmd(Command.HINCRBY)
                .arg(board.key("units"))
                .arg(firstUnit(board) + ":points")
                .arg(100));
        keeper.compare();
        keeper.compare();
        await().atMost(SOON).until(() -> units().equals(standings.units(round)));
    }

    @Test
    @DisplayName("LB11 after two hundred hand-ins at once people and units are as SQL says")
    void afterTwoHundredHandInsAtOncePeopleAndUnitsAreAsSqlSays() {
        List<Crowd.Member> members = IntStream.range(0, 8)
                .boxed()
                .flatMap(i -> crowd.members(25, crowd.leaves().get(i * 3).id()).stream())
                .toList();
        members.forEach(member -> {
            member.phone().ready(round);
            papers.answer(round, member, (int) (member.id().value() % 3));
        });
        List<Handset.Reply> replies = Burst.of(200, i -> members.get(i).phone().handIn());
        assertThat(replies).allMatch(reply -> reply.status() == 200);
        awaitNews();
        awaitBoardAsSql("as SQL");
        assertThat(boards.people(round)).isEqualTo(200);
        assertThat(units()).hasSizeGreaterThan(1).isEqualTo(standings.units(round));
    }

    @Test
    void aPageThatIsReadWhileResultsChangeIsNeverAFault() {
        List<Crowd.Member> members = crowd.members(25);
        members.forEach(member -> standings.write(round, member.id(), 50, 1000, noon));
        awaitNews();
        awaitBoardAsSql("before");
        Burst.of(8, i -> {
            for (int n = 0; n < 25; n++) {
                if (i < 3) {
                    standings.write(round, members.get((i * 7 + n) % 25).id(), 50 + n % 5, 1000 - n, noon);
                } else {
                    assertThat(boards.persons(round, 1 + n % 2).rows()).isNotEmpty();
                }
            }
            return null;
        });
        awaitNews();
        awaitBoardAsSql("as SQL");
    }

    private void awaitNews() {
        await().atMost(SOON).pollInterval(POLL).until(() -> standings.unheard() == 0);
    }

    /** A page may be a second old. */
    private void awaitBoardAsSql(String seed) {
        await().atMost(SOON)
                .pollInterval(POLL)
                .untilAsserted(() -> assertThat(board()).as(seed).isEqualTo(standings.board(round)));
    }

    private List<String> board() {
        int pages = boards.persons(round, 1).pages();
        return IntStream.rangeClosed(1, pages)
                .boxed()
                .flatMap(page -> boards.persons(round, page).rows().stream())
                .map(row -> row.rank() + "|" + row.person().value() + "|"
                        + row.points().hundredths() + "|" + row.elapsedMillis())
                .toList();
    }

    private List<String> units() {
        return store.inForce(round).stream()
                .flatMap(board -> store.unitTotals(board).stream())
                .sorted(Comparator.comparing(total -> total.unit().value()))
                .map(total -> total.unit().value() + "|" + total.people() + "|" + total.pointsHundredths())
                .toList();
    }

    /** What everybody is told of the own rank comes straight from Redis. */
    private void assertRanks(List<String> board) {
        assertThat(board)
                .allSatisfy(row -> assertThat(boards.rankOf(round, new PersonId(Long.parseLong(row.split("\\|")[1])))
                                .orElseThrow()
                                .rank())
                        .isEqualTo(Integer.parseInt(row.split("\\|")[0])));
    }

    private String firstUnit(BoardStore.Board board) {
        UnitId unit = store.unitTotals(board).getFirst().unit();
        return String.valueOf(unit.value());
    }
}
