package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheet;
import org.leitai.support.Burst;
import org.leitai.support.Crowd;
import org.leitai.support.Handset;
import org.leitai.support.Papers;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.TestClock;
import org.leitai.support.TestContests;

/**
 * What is still in time.
 *
 * <pre>
 *  started            deadline       + 2 s grace        + 5 s settling
 * ────┼──────────────────┼──────────────┼───────────────────┼──────────
 *     │     answers are taken           │     too late      │ the sweeper ends what is open
 * </pre>
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class DeadlineStoreTest {

    private static final Duration PAPER = Duration.ofMinutes(10);

    @Inject
    GroupCommit writers;

    @Inject
    AttemptSweeper sweeper;

    @Inject
    TestContests contests;

    @Inject
    TestClock clock;

    @Inject
    Crowd crowd;

    @Inject
    Papers papers;

    @Inject
    Sql sql;

    private Round round;
    private Crowd.Member worker;
    private long attempt;
    private Instant started;
    private int seq;

    @BeforeEach
    void isAnswering() {
        round = contests.open("reveal", "{ kind: at-close }");
        worker = crowd.member();
        worker.phone().ready(round);
        attempt = sql.number(
                "select id from attempt where person_id = ?", worker.id().value());
        started = Instant.ofEpochMilli(sql.number(
                "select (extract(epoch from started_at) * 1000)::bigint from attempt where id = ?", attempt));
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    @DisplayName("TM1 an answer that waited in a queue is judged by the instant of its arrival")
    void anAnswerThatWaitedInAQueueIsJudgedByItsArrival() {
        Instant deadline = started.plus(PAPER);
        clock.advance(PAPER.plusSeconds(5));
        AnswerResult result = append(deadline.plus(RuleSheet.GRACE).minusMillis(1));
        assertThat(result)
                .isInstanceOfSatisfying(AnswerResult.Stored.class, stored -> assertThat(stored.receivedAtMillis())
                        .isEqualTo(deadline.plus(RuleSheet.GRACE).minusMillis(1).toEpochMilli()));
    }

    @Test
    @DisplayName("TM2 an answer is taken up to deadline and grace, to the millisecond")
    void anAnswerIsTakenUpToDeadlineAndGrace() {
        Instant last = started.plus(PAPER).plus(RuleSheet.GRACE);
        assertThat(append(last.minusMillis(1))).isInstanceOf(AnswerResult.Stored.class);
        assertThat(append(last)).isInstanceOf(AnswerResult.Stored.class);
        assertThat(append(last.plusMillis(1))).isEqualTo(new AnswerResult.Refused(AttemptRefusal.TOO_LATE));
    }

    @Test
    @DisplayName("TM2 nothing is taken before the first delivery")
    void nothingIsTakenBeforeTheFirstDelivery() {
        assertThat(append(started)).isInstanceOf(AnswerResult.Stored.class);
        assertThat(append(started.minusMillis(1))).isEqualTo(new AnswerResult.Refused(AttemptRefusal.NOT_DELIVERED));
    }

    @Test
    @DisplayName("TM2 where the round ends first, its end is the deadline")
    void whereTheRoundEndsFirstItsEndIsTheDeadline() {
        Instant end = contests.now().plusSeconds(30);
        contests.moveEnd(round, end);
        Instant last = end.plus(RuleSheet.GRACE);
        assertThat(append(last)).isInstanceOf(AnswerResult.Stored.class);
        assertThat(append(last.plusMillis(1))).isEqualTo(new AnswerResult.Refused(AttemptRefusal.TOO_LATE));
    }

    @Test
    @DisplayName("TM9 shortening and extending a round reach every deadline, and nobody is ended early")
    void shorteningAndExtendingARoundReachEveryDeadline() {
        Instant now = contests.now();
        contests.moveEnd(round, now.plusSeconds(60));
        assertThat(deadline()).isEqualTo(now.plusSeconds(60));
        contests.moveEnd(contests.again(round), now.plus(Duration.ofMinutes(5)));
        assertThat(deadline()).isEqualTo(now.plus(Duration.ofMinutes(5)));
        clock.advance(Duration.ofSeconds(120));
        sweeper.sweep();
        assertThat(isOpen()).isTrue();
        contests.moveEnd(contests.again(round), now.plus(Duration.ofHours(5)));
        assertThat(deadline()).isEqualTo(started.plus(PAPER));
    }

    @Test
    @DisplayName("AZ2 an answer for another person's attempt is not taken")
    void anAnswerForAnotherPersonsAttemptIsNotTaken() {
        long other = crowd.member().id().value();
        assertThat(result(writers.append(attempt, other, 1, 1, "A", started.toEpochMilli())))
                .isEqualTo(new AnswerResult.Refused(AttemptRefusal.UNKNOWN));
        assertThat(sql.number("select count(*) from response where attempt_id = ?", attempt))
                .isZero();
    }

    @Test
    @DisplayName("TM5 an overdue attempt is ended once, with the answers that were acknowledged, at its deadline")
    void anOverdueAttemptIsEndedOnceWithItsAnswers() {
        papers.answer(round, worker, TestContests.SLOTS);
        clock.advance(PAPER.plusSeconds(6));
        sweeper.sweep();
        assertThat(isOpen()).as("answers may still be on their way").isTrue();
        clock.advance(Duration.ofSeconds(2));
        Burst.of(4, i -> {
            sweeper.sweep();
            return null;
        });
        sweeper.sweep();
        assertThat(sql.rows(
                        "select points_hundredths, elapsed_millis, finished_at = clock_ends_at from attempt where id = ?",
                        attempt))
                .containsExactly(TestContests.SLOTS * 1000 + "|" + PAPER.toMillis() + "|t");
        assertThat(sql.rows(
                        "select revision, attempts from standing where person_id = ?",
                        worker.id().value()))
                .containsExactly("1|1");
    }

    @Test
    @DisplayName("TM5 several sweepers at once end each attempt once")
    void severalSweepersAtOnceEndEachAttemptOnce() {
        List<Crowd.Member> members = crowd.members(30);
        members.forEach(member -> member.phone().ready(round));
        clock.advance(PAPER.plusSeconds(8));
        Burst.of(6, i -> {
            sweeper.sweep();
            return null;
        });
        sweeper.sweep();
        assertThat(sql.number(
                        "select count(*) from attempt where round_id = ? and finished_at is null",
                        round.id().value()))
                .isZero();
        assertThat(sql.rows(
                        "select count(*), max(revision) from standing where round_id = ?",
                        round.id().value()))
                .containsExactly("31|1");
    }

    @Test
    @DisplayName("a hand-in within the grace counts as one at the deadline")
    void aHandInWithinTheGraceCountsAsOneAtTheDeadline() {
        clock.advance(PAPER.plusSeconds(1));
        assertThat(worker.phone().handIn().status()).isEqualTo(200);
        assertThat(sql.number("select elapsed_millis from attempt where id = ?", attempt))
                .isEqualTo(PAPER.toMillis());
    }

    @Test
    @DisplayName("DB12 an attempt that cannot be ended does not keep others from being ended")
    void anAttemptThatCannotBeEndedDoesNotKeepOthersFromBeingEnded() {
        Crowd.Member poisoned = crowd.member();
        poisoned.phone().ready(round);
        sql.update(
                "insert into response select id, 1, 1, 'Z', now() from attempt where person_id = ?",
                poisoned.id().value());
        clock.advance(PAPER.plusSeconds(8));
        sweeper.sweep();
        assertThat(isOpen()).isFalse();
        sql.update("delete from response where answer = 'Z'");
        sweeper.sweep();
    }

    private AnswerResult append(Instant received) {
        return result(writers.append(attempt, worker.id().value(), 1, ++seq, "A", received.toEpochMilli()));
    }

    private static AnswerResult result(CompletionStage<AnswerResult> stage) {
        return stage.toCompletableFuture().orTimeout(5, TimeUnit.SECONDS).join();
    }

    private Instant deadline() {
        Handset.Reply reply = worker.phone().open(round);
        return Instant.ofEpochMilli(reply.json().path("deadlineMillis").asLong());
    }

    private boolean isOpen() {
        return sql.number("select count(*) from attempt where id = ? and finished_at is null", attempt) == 1;
    }
}
