package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.bank.Form;
import org.leitai.contest.Round;
import org.leitai.support.Crowd;
import org.leitai.support.Handset;
import org.leitai.support.Handset.Reply;
import org.leitai.support.Papers;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.TestClock;
import org.leitai.support.TestContests;

/** What nobody may see: keys before the reveal, and what belongs to others. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SecretsHttpTest {

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
    private Handset phone;

    @BeforeEach
    void isSignedIn() {
        round = contests.open("reveal", "{ kind: at-close }");
        worker = crowd.member();
        phone = worker.phone();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    @DisplayName("AN20 nothing that a phone gets before the reveal tells a key or an explanation")
    void nothingThatAPhoneGetsBeforeTheRevealTellsAKey() {
        phone.start(round);
        phone.open(round);
        for (Form.Slot slot : form().slots()) {
            phone.put(slot.number(), 1);
            phone.put(slot.number(), 1, "nonsense");
            phone.put(slot.number(), 1, "A", "A", "A");
        }
        phone.next(1);
        phone.get(path() + "/answer");
        phone.get("/c/" + round.contest());
        phone.handIn();
        phone.open(round);
        phone.put(1, 9, "A");
        phone.get(path() + "/attempts/1");
        phone.get("/api" + path() + "/attempts/1");
        phone.get(path() + "/board");
        phone.get("/api" + path() + "/board?by=units");
        phone.get("/api" + path() + "/nothing");
        assertThat(phone.heard()).hasSizeGreaterThan(25);
        form().slots().forEach(slot -> assertThat(phone.heard()).allSatisfy(reply -> assertThat(reply.body())
                .doesNotContain(slot.item().explanation())));
        assertThat(phone.heard()).allSatisfy(reply ->
                assertThat(reply.body().toLowerCase()).doesNotContainPattern("\"(key|right|correct|explanation|source|accepted|verdict)\""));
    }

    @Test
    @DisplayName("AN20 a question on its way to a phone has these fields and no other")
    void aQuestionOnItsWayToAPhoneHasTheseFieldsAndNoOther() {
        phone.start(round);
        var state = phone.open(round).json();
        Set<String> fields = new TreeSet<>();
        state.path("slots").forEach(slot -> slot.fieldNames().forEachRemaining(fields::add));
        assertThat(fields).containsExactly("blanks", "options", "points", "slot", "stem", "type");
        assertThat(StreamSupport.stream(((Iterable<String>) state::fieldNames).spliterator(), false))
                .containsExactlyInAnyOrder(
                        "attempt", "ticket", "queue", "serverTimeMillis", "deadlineMillis", "graceMillis", "questionMillis", "currentSlot",
                        "currentEndsMillis", "slotCount", "slots", "answers", "lastSeq", "result");
    }

    /**
     * <pre>
     *        closes    + 2 s: the last answer that counts
     * ─────────┼─────────┼──────────
     *       hidden       │  shown
     * </pre>
     */
    @Test
    @DisplayName("AN20 a reveal at the close shows keys when the last answer that counts can have come, and not before")
    void aRevealAtTheCloseShowsKeysAfterTheLastAnswer() {
        papers.run(round, worker, 3);
        String explanation = form().slots().getFirst().item().explanation();
        String result = path() + "/attempts/1";
        assertThat(phone.get(result).body()).contains("30").doesNotContain(explanation);
        clock.stop(round.window().closes().plusSeconds(2).minusMillis(1));
        assertThat(phone.get(result).body()).doesNotContain(explanation);
        clock.stop(round.window().closes().plusSeconds(2));
        assertThat(phone.get(result).body()).contains(explanation);
    }

    @Test
    void aRevealAtHandInShowsThemWithTheResult() {
        Round other = contests.open();
        papers.run(other, worker, 3);
        assertThat(phone.get(Handset.pathOf(other) + "/attempts/1").body())
                .contains(papers.of(other, worker.id()).slots().getFirst().item().explanation());
    }

    @Test
    @DisplayName("AZ2 another person's attempt is out of reach by every route")
    void anotherPersonsAttemptIsOutOfReachByEveryRoute() {
        papers.run(round, worker, 6);
        phone.ready(round);
        Handset stranger = crowd.member().phone();
        assertThat(stranger.open(round).status()).isEqualTo(404);
        assertThat(stranger.get(path() + "/attempts/1").status()).isEqualTo(404);
        assertThat(stranger.get("/api" + path() + "/attempts/1").status()).isEqualTo(404);
        assertThat(stranger.get("/api" + path() + "/attempts/2").status()).isEqualTo(404);
        // The ticket names attempt and person and is signed: a made-up or mended one is none.
        for (String forged : List.of("", "1|1|1|s4", phone.ticket().substring(1), phone.ticket().replace('.', '_'))) {
            assertThat(stranger.withTicket(forged).put(1, 1, "A").status()).isEqualTo(401);
            assertThat(stranger.withTicket(forged).next(1).status()).isEqualTo(401);
            assertThat(stranger.withTicket(forged).handIn().status()).isEqualTo(401);
        }
        assertThat(sql.rows("select ordinal, finished_at is null from attempt where person_id = ? order by ordinal", worker.id().value()))
                .containsExactly("1|f", "2|t");
    }

    @Test
    void withoutAPersonPagesLeadToTheRegistrationAndProgramsGetA401() {
        var nobody = new Handset(null);
        assertThat(nobody.get(path() + "/attempts/1").status()).isEqualTo(303);
        assertThat(nobody.get(path() + "/answer").status()).isEqualTo(303);
        assertThat(nobody.get("/api" + path() + "/attempts/open").status()).isEqualTo(401);
        assertThat(nobody.get("/api" + path() + "/attempts/1").status()).isEqualTo(401);
        assertThat(nobody.postForm(path() + "/attempts").status()).isEqualTo(401);
    }

    @Test
    void whatDoesNotExistIsNotFoundAndNeverAFault() {
        Map.of(
                        "/c/none", 404,
                        "/c/none/r/1/answer", 404,
                        path() + "/attempts/99", 404,
                        path() + "/attempts/0", 404,
                        path() + "/attempts/-1", 404,
                        path() + "/attempts/9999999999", 404,
                        "/c/" + round.contest() + "/r/2/answer", 404,
                        "/c/" + round.contest() + "/r/abc/board", 404,
                        "/api/c/none/r/1/attempts/open", 404)
                .forEach((path, status) -> assertThat(phone.get(path).status()).as(path).isEqualTo(status));
    }

    @Test
    void aTicketOutlivesItsDeadlineByTenMinutesAndNoMore() {
        phone.ready(round);
        phone.put(1, 1, "A");
        clock.advance(Duration.ofMinutes(19));
        Reply stored = phone.put(1, 1, "A");
        assertThat(stored.state()).as("what was stored is still acknowledged").isEqualTo("saved");
        clock.advance(Duration.ofMinutes(2));
        assertThat(phone.put(1, 1, "A").status()).isEqualTo(410);
        assertThat(phone.put(1, 1, "A").code()).isEqualTo("ticket.expired");
    }

    private Form form() {
        return papers.of(round, worker.id());
    }

    private String path() {
        return Handset.pathOf(round);
    }
}
