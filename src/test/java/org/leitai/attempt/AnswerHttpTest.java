package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.leitai.contest.Round;
import org.leitai.support.Burst;
import org.leitai.support.Crowd;
import org.leitai.support.Handset;
import org.leitai.support.Handset.Reply;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.TestContests;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AnswerHttpTest {

    /** Slots of the small paper. */
    private static final int SINGLE = 1;

    private static final int MULTIPLE = 3;
    private static final int TRUE_FALSE = 5;

    @Inject
    TestContests contests;

    @Inject
    Crowd crowd;

    @Inject
    Sql sql;

    private Round round;
    private Crowd.Member worker;
    private Handset phone;

    @BeforeEach
    void isAnswering() {
        round = contests.open();
        worker = crowd.member();
        phone = worker.phone().ready(round);
    }

    @Test
    @DisplayName("AN1 the same answer sent twice is one row and the same reply to the byte")
    void theSameAnswerSentTwiceIsOneRowAndTheSameReply() {
        Reply first = phone.put(SINGLE, 1, "A");
        Reply retry = phone.put(SINGLE, 1, "A");
        assertThat(first.status()).isEqualTo(200);
        assertThat(retry).isEqualTo(first);
        assertThat(rows()).containsExactly("1|1|A");
    }

    @Test
    @DisplayName("AN1 a retry is acknowledged as the first time, even after a newer answer and after the hand-in")
    void aRetryIsAcknowledgedAsTheFirstTimeWhateverCameBetween() {
        Reply first = phone.put(SINGLE, 1, "A");
        phone.put(SINGLE, 2, "B");
        assertThat(phone.put(SINGLE, 1, "A")).isEqualTo(first);
        phone.handIn();
        assertThat(phone.put(SINGLE, 1, "A")).isEqualTo(first);
    }

    @Test
    @DisplayName("AN2 twenty identical submits in one burst have exactly one effect, for fifty answers")
    void twentyIdenticalSubmitsInOneBurstHaveExactlyOneEffect() {
        for (int seq = 1; seq <= 50; seq++) {
            int number = seq;
            List<Reply> replies = Burst.of(20, i -> phone.put(SINGLE, number, "A"));
            assertThat(Set.copyOf(replies)).hasSize(1);
            assertThat(replies.getFirst().status()).isEqualTo(200);
        }
        assertThat(rows()).hasSize(50);
    }

    @Test
    @DisplayName("AN3 of different answers in one burst the greatest number wins and the others learn it")
    void ofDifferentAnswersInOneBurstTheGreatestNumberWins() {
        String[] letters = {"A", "B", "C"};
        for (int attempt = 0; attempt < 20; attempt++) {
            int from = attempt * 3 + 1;
            List<Reply> replies = Burst.of(3, i -> phone.put(SINGLE, from + i, letters[i]));
            Reply newest = replies.get(2);
            assertThat(newest.state()).isEqualTo("saved");
            replies.subList(0, 2).stream()
                    .filter(reply -> reply.state().equals("superseded"))
                    .forEach(loser -> assertThat(loser.json().path("seq").asInt()).isBetween(from + 1, from + 2));
            assertThat(current()).isEqualTo((from + 2) + "|C");
        }
    }

    @Test
    @DisplayName("AN3 different answers under one number in one burst have one winner, the rest are told so")
    void differentAnswersUnderOneNumberHaveOneWinner() {
        for (int seq = 1; seq <= 20; seq++) {
            int number = seq;
            List<Reply> replies = Burst.of(4, i -> phone.put(SINGLE, number, List.of("A", "B", "C", "D").get(i)));
            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
            assertThat(replies).filteredOn(reply -> reply.status() == 409).hasSize(3)
                    .allMatch(reply -> reply.code().equals("attempt.seq-reused"));
        }
        assertThat(rows()).hasSize(20);
    }

    @Test
    @DisplayName("AN4 an older answer that arrives late is not stored and is told the newer one")
    void anOlderAnswerThatArrivesLateIsNotStored() {
        phone.put(SINGLE, 7, "C");
        JsonNode reply = phone.put(SINGLE, 6, "A").json();
        assertThat(reply.path("state").asText()).isEqualTo("superseded");
        assertThat(reply.path("seq").asInt()).isEqualTo(7);
        assertThat(reply.path("answer").get(0).asText()).isEqualTo("C");
        assertThat(rows()).containsExactly("1|7|C");
    }

    @Test
    @DisplayName("AN5 a number used again for another answer is refused and changes nothing")
    void aNumberUsedAgainForAnotherAnswerIsRefused() {
        phone.put(SINGLE, 1, "A");
        Reply reply = phone.put(SINGLE, 1, "B");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("attempt.seq-reused");
        assertThat(rows()).containsExactly("1|1|A");
    }

    @ParameterizedTest
    @DisplayName("AN8 what is no answer to the question is refused and not stored")
    @CsvSource(
            delimiter = ';',
            value = {
                "1; ['E']", "1; ['A','B']", "1; ['-1']", "1; ['9223372036854775808']", "1; [0]", "1; 'A'", "1; null",
                "1; {}", "1; [null]", "3; ['A','A']", "3; ['Z']", "5; ['A']", "5; [true]", "6; ['a','b','c','d','e']",
                "7; ['A']", "0; ['A']", "-1; ['A']", "9223372036854775808; ['A']", "abc; ['A']", "1.0; ['A']", "%31; 'A'"
            })
    void whatIsNoAnswerToTheQuestionIsRefused(String slot, String answer) {
        Reply reply = phone.put(slot, bytes("{'seq':1,'answer':" + answer + "}"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("attempt.malformed");
        assertThat(reply.json().path("title").asText()).isNotBlank();
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("AN9 ticks come back in the order of the letters, all and none of them too")
    void ticksComeBackInTheOrderOfTheLetters() {
        assertThat(phone.put(MULTIPLE, 1, "D", "B").json().path("answer").toString()).isEqualTo("[\"B\",\"D\"]");
        assertThat(phone.put(MULTIPLE, 2, "D", "C", "B", "A").json().path("answer")).hasSize(4);
        assertThat(phone.put(MULTIPLE, 3).json().path("answer")).isEmpty();
        assertThat(rows()).containsExactly("3|1|BD", "3|2|ABCD", "3|3|");
    }

    @Test
    @DisplayName("AN11 after the hand-in an answer is refused and the score stays")
    void afterTheHandInAnAnswerIsRefused() {
        phone.handIn();
        Reply reply = phone.put(SINGLE, 1, "A");
        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("attempt.closed");
        assertThat(reply.json().path("serverTimeMillis").asLong()).isCloseTo(
                contests.now().toEpochMilli(), org.assertj.core.data.Offset.offset(5_000L));
        assertThat(rows()).isEmpty();
    }

    @ParameterizedTest
    @DisplayName("AN14 TM4 what a phone claims beyond its answer is refused")
    @ValueSource(strings = {"score", "correct", "elapsed", "rank", "person", "attempt", "sentAt", "receivedAtMillis"})
    void whatAPhoneClaimsBeyondItsAnswerIsRefused(String claim) {
        Reply reply = phone.put("1", bytes("{'seq':1,'answer':['A'],'" + claim + "':1}"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(rows()).isEmpty();
    }

    @Test
    @DisplayName("AN15 on a second phone the same paper, deadline and answers are there, and it goes on")
    void onASecondPhoneTheSamePaperDeadlineAndAnswersAreThere() {
        phone.put(SINGLE, 4, "B");
        phone.put(TRUE_FALSE, 5, "T");
        JsonNode before = phone.open(round).json();
        Handset second = crowd.signIn(worker.id());
        JsonNode there = second.open(round).json();
        for (String field : List.of("attempt", "deadlineMillis", "slots", "answers", "lastSeq", "slotCount")) {
            assertThat(there.path(field)).as(field).isEqualTo(before.path(field));
        }
        assertThat(there.path("lastSeq").asInt()).isEqualTo(5);
        assertThat(second.put(SINGLE, 6, "C").state()).isEqualTo("saved");
        assertThat(phone.put(SINGLE, 5, "A").state()).isEqualTo("superseded");
    }

    @Test
    @DisplayName("AN17 TM3 hostile bodies are refused quickly and leave the server as it was")
    void hostileBodiesAreRefusedQuickly() {
        byte[] large = new byte[AnswerBody.LARGEST_BYTES + 1];
        byte[] huge = new byte[10 * 1024 * 1024];
        byte[] deep = bytes("{'seq':1,'answer':" + "[".repeat(4000));
        assertThat(quickly(large)).isEqualTo(413);
        assertThat(quickly(huge)).isEqualTo(413);
        assertThat(quickly(deep)).isEqualTo(400);
        assertThat(quickly(new byte[0])).isEqualTo(400);
        assertThat(quickly(bytes("\uFEFF{'seq':1,'answer':[]}"))).isEqualTo(400);
        assertThat(quickly(bytes("{'seq':1,'seq':2,'answer':[]}"))).isEqualTo(400);
        assertThat(phone.put(SINGLE, 1, "A").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("AN17 half a character in a blank is stored in a form that its retry equals")
    void halfACharacterIsStoredInAFormThatItsRetryEquals() {
        int blanks = phone.open(round).json().path("slots").get(5).path("blanks").asInt();
        String answer = IntStream.range(0, blanks).mapToObj(i -> "'a\\ud800\\u0000b'").collect(Collectors.joining(","));
        byte[] body = bytes("{'seq':1,'answer':[" + answer + "]}");
        Reply first = phone.put("6", body);
        assertThat(first.status()).isEqualTo(200);
        assertThat(phone.put("6", body)).isEqualTo(first);
    }

    @Test
    void withoutATicketOrWithAForgedOneNothingIsTaken() {
        assertThat(new Handset(null).put(SINGLE, 1, "A").code()).isEqualTo("ticket.missing");
        assertThat(phone.withTicket("a.b").put(SINGLE, 1, "A").code()).isEqualTo("ticket.invalid");
        assertThat(phone.withTicket(phone.ticket() + "x").put(SINGLE, 1, "A").status()).isEqualTo(401);
        assertThat(rows()).isEmpty();
    }

    /** Wall time of the whole exchange; the limit leaves room for a busy machine. */
    private int quickly(byte[] body) {
        Instant before = Instant.now();
        int status = phone.put("1", body).status();
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(3));
        return status;
    }

    private static byte[] bytes(String body) {
        return body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private List<String> rows() {
        return sql.rows(
                "select slot, client_seq, answer from response r join attempt a on a.id = r.attempt_id where a.round_id = ?"
                        + " order by slot, client_seq",
                round.id().value());
    }

    private String current() {
        return sql.rows(
                        "select client_seq, answer from response r join attempt a on a.id = r.attempt_id"
                                + " where a.round_id = ? and slot = 1 order by client_seq desc limit 1",
                        round.id().value())
                .getFirst();
    }
}
