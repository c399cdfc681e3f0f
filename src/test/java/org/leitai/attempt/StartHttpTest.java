package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.contest.Round;
import org.leitai.support.Burst;
import org.leitai.support.Crowd;
import org.leitai.support.Handset;
import org.leitai.support.Handset.Reply;
import org.leitai.support.Papers;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.TestClock;
import org.leitai.support.TestContests;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class StartHttpTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    @Inject
    TestContests contests;

    @Inject
    AttemptSweeper sweeper;

    @Inject
    TestClock clock;

    @Inject
    Crowd crowd;

    @Inject
    Papers papers;

    @Inject
    Sql sql;

    private Crowd.Member worker;
    private Handset phone;

    @BeforeEach
    void isSignedIn() {
        contests.open(); // loads the units
        worker = crowd.member();
        phone = worker.phone();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    @DisplayName("AN18 twenty starts in one burst are one attempt")
    void twentyStartsInOneBurstAreOneAttempt() {
        Round round = contests.open();
        for (Crowd.Member member : crowd.members(10)) {
            List<Reply> replies = Burst.of(20, i -> member.phone().start(round));
            assertThat(replies).allMatch(reply -> reply.status() == 200);
            assertThat(attempts(member)).isEqualTo(1);
        }
    }

    @Test
    @DisplayName("AN18 while an attempt is open a further start finds it")
    void whileAnAttemptIsOpenAFurtherStartFindsIt() {
        Round round = contests.open("attempts", "{ total: 1 }", "counting", "{ kind: only }");
        phone.ready(round);
        assertThat(phone.start(round).json().path("answerPage").asText()).isEqualTo(Handset.pathOf(round) + "/answer");
        assertThat(attempts(worker)).isEqualTo(1);
    }

    /**
     * <pre>
     *       opens          closes
     * ────────┼──────────────┼────────
     *   403   │    200       │  410
     * </pre>
     */
    @Test
    @DisplayName("TM8 a start is taken from the opening on until the close, to the millisecond")
    void aStartIsTakenFromTheOpeningUntilTheClose() {
        Instant opens = contests.now().plus(Duration.ofHours(2));
        Instant closes = opens.plus(Duration.ofHours(1));
        Round round = contests.between(opens, closes);
        assertThat(phone.start(round).code()).isEqualTo("attempt.not-yet");
        assertThat(phone.start(round).status()).isEqualTo(403);
        assertThat(phone.open(round).status()).isEqualTo(404);
        stop(opens.minusMillis(1));
        assertThat(phone.start(round).status()).isEqualTo(403);
        stop(opens);
        assertThat(phone.start(round).status()).isEqualTo(200);
        stop(closes.minusMillis(1));
        assertThat(crowd.member().phone().start(round).status()).isEqualTo(200);
        stop(closes);
        assertThat(crowd.member().phone().start(round).status()).isEqualTo(410);
        assertThat(crowd.member().phone().start(round).code()).isEqualTo("attempt.ended");
    }

    @Test
    void anAllowancePerDayIsFreshAtMidnightInTheContestsZone() {
        ZonedDateTime noon = ZonedDateTime.now(SHANGHAI)
                .plusDays(1)
                .withHour(12)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        Round round = contests.between(
                noon.minusDays(2).toInstant(), noon.plusDays(10).toInstant(), "attempts", "{ perDay: 2 }");
        Instant midnight = noon.toLocalDate().plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        stop(midnight.minusSeconds(30));
        papers.run(round, worker, 0);
        papers.run(round, worker, 0);
        stop(midnight.minusMillis(1));
        assertThat(phone.start(round).code()).isEqualTo("attempt.no-more-today");
        assertThat(phone.start(round).status()).isEqualTo(409);
        stop(midnight);
        assertThat(phone.start(round).status()).isEqualTo(200);
        assertThat(sql.rows(
                        "select ordinal, day from attempt where person_id = ? order by ordinal",
                        worker.id().value()))
                .containsExactly(
                        "1|" + noon.toLocalDate(),
                        "2|" + noon.toLocalDate(),
                        "3|" + noon.toLocalDate().plusDays(1));
    }

    @Test
    void anAllowanceInAllIsUsedUpForEver() {
        Round round = contests.open("attempts", "{ perDay: 3, total: 2 }");
        papers.run(round, worker, 1);
        papers.run(round, worker, 2);
        assertThat(phone.start(round).code()).isEqualTo("attempt.no-more");
        clock.advance(Duration.ofHours(23));
        assertThat(phone.start(round).code()).isEqualTo("attempt.no-more");
    }

    /**
     * <pre>
     *  00:00    from 08:00          until 22:00    24:00
     * ───┼─────────┼─────────────────────┼────────────┼───
     *    │ resting │        open         │  resting   │
     * </pre>
     */
    @Test
    void outsideOfTheDailyHoursNobodyStartsButWhoIsAnsweringGoesOn() {
        ZonedDateTime day = ZonedDateTime.now(SHANGHAI)
                .plusDays(1)
                .withHour(8)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
        Round round = contests.between(
                day.minusDays(2).toInstant(),
                day.plusDays(9).toInstant(),
                "daily",
                "{ from: \"08:00\", until: \"22:00\" }");
        stop(day.toInstant().minusMillis(1));
        assertThat(phone.start(round).code()).isEqualTo("attempt.resting");
        assertThat(phone.start(round).status()).isEqualTo(403);
        stop(day.withHour(22).toInstant().minusMillis(1));
        phone.ready(round);
        stop(day.withHour(22).toInstant());
        assertThat(crowd.member().phone().start(round).code()).isEqualTo("attempt.resting");
        assertThat(phone.put(1, 1, "A").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("TM7 the personal clock starts with the first delivery and not with the start")
    void thePersonalClockStartsWithTheFirstDelivery() {
        Round round = contests.open();
        phone.start(round);
        clock.advance(Duration.ofMinutes(3));
        long delivered = contests.now().toEpochMilli();
        long deadline = phone.open(round).json().path("deadlineMillis").asLong();
        assertThat(deadline - delivered).isCloseTo(Duration.ofMinutes(10).toMillis(), within(2_000L));
        clock.advance(Duration.ofMinutes(1));
        assertThat(phone.open(round).json().path("deadlineMillis").asLong()).isEqualTo(deadline);
    }

    @Test
    @DisplayName("TM7 the personal clock is bounded by the end of the round")
    void thePersonalClockIsBoundedByTheEndOfTheRound() {
        Instant end = contests.now().plusSeconds(90);
        Round round = contests.between(contests.now().minusSeconds(60), end);
        phone.start(round);
        assertThat(phone.open(round).json().path("deadlineMillis").asLong()).isEqualTo(end.toEpochMilli());
    }

    @Test
    void anAttemptThatWasNeverDeliveredCountsForNothing() {
        Round round =
                contests.between(contests.now().minusSeconds(60), contests.now().plusSeconds(60));
        phone.start(round);
        clock.advance(Duration.ofSeconds(70));
        sweeper.sweep();
        assertThat(sql.rows(
                        "select started_at, points_hundredths, elapsed_millis from attempt where person_id = ?",
                        worker.id().value()))
                .containsExactly("null|0|0");
        assertThat(sql.number(
                        "select count(*) from standing where person_id = ?",
                        worker.id().value()))
                .isZero();
    }

    /** Else its end lay before its start, which the table refuses: the sweeper would stumble over it for ever. */
    @Test
    @DisplayName("DB12 after the end of the round nothing is delivered any more, and the sweeper gets by")
    void afterTheEndOfTheRoundNothingIsDeliveredAnyMore() {
        Instant end = contests.now().plusSeconds(60);
        Round round = contests.between(contests.now().minusSeconds(60), end);
        phone.start(round);
        Crowd.Member other = crowd.member();
        other.phone().ready(round);
        stop(end);
        Reply late = phone.open(round);
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.code()).isEqualTo("attempt.ended");
        assertThat(late.body()).doesNotContain("stem");
        clock.advance(Duration.ofSeconds(8));
        sweeper.sweep();
        // The sweeper of the running application may be at the same rows, which this sweep then leaves to it.
        await().untilAsserted(() -> assertThat(sql.number(
                        "select count(*) from attempt where round_id = ? and finished_at is null",
                        round.id().value()))
                .isZero());
    }

    @Test
    void theFormWithoutScriptLeadsToTheAnsweringPageOrSaysWhyNot() {
        Round round = contests.open("attempts", "{ total: 1 }");
        Reply started = phone.postForm(Handset.pathOf(round) + "/attempts");
        assertThat(started.status()).isEqualTo(303);
        assertThat(started.location()).endsWith(Handset.pathOf(round) + "/answer");
        phone.open(round);
        phone.handIn();
        Reply refused = phone.postForm(Handset.pathOf(round) + "/attempts");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("答题次数已经用完");
    }

    @Test
    void nobodyStartsWithoutBeingSignedIn() {
        Round round = contests.open();
        assertThat(new Handset(null).start(round).status()).isEqualTo(401);
        assertThat(new Handset("forged.cookie").start(round).status()).isEqualTo(401);
    }

    /** The clock stands there until it is moved on; it is never set back before a reset. */
    private void stop(Instant at) {
        clock.stop(at);
    }

    private long attempts(Crowd.Member member) {
        return sql.number(
                "select count(*) from attempt where person_id = ?", member.id().value());
    }
}
