package org.leitai.finals.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.leitai.finals.Head;
import org.leitai.finals.MatchArchive;
import org.leitai.finals.MatchArchive.SetUp;
import org.leitai.finals.log.MatchFileReader.Reading;
import org.leitai.finals.match.MatchCommand;
import org.leitai.finals.match.MatchEventFormat;
import org.leitai.finals.match.Stage;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.pack.Deck;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFormat;
import org.leitai.finals.stage.QuestionText;

class MatchFileTest {

    private static final Instant AT = Instant.parse("2026-12-01T03:00:00.500Z");
    private static final LogKey OWN = LogKey.of(seed(1));
    private static final MatchRules RULES = RandomPlay.rules("finals/log/buzzer.yaml");

    private final Stage stage = played();
    private final SetUp setUp = setUp();
    private final List<Entry> entries = entries(stage);
    private final byte[] file = MatchFileWriter.log(FileBodies.of(setUp), entries, null, OWN, "host", AT);

    @Test
    void whatIsWrittenIsReadAgain() {
        MatchFile read = good(file);
        assertThat(read.state()).isEqualTo(stage.state);
        assertThat(read.head())
                .usingRecursiveComparison()
                .isEqualTo(entries.getLast().head());
        assertThat(read.setUp().title()).isEqualTo("决赛 \"一\"");
        assertThat(read.key()).isEqualTo(OWN.publicKey());
        assertThat(read.exportedAt()).isEqualTo(AT);
        assertThat(read.seed()).isNull();
    }

    @Test
    void aLogCarriesTheQuestionsThatWereAskedAndNoOthers() {
        assertThat(text(file)).contains("canary-key-1", "canary-key-2").doesNotContain("canary-key-3");
        assertThat(good(file).questions()).hasSize(2);
    }

    @Test
    void aLogFromTheHallIsSignedByTheHallButHasNotItsKey() {
        Handover origin = handover(seed(7));
        byte[] back = MatchFileWriter.log(origin.bodies(), entries, origin, OWN, "host", AT);
        MatchFile read = good(back);
        byte[] statement = Handover.statement(origin.bodies().setUpHash(), read.head());
        assertThat(LogKey.verifies(LogKey.of(seed(7)).publicKey(), statement, read.returned()))
                .isTrue();
        assertThat(LogKey.verifies(LogKey.of(seed(8)).publicKey(), statement, read.returned()))
                .isFalse();
        assertThat(read.seed()).isNull();
        assertThat(text(back)).doesNotContain("0707070707");
    }

    @Test
    void aHandOverHasAllQuestionsAndIsTheSameEachTime() {
        Handover given = handover(seed(7));
        byte[] first = MatchFileWriter.handover(given, entries, OWN);
        assertThat(MatchFileWriter.handover(given, entries, OWN)).isEqualTo(first);
        MatchFile read = good(first);
        assertThat(read.questions()).isEqualTo(setUp.questions());
        assertThat(read.bodies()).isEqualTo(given.bodies());
        assertThat(read.seed()).isEqualTo(seed(7));
    }

    @Test
    void oneSecretMakesOneKey() {
        assertThat(LogKey.of(seed(1)).publicKey()).isEqualTo(OWN.publicKey()).hasSize(44);
        assertThat(LogKey.of(seed(2)).publicKey()).isNotEqualTo(OWN.publicKey());
    }

    @Nested
    class Refused {

        /** Whatever the byte means: content, sum, hash, signature, quotes, line feeds. */
        @Test
        void everyChangedByteIsRefusedAndItsLineNamed() {
            int[] lineOf = lines(file);
            // Every byte of the last two lines, which hold all kinds, and a sample of each line before.
            int last = text(file).lastIndexOf("{\"kind\":\"end\"");
            int start = text(file).substring(0, last).getBytes(StandardCharsets.UTF_8).length;
            for (int i = 0; i < file.length; i += i < start ? 5 : 1) {
                byte[] changed = file.clone();
                changed[i] ^= 0x01;
                Reading.Bad bad = bad(changed);
                assertThat(bad.line()).as("byte %d of line %d", i, lineOf[i]).isBetween(lineOf[i], lineOf[i] + 1);
            }
        }

        @Test
        void aFileThatEndsEarlyIsRefusedWhereverItEnds() {
            for (int length = 0; length < file.length; length += 17) {
                bad(Arrays.copyOf(file, length));
            }
        }

        @Test
        void lineThatIsDoubledDroppedOrMovedIsNamed() {
            List<String> lines = text(file).lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                var doubled = new ArrayList<>(lines);
                doubled.add(i, lines.get(i));
                assertThat(bad(bytes(doubled)).line()).isEqualTo(i + 2);
                var dropped = new ArrayList<>(lines);
                dropped.remove(i);
                assertThat(bad(bytes(dropped)).line()).isLessThanOrEqualTo(i + 1);
                var moved = new ArrayList<>(lines);
                Collections.swap(moved, i, (i + 1) % lines.size());
                bad(bytes(moved));
            }
        }

        @Test
        void whatFollowsTheSignatureIsRefused() {
            assertThat(bad((text(file) + "\n").getBytes(StandardCharsets.UTF_8)).fault())
                    .isEqualTo(FileFault.AFTER_THE_END);
        }

        @Test
        void rubbishIsRefused() {
            assertThat(bad(new byte[0]).fault()).isEqualTo(FileFault.NOT_A_FILE);
            assertThat(bad(new byte[] {(byte) 0xff, '\n'}).fault()).isEqualTo(FileFault.NOT_TEXT);
            assertThat(bad("{}\n".getBytes(StandardCharsets.UTF_8)).fault()).isEqualTo(FileFault.NOT_A_FILE);
            assertThat(bad(new byte[600 * 1024]).fault()).isEqualTo(FileFault.TOO_LARGE);
            assertThat(bad(new byte[600 * 1024]).line()).isEqualTo(1);
        }

