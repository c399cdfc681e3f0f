package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.bank.Form;
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

/**
 * A clock for each question.
 *
 * <pre>
 *  question 1 delivered      its 15 s are over   + 2 s      question 2 delivered
 * ──────────┼────────────────────────┼─────────────┼───────────────┼──────────────
 *           │       slot 1 is taken                │ locked        │ slot 2 is taken
 * </pre>
 */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class QuestionClockHttpTest {

    @Inject
    TestContests contests;

    @Inject
    GroupCommit writers;

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
    private Handset phone;
    private JsonNode first;

    @BeforeEach
    void seesTheFirstQuestion() {
        round = contests.open("paperClock", null, "questionClock", "15s");
        worker = crowd.member();
        phone = worker.phone();
        phone.start(round);
        first = phone.open(round).json();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void onlyTheFirstQuestionIsDelivered() {
        assertThat(first.path("slots")).hasSize(1);
        assertThat(first.path("slotCount").asInt()).isEqualTo(TestContests.SLOTS);
        assertThat(first.path("currentSlot").asInt()).isEqualTo(1);
        assertThat(first.path("questionMillis").asLong()).isEqualTo(15_000);
    }

    @Test
    void theNextQuestionIsDeliveredOnceHoweverOftenItIsAskedFor() {
        JsonNode second = phone.next(1).json();
        assertThat(second.path("slots")).hasSize(2);
        assertThat(second.path("currentSlot").asInt()).isEqualTo(2);
        clock.advance(Duration.ofSeconds(3));
        Burst.of(10, i -> phone.next(1));
        JsonNode again = phone.next(1).json();
        assertThat(again.path("currentSlot").asInt()).isEqualTo(2);
        assertThat(again.path("currentEndsMillis")).isEqualTo(second.path("currentEndsMillis"));
        assertThat(sql.number(
                        "select count(*) from delivery d join attempt a on a.id = d.attempt_id where a.person_id = ?",
                        worker.id().value()))
                .isEqualTo(2);
    }

    @Test
    void aReloadShowsTheSameQuestionWithTheSameEnd() {
        clock.advance(Duration.ofSeconds(3));
        JsonNode again = phone.open(round).json();
        assertThat(again.path("currentEndsMillis")).isEqualTo(first.path("currentEndsMillis"));
        assertThat(again.path("slots")).hasSize(1);
    }

    @Test
    @DisplayName("AN10 an answer to a question that was not delivered yet, or no longer can be answered, is refused")
    void anAnswerToAQuestionThatIsNotOnItsTurnIsRefused() {
        assertLocked(phone.put(2, 1, "A"));
        assertThat(phone.put(1, 1, "A").status()).isEqualTo(200);
        phone.next(1);
        assertLocked(phone.put(1, 2, "B"));
        assertThat(phone.put(2, 3, "A").status()).isEqualTo(200);
        assertLocked(phone.put(3, 4, "A"));
        assertThat(phone.put(1, 1, "A").state())
                .as("a retry of what was stored")
                .isEqualTo("saved");
    }

    @Test
    @DisplayName("AN10 TM2 a question is open for its time and the grace, to the millisecond")
    void aQuestionIsOpenForItsTimeAndTheGrace() {
        Instant last =
                Instant.ofEpochMilli(first.path("currentEndsMillis").asLong()).plusSeconds(2);
        assertThat(append(1, 1, last)).isInstanceOf(AnswerResult.Stored.class);
        assertThat(append(1, 2, last.plusMillis(1))).isEqualTo(new AnswerResult.Refused(AttemptRefusal.SLOT_LOCKED));
    }

    @Test
    @DisplayName(
            "TM1 an answer that arrived before the next question was asked for counts, even if it is written after it")
    void anAnswerThatArrivedBeforeTheNextQuestionCounts() {
        Instant arrived = contests.now();
        clock.advance(Duration.ofMillis(500));
        phone.next(1);
        assertThat(append(1, 1, arrived)).isInstanceOf(AnswerResult.Stored.class);
        assertThat(append(1, 2, contests.now())).isEqualTo(new AnswerResult.Refused(AttemptRefusal.SLOT_LOCKED));
        assertThat(append(2, 3, arrived))
                .as("before it was delivered")
                .isEqualTo(new AnswerResult.Refused(AttemptRefusal.SLOT_LOCKED));
    }

    @Test
    void answeredToTheEndThePaperIsWorthWhatItIsWorth() {
        for (Form.Slot slot : papers.of(round, worker.id()).slots()) {
            assertThat(phone.put(slot.number(), slot.number(), Papers.right(slot))
                            .status())
                    .isEqualTo(200);
            assertThat(phone.next(slot.number()).status()).isEqualTo(200);
        }
        assertThat(phone.next(TestContests.SLOTS).json().path("currentSlot").asInt())
                .isEqualTo(TestContests.SLOTS);
        assertThat(phone.handIn().status()).isEqualTo(200);
        assertThat(sql.number(
                        "select points_hundredths from attempt where person_id = ?",
                        worker.id().value()))
                .isEqualTo(TestContests.SLOTS * 1000);
        assertThat(phone.next(TestContests.SLOTS).code()).isEqualTo("attempt.closed");
    }

    @Test
    void whatIsNoWishForTheNextQuestionIsRefused() {
        for (String body : new String[] {
            "",
            "{}",
            "{\"from\":0}",
            "{\"from\":-1}",
            "{\"from\":\"1\"}",
            "{\"from\":1,\"to\":5}",
            "{\"from\":9223372036854775808}",
            "[1]",
            "null",
            "{\"from\":1.0}"
        }) {
            assertThat(phone.post("/api/answers/next", body).status()).as(body).isEqualTo(400);
        }
        assertThat(phone.next(5).json().path("currentSlot").asInt())
                .as("no question is skipped")
                .isEqualTo(1);
        assertThat(phone.withTicket("a.b").next(1).status()).isEqualTo(401);
        assertThat(phone.withTicket("").next(1).status()).isEqualTo(401);
    }

    private AnswerResult append(int slot, int seq, Instant received) {
        long attempt = sql.number(
                "select id from attempt where person_id = ?", worker.id().value());
        return writers.append(attempt, worker.id().value(), slot, seq, "A", received.toEpochMilli())
                .toCompletableFuture()
                .orTimeout(5, TimeUnit.SECONDS)
                .join();
    }

    private static void assertLocked(Reply reply) {
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("attempt.slot-locked");
        assertThat(reply.json().path("serverTimeMillis").asLong()).isPositive();
    }
}
