package org.leitai.load;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.jsonPath;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.regex;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.ScenarioBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The preliminary as workers live it: they arrive whatever the server does, register, start, answer one question after the
 * other with time to think, hand in, look at the board. Every reply is checked; at the end the board must add up.
 */
public final class PreliminarySimulation extends Simulation {

    private static final int PORT = Integer.getInteger("port", 8080);
    private static final double ARRIVALS_PER_SECOND = Double.parseDouble(System.getProperty("arrivalsPerSecond", "5"));
    private static final Duration ARRIVING = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    private static final int ANSWERS = Integer.getInteger("answers", 20);
    private static final Duration THINKING = Duration.ofMillis(Integer.getInteger("thinkMillis", 2000));
    private static final int SETTLED_SECONDS = 5; // what the board is allowed to be behind

    private final Reckoning reckoning = new Reckoning(PORT, System.getProperty("jdbcUrl", ""));

    private final HttpProtocolBuilder protocol = http.baseUrl("http://127.0.0.1:" + PORT)
            .acceptLanguageHeader("zh-CN")
            .acceptEncodingHeader("gzip")
            .userAgentHeader("leitai-load");

    private final ChainBuilder register = exec(
            http("contest page").get("/c/demo").check(status().is(200)),
            http("registration").get("/register?to=%2Fc%2Fdemo")
                    .check(status().is(200), regex("<option value=\"([0-9]+)\"").findRandom().saveAs("unit")),
            http("register").post("/register?to=%2Fc%2Fdemo")
                    .formParam("name", "#{name}")
                    .formParam("phone", "#{phone}")
                    .formParam("unit", "#{unit}")
                    .formParam("privacy", "yes")
                    .check(status().is(200), header("Set-Cookie").exists()));

    private final ChainBuilder start = exec(
            http("start").post("/api" + Worker.ROUND + "/attempts").check(status().is(200), jsonPath("$.answerPage").exists()),
            http("answering page").get(Worker.ROUND + "/answer").check(status().is(200)),
            http("open").get("/api" + Worker.ROUND + "/attempts/open")
                    .check(
                            status().is(200),
                            jsonPath("$.ticket").saveAs("ticket"),
                            jsonPath("$.slots[*].stem").count().gte(1)),
            exec(session -> session.set("paper", PaperWork.of(session.getString("ticket")))));

    private final ChainBuilder answer = repeat(ANSWERS, "turn").on(exec(
            pause(THINKING.dividedBy(2), THINKING.multipliedBy(3).dividedBy(2)),
            exec(PreliminarySimulation::choose),
            http("answer").put("/api/answers/#{slot}")
                    .header("Ticket", "#{ticket}")
                    .header("Content-Type", "application/json")
                    .body(StringBody("{\"seq\":#{seq},\"answer\":#{json}}"))
                    .check(
                            status().is(200),
                            jsonPath("$.state").is("saved"),
                            jsonPath("$.seq").ofInt().is(session -> session.getInt("seq")),
                            bodyString().transform(body -> body.replaceAll(".*\"answer\":(\\[[^\\]]*]).*", "$1"))
                                    .is(session -> session.getString("json")))))
            .exitHereIfFailed();

    private final ChainBuilder finish = exec(
            http("hand in").post("/api/answers/hand-in")
                    .header("Ticket", "#{ticket}")
                    .body(StringBody("{}"))
                    .check(status().is(200), jsonPath("$.result").saveAs("result")),
            http("result").get("#{result}")
                    .check(status().is(200), css(".score strong").saveAs("points")),
            exec(reckoning::finished),
            http("my rank").get("/api#{result}").check(status().is(200), jsonPath("$.rank").exists()),
            http("board").get(Worker.ROUND + "/board").check(status().is(200)),
            http("board as JSON").get("/api" + Worker.ROUND + "/board")
                    .check(status().is(200), jsonPath("$.state").is("live")));

    private final ScenarioBuilder preliminary = scenario("preliminary")
            .feed(workers().iterator())
            .exec(register)
            .exec(start)
            .exec(answer)
            .exitHereIfFailed()
            .exec(finish);

    private final ScenarioBuilder verification = scenario("verification")
            .pause(SETTLED_SECONDS)
            .exec(http("board and database say what the workers were told").get("/api" + Worker.ROUND + "/board")
                    .check(bodyString().transform(ignored -> reckoning.verdict()).is("agrees")));

    {
        setUp(preliminary
                        .injectOpen(
                                rampUsersPerSec(0.1).to(ARRIVALS_PER_SECOND).during(ARRIVING.dividedBy(4)),
                                constantUsersPerSec(ARRIVALS_PER_SECOND).during(ARRIVING))
                        .andThen(verification.injectOpen(atOnceUsers(1))))
                .protocols(protocol)
                .assertions(global().failedRequests().count().is(0L));
    }

    @Override
    public void before() {
        reckoning.begin();
    }

    /** Nobody's name; the phones are of a range that belongs to tests here. */
    private static Stream<Map<String, Object>> workers() {
        var number = new AtomicInteger(new Random().nextInt(100_000_000));
        Supplier<Map<String, Object>> worker = () -> {
            int next = Math.floorMod(number.incrementAndGet(), 100_000_000);
            return Map.of("name", "测" + (char) ('一' + next % 500), "phone", "199%08d".formatted(next));
        };
        return Stream.generate(worker);
    }

    private static Session choose(Session session) {
        PaperWork paper = session.get("paper");
        int seq = session.getInt("turn") + 1;
        int slot = (seq - 1) % paper.slots() + 1;
        PaperWork.Given given = paper.randomAnswer(slot, new SplittableRandom());
        return session.set("seq", seq)
                .set("slot", slot)
                .set("json", given.json())
                .set("stored" + seq, given.stored());
    }
}