        /** Whoever changes an event and recomputes sums and hashes still has no signature. */
        @Test
        void aForgerWithoutTheKeyIsFoundAtTheSignature() {
            Stage other = played();
            other.give(new MatchCommand.Adjust(1, org.leitai.kernel.Points.of(500), "gift"));
            byte[] forged =
                    MatchFileWriter.log(FileBodies.of(setUp), entries(other), null, LogKey.of(seed(9)), "host", AT);
            String header = text(forged).lines().findFirst().orElseThrow();
            assertThat(header).isNotEqualTo(text(file).lines().findFirst().orElseThrow());
            List<String> lines = new ArrayList<>(text(forged).lines().toList());
            String own = text(file).lines().toList().getLast();
            lines.set(lines.size() - 1, own);
            assertThat(bad(bytes(lines)).fault()).isEqualTo(FileFault.SIGNATURE);
        }

        /** The one who signs is no better than the chain: his own event must still follow. */
        @Test
        void anEventWhoseHashDoesNotFollowIsRefusedAlthoughItIsSigned() {
            List<Entry> broken = new ArrayList<>(entries);
            Entry last = broken.removeLast();
            broken.add(new Entry(last.version(), "somebody", last.at(), last.payload(), last.hash()));
            byte[] signed = MatchFileWriter.log(FileBodies.of(setUp), broken, null, OWN, "host", AT);
            Reading.Bad bad = bad(signed);
            assertThat(bad.fault()).isEqualTo(FileFault.CHAIN);
            assertThat(bad.line()).isEqualTo(4 + broken.size());
        }

        @Test
        void whatCannotHaveHappenedIsRefused() {
            Head first = Head.START.next("host", AT, "{\"type\":\"buzz-opened\"}");
            var impossible = new Entry(1, "host", AT, "{\"type\":\"buzz-opened\"}", first.hash());
            byte[] signed = MatchFileWriter.log(FileBodies.of(setUp), List.of(impossible), null, OWN, "host", AT);
            assertThat(bad(signed).fault()).isEqualTo(FileFault.UNPLAYABLE);
        }

        @Test
        void aHandOverWithoutAllQuestionsIsRefused() {
            Handover given = handover(seed(7));
            var fewer = new FileBodies(
                    given.bodies().setUp(), given.bodies().questions().subList(0, 2));
            var partial = new Handover(3, seed(7), fewer, given.handedBy(), given.handedAt(), given.version(), null);
            bad(MatchFileWriter.handover(partial, entries, OWN));
        }
    }

    @Test
    void everyFaultIsNamedByItsLine() {
        Set<String> codes = new TreeSet<>();
        for (FileFault fault : FileFault.values()) {
            codes.add(new org.leitai.web.Texts().of(org.leitai.web.Texts.CHINESE, fault.code(), "17"));
        }
        assertThat(codes).hasSize(FileFault.values().length).allSatisfy(text -> assertThat(text)
                .contains("17"));
    }

    private static Stage played() {
        return new Stage(RULES, 3)
                .give(new MatchCommand.OpenSegment(0))
                .give(new MatchCommand.ShowQuestion(null, null, "1"))
                .give(new MatchCommand.OpenBuzz())
                .give(new MatchCommand.Award(2))
                .give(new MatchCommand.Follow(1, 5_000_000, false))
                .give(new MatchCommand.Rule(2, Verdict.RIGHT))
                .give(new MatchCommand.RevealAnswer())
                .give(new MatchCommand.NextQuestion())
                .give(new MatchCommand.ShowQuestion(null, null, "2"))
                .give(new MatchCommand.Undo(null, "第二题"));
    }

    private static SetUp setUp() {
        List<Deck.Card> questions = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> new Deck.Card(
                        i < 3 ? 0 : null,
                        new QuestionText(
                                "题干 " + i,
                                List.of("A. 甲", "B. 乙"),
                                "canary-key-" + i,
                                "解析",
                                "出处",
                                i == 1 ? null : "single")))
                .toList();
        return new SetUp(
                null,
                "file-test",
                "决赛 \"一\"",
                new MatchRulesFormat().toYaml(RULES),
                RULES,
                MatchArchive.seats(List.of("T1", "T2", "T3")),
                "organizer",
                Instant.parse("2026-11-20T01:02:03.456789Z"),
                questions);
    }

    private Handover handover(byte[] seed) {
        return new Handover(3, seed, FileBodies.of(setUp), "organizer", AT, entries.size(), null);
    }

    static List<Entry> entries(Stage stage) {
        var entries = new ArrayList<Entry>();
        Head last = Head.START;
        for (var stamped : stage.log) {
            String payload = new MatchEventFormat().toJson(stamped.event());
            last = last.next(stamped.author(), stamped.at(), payload);
            entries.add(new Entry(stamped.version(), stamped.author(), stamped.at(), payload, last.hash()));
        }
        return entries;
    }

    private static byte[] seed(int value) {
        byte[] seed = new byte[LogKey.SEED_BYTES];
        Arrays.fill(seed, (byte) value);
        return seed;
    }

    private static MatchFile good(byte[] bytes) {
        Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).file();
    }

    private static Reading.Bad bad(byte[] bytes) {
        Reading reading = read(bytes);
        assertThat(reading).isInstanceOf(Reading.Bad.class);
        return (Reading.Bad) reading;
    }

    private static Reading read(byte[] bytes) {
        try {
            return MatchFileReader.read(new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int[] lines(byte[] bytes) {
        int[] lines = new int[bytes.length];
        int line = 1;
        for (int i = 0; i < bytes.length; i++) {
            lines[i] = line;
            line += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static byte[] bytes(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
