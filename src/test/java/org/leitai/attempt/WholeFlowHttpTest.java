package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.leitai.bank.Form;
import org.leitai.contest.Round;
import org.leitai.kernel.PersonId;
import org.leitai.support.Handset;
import org.leitai.support.Handset.Reply;
import org.leitai.support.Papers;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.TestContests;
import org.leitai.support.Workers;

/** A worker from the code on the poster to the place on the board, as a phone sees it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class WholeFlowHttpTest {

    @Inject
    TestContests contests;

    @Inject
    Workers workers;

    @Inject
    Papers papers;

    @Inject
    Sql sql;

    @Test
    void aWorkerRegistersAnswersHandsInAndStandsOnTheBoard() {
        Round round = contests.open();
        String path = Handset.pathOf(round);
        assertThat(new Handset(null).get("/c/" + round.contest()).body()).contains("测试竞赛");

        Workers.Worker worker = workers.register();
        var phone = new Handset(worker.cookie());
        Reply started = phone.postForm(path + "/attempts");
        assertThat(started.status()).isEqualTo(303);
        assertThat(phone.get(path + "/answer").status()).isEqualTo(200);
        JsonNode state = phone.open(round).json();
        assertThat(state.path("slots")).hasSize(TestContests.SLOTS);

        var person = new PersonId(sql.number("select id from person where phone = ?", worker.phone()));
        for (Form.Slot slot : papers.of(round, person).slots().subList(0, 4)) {
            assertThat(phone.put(slot.number(), slot.number(), Papers.right(slot)).state()).isEqualTo("saved");
        }
        Reply handedIn = phone.handIn();
        assertThat(handedIn.json().path("result").asText()).isEqualTo(path + "/attempts/1");
        assertThat(phone.handIn()).as("a second hand-in changes nothing").isEqualTo(handedIn);

        Reply result = phone.get(path + "/attempts/1");
        assertThat(result.status()).isEqualTo(200);
        assertThat(result.body()).contains("40").contains("60");
        await().atMost(Duration.ofSeconds(5)).until(() -> rank(phone, path) == 1);
        JsonNode board = phone.get("/api" + path + "/board").json();
        assertThat(board.path("rows")).hasSize(1);
        assertThat(board.path("mine").path("score").asText()).isEqualTo("40");
        JsonNode units = phone.get("/api" + path + "/board?by=units").json();
        assertThat(units.path("rows").get(0).path("people").asInt()).isEqualTo(1);
        assertThat(phone.get("/c/" + round.contest()).body()).contains("40");
    }

    private static int rank(Handset phone, String path) {
        return phone.get("/api" + path + "/attempts/1").json().path("rank").asInt();
    }
}
