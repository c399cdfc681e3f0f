package org.leitai.finals;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.leitai.finals.seat.SeatMessage;
import org.leitai.finals.stage.Audience;
import org.leitai.live.Live;
import org.leitai.support.Phone;
import org.leitai.support.Phones;
import org.leitai.support.RealServers;

/** The big screen: every scene at its size and at others, reloaded, cut off, with sound and without motion. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class ScreenBrowserTest {

    private static final int PATIENCE_MILLIS = 20_000;

    /** A reload has a second on a quiet machine; this bound only catches a screen that waits for something. */
    private static final Duration RELOAD_BOUND = Duration.ofSeconds(15);

    private static final List<String> LONG_NAMES = List.of(
            "江南市轨道交通集团有限公司工会联合会一队",
            "江南高新技术产业开发区总工会代表队甲",
            "中国建筑第八工程局江南分公司工会代表队",
            "江南市第一人民医院医疗集团工会委员会",
            "国网江南供电公司工会城区联合代表队",
            "江南市公共交通集团运营一公司工会队",
            "江南港口集团集装箱码头有限公司工会",
            "江南市教育系统直属学校工会联合代表队");

    private static final List<String> SCORES = List.of("30", "1280", "-12.5", "45", "0", "20", "-5", "110.5");

    private static final String LONG_STEM = "某机械制造企业因生产任务调整，拟安排工会会员王某等十二名职工从事接触粉尘的作业岗位。企业人力资源部认为岗位调整属于企业自主权，"
            + "没有在变更劳动合同时告知职业病危害、危害后果以及防护措施和待遇。职工代表向企业工会反映后，工会依法提出意见。根据有关法律的规定，下列说法中正确的是哪一项？";

    private static final List<String> LONG_OPTIONS = List.of(
            "A. 企业未履行如实告知义务，劳动者有权拒绝从事存在职业病危害的作业，企业不得因此解除劳动合同",
            "B. 岗位调整属于企业经营自主权，职工必须先服从安排，事后可以向工会申请补偿",
            "C. 只要企业按照国家规定发放了防护用品，就可以不在劳动合同中写明职业病危害",
            "D. 职工拒绝从事该岗位的，企业可以按照旷工处理，连续旷工三日即可解除劳动合同");

    /** Everything inside its frame, no scrollbar, no cursor. */
    private static final String FAULTS = """
        (() => {
          const box = document.querySelector('[data-stage]');
          const frame = box.getBoundingClientRect();
          const faults = [];
          const root = document.documentElement;
          if (root.scrollWidth > innerWidth || root.scrollHeight > innerHeight) faults.push('the page scrolls');
          if (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth) faults.push('the scene overflows');
          box.querySelectorAll('*').forEach((node) => {
            const here = node.getBoundingClientRect();
            const decoration = node.closest('.confetti');
            if (!decoration && here.width > 0
                && (here.left < -1 || here.right > innerWidth + 1 || here.top < frame.top - 1 || here.bottom > frame.bottom + 1)) {
              faults.push(node.className + ' reaches out: ' + node.textContent.slice(0, 20));
            }
          });
          if (getComputedStyle(root).cursor !== 'none') faults.push('a cursor shows');
          return faults;
        })()""";

    @Inject
    TestFinals finals;

    @Inject
    Matches matches;

    @Inject
    Live live;

    @Inject
    ObjectMapper json;

    @TestHTTPResource("/")
    URI server;

    private final AtomicBoolean serverIsGone = new AtomicBoolean();
    private final List<WebSocketRoute> sockets = new CopyOnWriteArrayList<>();
    private Phones phones;
    private Phone screen;
    private Page page;
    private String code;

    @BeforeEach
    void aScreenInTheHall() {
        code = finals.make();
        phones = new Phones();
        String url = server.toString().replace("localhost", "127.0.0.1"); // phones cannot be sent to "localhost"
        screen = phones.phone(url.substring(0, url.length() - 1), Map.of());
        screen.resize(1920, 1080);
        page = screen.page();
        page.routeWebSocket(java.util.regex.Pattern.compile(".*/live/ws/.*"), this::connect);
        page.route("**/live/frames/**", this::answer);
        screen.open("/screen/" + code).sees("比赛即将开始");
    }

    @AfterEach
    void nothingElseHappened() {
        try {
            assertThat(screen.troublesOfItsOwn()).isEmpty();
        } finally {
            phones.close();
        }
    }

    @Test
    void everySceneFitsEveryProjectorWithTheLongestOfEverything() {
        for (int[] size : new int[][] {{1920, 1080}, {1280, 720}, {1024, 768}, {3840, 2160}}) {
            screen.resize(size[0], size[1]);
            extremes().forEach((name, state) -> {
                publish(state);
                String scene = state.get("scene").asText();
                shows(scene);
                page.waitForCondition(() -> Boolean.TRUE.equals(
                        page.evaluate("document.getAnimations()" + ".every(one => one.playState !== 'running')")));
                if (size[0] == 1920) {
                    screen.screenshot("screen-" + name);
                }
                assertThat(page.evaluate(FAULTS))
                        .as("%s at %d×%d", name, size[0], size[1])
                        .isEqualTo(List.of());
            });
        }
    }

    @Test
    void anOrdinaryQuestionIsReadFromThirtyMetres() {
        ObjectNode state = asked("question");
        state.with("question")
                .putArray("options")
                .add("A. 一倍")
                .add("B. 二倍")
                .add("C. 三倍")
                .add("D. 四倍");
        state.with("question").put("stem", "用人单位自用工之日起超过一个月不满一年未与劳动者订立书面劳动合同的，应当向劳动者每月支付几倍的工资？");
        publish(state);
        shows("question");
        Object pixels = page.evaluate("(() => { const stem = document.querySelector('.stem');"
                + " return parseFloat(getComputedStyle(stem).fontSize) * parseFloat(stem.closest('[data-stage] > *').style.zoom || 1);"
                + " })()");
        assertThat(((Number) pixels).doubleValue()).isGreaterThanOrEqualTo(56);
    }

    /** FN16. */
    @Test
    void aReloadShowsEveryTeamAndEverySceneAsBefore() {
        reloads("opening");
        show("parade", null);
        reloads("parade");
        act("next", null);
        reloads("segment");
        act("next", null);
        reloads("question");
        act("next", null);
        press(2);
        shows("buzz");
        screen.sees("乙队 作答"); // three seconds later, and a page that comes then does not show the winner again
        reloads("question");
        act("rule", "right");
        reloads("ruling");
        act("next", null);
        reloads("answer");
        show("scoreboard", null);
        reloads("board");
        show("cheer", null);
        reloads("cheer");
        show("break", 15);
        reloads("break");
        act("freeze", null);
        reloads("frozen");
        show("reveal", null);
        act("reveal-step", null);
        PlaywrightAssertions.assertThat(page.locator(".ladder-open")).hasCount(2);
        reloads("reveal");
        act("thaw", null);
        show("awards", null);
        reloads("final");
    }

    /** The newest state of the topic is ten seconds old: −10 s event ── 0 s page ── +8 s end. */
    @Test
    void aClockIsRightOnAPageThatComesLate() {
        long now = matches.now().toEpochMilli();
        ObjectNode state = asked("question").put("at", now - 10_000);
        state.with("clock").put("kind", "think").put("endsAt", now + 18_000).put("total", 28_000);
        publish(state);
        page.reload();
        shows("question");
        long left = Long.parseLong(page.locator(".ring-number").innerText());
        long truth = (now + 18_000 - matches.now().toEpochMilli()) / 1000;
        assertThat(left).isBetween(truth - 1, truth + 2);
    }

    @Test
    void threeTwoOneStandsOverEverything() {
        ObjectNode state = asked("question").put("window", "countdown");
        state.with("clock")
                .put("kind", "countdown")
                .put("endsAt", matches.now().toEpochMilli() + 15_000)
                .put("total", 15_000);
        publish(state);
        PlaywrightAssertions.assertThat(page.locator("[data-countdown]")).isVisible();
        PlaywrightAssertions.assertThat(page.locator(".ring")).isHidden();
        state.remove("clock");
        publish(state.put("window", "open"));
        PlaywrightAssertions.assertThat(page.locator("[data-countdown]")).isHidden();
        screen.sees("开始抢答");
    }

    @Test
    void aPlaceIsClosedUntilItsTurnAndThenOpens() {
        act("freeze", null);
        show("reveal", null);
        PlaywrightAssertions.assertThat(page.locator(".ladder-row")).hasText(new String[] {"？", "？", "？"});
        assertThat(page.locator("[data-stage]").innerText()).doesNotContain("甲队", "乙队", "丙队");
        act("reveal-step", null); // three teams with 0 points share the first place
        PlaywrightAssertions.assertThat(page.locator(".ladder-due")).hasCount(3);
        PlaywrightAssertions.assertThat(page.locator(".ladder-open")).hasCount(3);
        screen.sees("甲队");
    }

    @Test
    void barsGrowInPlaceInsteadOfBeingDrawnAnew() {
        show("scoreboard", null);
        shows("board");
        page.evaluate("document.querySelectorAll('.team')[2].dataset.kept = 'yes'");
        send(new CommandBody.Adjust(3, "40", "更正"));
        PlaywrightAssertions.assertThat(page.locator(".team[data-kept] .team-score"))
                .hasText("40");
        PlaywrightAssertions.assertThat(page.locator(".team[data-kept] .team-rank"))
                .hasText("1");
    }

    @Test
    void theLastStateStaysWithASmallMarkWhenTheServerIsGone() {
        act("next", null);
        shows("segment");
        PlaywrightAssertions.assertThat(page.locator("[data-link]")).isHidden();
        serverIsGone.set(true);
        sockets.forEach(WebSocketRoute::close);
        PlaywrightAssertions.assertThat(page.locator("[data-link]"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
        screen.sees("抢答").screenshot("screen-cut-off");
        act("next", null);
        serverIsGone.set(false);
        shows("question");
        PlaywrightAssertions.assertThat(page.locator("[data-link]"))
                .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(PATIENCE_MILLIS));
    }

    @Test
    void soundIsLockedUntilAKeyAndThenHasAVolumeAndAMute() {
        screen.sees("声音未开");
        page.keyboard().press("ArrowDown");
        screen.sees("音量 7");
        PlaywrightAssertions.assertThat(page.locator("[data-sound]")).isHidden();
        page.keyboard().press("m");
        screen.sees("已静音");
        page.keyboard().press("m");
        Object played = page.evaluate("import('/js/finals/sound.js').then(async ({ Sound }) => {"
                + " const sound = new Sound(); await sound.unlock(); let notes = 0;"
                + " for (const maker of ['createOscillator', 'createBufferSource']) {"
                + "   const make = sound.context[maker].bind(sound.context);"
                + "   sound.context[maker] = () => { notes += 1; return make(); }; }"
                + " return ['open', 'buzz', 'right', 'wrong', 'tick', 'over', 'roll', 'crash', 'fanfare'].map((name) => {"
                + "   notes = 0; sound.play(name); return notes; }); })");
        assertThat((List<?>) played).hasSize(9).allMatch(notes -> ((Number) notes).intValue() > 0);
    }

    @Test
    void soundsFollowWhatHappenedAndNothingSoundsAfterAReload() {
        assertThat(cues("null", "{scene: 'buzz', buzz: [1], window: 'locked'}")).isEmpty();
        assertThat(cues("{scene: 'question', window: 'closed'}", "{scene: 'question', window: 'open'}"))
                .containsExactly("open");
        assertThat(cues("{scene: 'question', window: 'open'}", "{scene: 'buzz', window: 'locked'}"))
                .containsExactly("buzz");
        assertThat(cues("{scene: 'buzz'}", "{scene: 'ruling', ruling: {team: 1, outcome: 'right'}}"))
                .containsExactly("right");
        assertThat(cues("{scene: 'buzz'}", "{scene: 'ruling', ruling: {team: 1, outcome: 'timeout'}}"))
                .containsExactly("wrong");
        assertThat(cues("{scene: 'reveal'}", "{scene: 'final', frozen: false}")).containsExactly("fanfare");
        assertThat(
                        page.evaluate(
                                "import('/js/finals/cues.js').then(({ LastSeconds }) => { const last = new LastSeconds();"
                                        + " return [6500, 5900, 5000, 4990, 4000, 1, 0, 0, null].map((left) => last.hear(left)); })"))
                .isEqualTo(java.util.Arrays.asList(null, null, "tick", null, "tick", "tick", "over", null, null));
    }

    @Test
    void whoWantsNoMotionGetsNone() {
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        Stream.of("parade", "reveal", "final", "board").forEach(scene -> {
            publish(state(scene));
            shows(scene);
            assertThat(page.evaluate("document.getAnimations().length"))
                    .as(scene)
                    .isEqualTo(0);
        });
        assertThat(page.locator(".confetti").count()).isZero();
    }

    @Test
    void thePictureForTheProjectorComesByAddressAndByKey() {
        screen.open("/screen/" + code + "?test").sees("投影调试").screenshot("screen-test");
        page.keyboard().press("t");
        screen.sees("比赛即将开始");
        PlaywrightAssertions.assertThat(page.locator(".test")).isHidden();
    }

    private Map<String, ObjectNode> extremes() {
        var states = new java.util.LinkedHashMap<String, ObjectNode>();
        Stream.of("opening", "parade", "board", "frozen", "cheer", "break", "reveal", "final", "segment")
                .forEach(scene -> states.put(scene, state(scene)));
        states.put("question", asked("question"));
        states.put("question-clock", withClock(asked("question")));
        states.put("answer", told(asked("answer")));
        ObjectNode slates = told(asked("answer"));
        for (int team = 0; team < 8; team++) {
            slates.withArray("slates")
                    .addObject()
                    .put("team", team)
                    .put("text", "每月支付二倍的工资")
                    .put("verdict", "right");
        }
        states.put("slates", slates);
        states.put("buzz", buzzed(asked("buzz"), false));
        ObjectNode ruling = asked("ruling");
        ruling.with("ruling").put("team", 0).put("outcome", "partial").put("points", "+12.5");
        states.put("ruling", ruling); // between the two, so that the second is a buzz of its own
        states.put("dead-heat", buzzed(asked("buzz"), true));
        return states;
    }

    /** Eight teams with the longest names and unusual scores. */
    private ObjectNode state(String scene) {
        ObjectNode state = picture();
        state.put("scene", scene);
        ArrayNode teams = state.putArray("teams");
        List<Integer> order = Stream.iterate(0, i -> i + 1)
                .limit(8)
                .sorted((a, b) -> Double.compare(Double.parseDouble(SCORES.get(b)), Double.parseDouble(SCORES.get(a))))
                .toList();
        for (int i = 0; i < 8; i++) {
            int place = order.indexOf(i);
            teams.addObject()
                    .put("name", LONG_NAMES.get(i))
                    .put("score", SCORES.get(i))
                    .put("rank", place + 1)
                    .put("place", place)
                    .put("out", false);
        }
        state.with("segment")
                .put("number", 3)
                .put("title", "风险题：勇攀高峰、各显神通")
                .put("kind", "risk")
                .put("questions", 8);
        state.with("segment")
                .with("terms")
                .put("right", "+10")
                .put("wrong", "-10")
                .put("think", 30)
                .putArray("values");
        return state;
    }

    private ObjectNode asked(String scene) {
        ObjectNode state = state(scene);
        ObjectNode question =
                state.with("question").put("number", 8).put("stem", LONG_STEM).put("points", "30");
        ArrayNode options = question.putArray("options");
        LONG_OPTIONS.forEach(options::add);
        question.putArray("answerers").add(0);
        return state;
    }

    private ObjectNode withClock(ObjectNode state) {
        state.with("clock").put("kind", "think").put("remaining", 12_000).put("total", 30_000);
        return state;
    }

    private ObjectNode told(ObjectNode state) {
        state.with("answer")
                .put("key", "A")
                .put("explanation", "用人单位应当如实告知职业病危害及其后果、防护措施和待遇；未履行告知义务的，劳动者有权拒绝，用人单位不得因此解除合同。".repeat(2))
                .put("source", "《中华人民共和国职业病防治法》 第三十三条");
        return state;
    }

    private ObjectNode buzzed(ObjectNode state, boolean deadHeat) {
        for (int i = 0; i < 8; i++) {
            state.withArray("buzz")
                    .addObject()
                    .put("team", i)
                    .put("gapMillis", i * 140)
                    .put("deadHeat", deadHeat && i == 1);
        }
        return state.put("answering", deadHeat ? 1 : 0);
    }

    private ObjectNode picture() {
        try {
            return (ObjectNode) json.readTree(matches.json(room().picture(new Audience.Screen(), matches.now())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private void publish(ObjectNode state) {
        live.publish(new Audience.Screen().topic(code), state.toString());
    }

    private void reloads(String scene) {
        shows(scene);
        String before = wall();
        long start = System.nanoTime();
        page.reload();
        shows(scene);
        long millis = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.printf("screen reload, %s: whole picture after %d ms%n", scene, millis);
        assertThat(wall()).as(scene).isEqualTo(before);
        assertThat(millis).isLessThan(RELOAD_BOUND.toMillis());
    }

    /** All that can be read, without the seconds of clocks. */
    private String wall() {
        return (String) page.evaluate("['[data-title]', '[data-segment]', '[data-stage]', '[data-strip]']"
                + ".map((part) => document.querySelector(part).textContent).join('\\n').replace(/\\d\\d:\\d\\d/, '')");
    }

    private void shows(String scene) {
        PlaywrightAssertions.assertThat(page.locator("body"))
                .hasAttribute(
                        "data-scene", scene, new LocatorAssertions.HasAttributeOptions().setTimeout(PATIENCE_MILLIS));
    }

    @SuppressWarnings("unchecked")
    private List<Object> cues(String before, String after) {
        return (List<Object>)
                page.evaluate("import('/js/finals/cues.js').then(({ cues }) => cues(" + before + ", " + after + "))");
    }

    private void connect(WebSocketRoute socket) {
        if (serverIsGone.get()) {
            socket.close();
        } else {
            socket.connectToServer();
            sockets.add(socket);
        }
    }

    private void answer(Route route) {
        if (serverIsGone.get()) {
            route.abort();
        } else {
            route.resume();
        }
    }

    private void press(int team) {
        long nonce =
                room().picture(new Audience.SeatOf(team), matches.now()).seat().nonce();
        room().said(
                        new SeatMessage.Press(
                                new SeatMessage.From(team, "a device", System.nanoTime(), 0, 0), 1, nonce),
                        matches.now());
    }

    private void act(String act, String verdict) {
        send(TestFinals.command(act, verdict));
    }

    private void show(String scene, Integer minutes) {
        send(new CommandBody.ShowScene(scene, minutes));
    }

    private void send(CommandBody command) {
        assertThat(room().command(command, room().state().version(), "tester", matches.now()))
                .isInstanceOf(CommandResult.Done.class);
    }

    private MatchRoom room() {
        return matches.room(code).orElseThrow();
    }
}
