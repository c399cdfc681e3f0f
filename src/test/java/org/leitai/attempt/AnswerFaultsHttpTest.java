package org.leitai.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.leitai.contest.Round;
import org.leitai.support.Burst;
import org.leitai.support.Crowd;
import org.leitai.support.FaultProxy;
import org.leitai.support.Handset;
import org.leitai.support.Handset.Reply;
import org.leitai.support.Papers;
import org.leitai.support.RealServers;
import org.leitai.support.Sql;
import org.leitai.support.TestClock;
import org.leitai.support.TestContests;

/** Broken networks, and answers that race with the end. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AnswerFaultsHttpTest {

    private static final int RACES = 40;

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
    private Handset phone;

    @BeforeEach
    void isAnswering() {
        round = contests.open("attempts", "{}");
        phone = crowd.member().phone().ready(round);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    @DisplayName("AN6 when the reply is lost after the commit the retry is acknowledged and there is one row")
    void whenTheReplyIsLostTheRetryIsAcknowledged() throws Exception {
        try (var proxy = new FaultProxy(RestAssured.port);
                var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            write(socket, request(Handset.body(1, "A")));
            assertThat(proxy.lostReply().get(5, TimeUnit.SECONDS)).contains("200");
        }
        assertThat(rows()).hasSize(1);
        Reply retry = phone.put(1, 1, "A");
        assertThat(retry.status()).isEqualTo(200);
        assertThat(retry.state()).isEqualTo("saved");
        assertThat(rows()).hasSize(1);
    }

    @Test
    @DisplayName("AN7 a request that is cut in its body stores nothing and holds no lock")
    void aRequestThatIsCutInItsBodyStoresNothing() throws Exception {
        String whole = request(Handset.body(1, "A"));
        for (int cut = 1; cut < 20; cut += 6) {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
                write(socket, whole.substring(0, whole.length() - cut));
                socket.setSoLinger(true, 0);
            }
        }
        assertThat(phone.handIn().status()).isEqualTo(200);
        assertThat(rows()).isEmpty();
        assertThat(sql.number("select count(*) from pg_locks where relation = 'response'::regclass")).isZero();
    }

    /**
     * The instant of an answer is the arrival of its first byte. Who holds the rest back must gain nothing by it.
     */
    @Test
    @DisplayName("TM1 a body that is held back beyond the longest wait is refused, its retry is judged anew")
    void aBodyThatIsHeldBackIsRefused() throws Exception {
        String whole = request(Handset.body(1, "A"));
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), RestAssured.port)) {
            write(socket, whole.substring(0, whole.length() - 5));
            awaitArrival();
            clock.advance(Duration.ofSeconds(5));
            write(socket, whole.substring(whole.length() - 5));
            assertThat(firstLine(socket)).contains("503");
        }
        assertThat(rows()).isEmpty();
        assertThat(phone.put(1, 1, "A").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("AN12 answers that race with the hand-in are in the result or were refused, never acknowledged and missing")
    void answersThatRaceWithTheHandInAreInTheResultOrWereRefused() {
        List<Crowd.Member> members = crowd.members(RACES);
        int refused = 0;
        for (Crowd.Member member : members) {
            Handset racer = member.phone().ready(round);
            List<String[]> right = right(member);
            List<Reply> replies = Burst.of(TestContests.SLOTS + 1, i -> i == 3 ? racer.handIn() : racer.put(
                    i < 3 ? i + 1 : i, 1, right.get(i < 3 ? i : i - 1)));
            long acknowledged = replies.stream().filter(reply -> !reply.state().isEmpty()).count();
            refused += (int) (TestContests.SLOTS - acknowledged);
            assertThat(replies).allMatch(reply -> reply.status() == 200 || reply.code().equals("attempt.closed"));
            assertThat(sql.number(
                            "select count(*) from response r join attempt a on a.id = r.attempt_id where a.person_id = ?",
                            member.id().value()))
                    .isEqualTo(acknowledged);
            assertThat(sql.number("select points_hundredths from attempt where person_id = ?", member.id().value()))
                    .isEqualTo(acknowledged * 1000);
        }
        assertThat(refused).as("at least one answer came too late, else nothing raced").isPositive();
    }

    @Test
    @DisplayName("AN13 an answer is judged by the end as it stands when it is written")
    void anAnswerIsJudgedByTheEndAsItStands() {
        assertThat(phone.put(1, 1, "A").status()).isEqualTo(200);
        contests.moveEnd(round, contests.now().plusMillis(5));
        clock.advance(Duration.ofMillis(2_100));
        Reply late = phone.put(1, 2, "B");
        assertThat(late.status()).isEqualTo(410);
        assertThat(late.code()).isEqualTo("attempt.too-late");
        assertThat(rows()).hasSize(1);
    }

    private List<String[]> right(Crowd.Member member) {
        return papers.of(round, member.id()).slots().stream().map(Papers::right).toList();
    }

    /** The server has read the head of the request once it can read another one that came later. */
    private void awaitArrival() {
        await().atMost(Duration.ofSeconds(5)).until(() -> phone.get("/api/nothing").status() == 404);
    }

    private String request(String body) {
        return "PUT /api/answers/1 HTTP/1.1\r\nHost: localhost\r\nTicket: " + phone.ticket() + "\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String firstLine(Socket socket) throws IOException {
        socket.setSoTimeout(5_000);
        var line = new StringBuilder();
        for (int c = socket.getInputStream().read(); c != '\r' && c >= 0; c = socket.getInputStream().read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    private List<String> rows() {
        return sql.rows(
                "select slot, client_seq, answer from response r join attempt a on a.id = r.attempt_id where a.round_id = ?",
                round.id().value());
    }
}
