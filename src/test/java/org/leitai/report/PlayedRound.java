package org.leitai.report;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.leitai.contest.Contests;
import org.leitai.contest.Contests.NewContest;
import org.leitai.contest.Round;
import org.leitai.contest.RuleSheet;
import org.leitai.contest.RuleSheetFormat;
import org.leitai.support.Workers.Worker;
import org.leitai.web.LeitaiConfig;

/** Contests of the desk's tests, and workers who play them over HTTP. */
@Singleton
class PlayedRound {

    static final String SHEET = """
            window: { opens: "%s", closes: "%s" }
            blueprint:
              parts:
                - { type: true-false, count: 4, points: "10" }
                - { type: single, count: 1, points: "60" }
            shuffle: { questions: false, options: true }
            paperClock: 10m
            attempts: { total: 2 }
            counting: { kind: best }
            ranking: [score, time, finish]
            partialCredit: { kind: half }
            reveal: { kind: never }
            unitBoard: { depth: 1, ranking: [participation, mean], minimumParticipants: 1 }
            """;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Contests contests;
    private final Clock clock;
    private final RuleSheetFormat format;

    PlayedRound(Contests contests, Clock clock, LeitaiConfig config) {
        this.contests = contests;
        this.clock = clock;
        this.format = new RuleSheetFormat(config.zone());
    }

    /** Opened an hour ago and goes on for another. */
    Round open() {
        return make(Duration.ofHours(-1));
    }

    /** Opens in an hour. */
    Round upcoming() {
        return make(Duration.ofHours(1));
    }

    Round now(Round round) {
        return contests.round(round.id()).orElseThrow();
    }

    static String sheet(Instant opens, Instant closes) {
        return SHEET.formatted(opens, closes);
    }

    private Round make(Duration fromNow) {
        Instant opens = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(fromNow);
        String text = sheet(opens, opens.plus(Duration.ofHours(2)));
        RuleSheet sheet = ((RuleSheetFormat.Result.Valid) format.read(text)).sheet();
        String code = "desk-" + COUNT.incrementAndGet();
        var contest = new NewContest(code, "测试竞赛", "测试工会", List.of(new NewContest.NewRound("初赛", sheet)));
        contests.create(contest, "tester").ifPresent(refusal -> {
            throw new AssertionError(refusal);
        });
        return contests.round(code, 1).orElseThrow();
    }

    /** Starts and gets the questions; gives the ticket. */
    static String start(Round round, Worker worker) {
        String attempts = "/api/c/" + round.contest() + "/r/1/attempts";
        given().cookie("leitai-worker", worker.cookie()).post(attempts).then().statusCode(200);
        return given().cookie("leitai-worker", worker.cookie())
                .get(attempts + "/open")
                .then()
                .statusCode(200)
                .extract()
                .path("ticket");
    }

    static Response answer(String ticket, int slot, String letter) {
        return given().header("Ticket", ticket)
                .contentType("application/json")
                .body(Map.of("seq", 1, "answer", List.of(letter)))
                .put("/api/answers/" + slot);
    }

    /** Answers all five, four of them true or false, and hands in. */
    static void play(Round round, Worker worker) {
        String ticket = start(round, worker);
        for (int slot = 1; slot <= 4; slot++) {
            answer(ticket, slot, "T").then().statusCode(200);
        }
        answer(ticket, 5, "A").then().statusCode(200);
        given().header("Ticket", ticket)
                .contentType("application/json")
                .body("{}")
                .post("/api/answers/hand-in")
                .then()
                .statusCode(200);
    }
}
