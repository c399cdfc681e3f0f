package org.leitai.finals.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.leitai.finals.MatchQuestion;
import org.leitai.finals.rules.SegmentKind;

class ArrangementTest {

    private static final PackNeeds NEEDS = new PackNeeds(
            List.of(
                    new PackNeeds.Part("a", SegmentKind.REQUIRED, 2, false),
                    new PackNeeds.Part("b", SegmentKind.BUZZER, 1, false)),
            2);

    private final Arrangement spread = Arrangement.spread(NEEDS, questions(6));

    @Test
    void segmentsAreFilledInTheirOrderAndTheRestIsSpare() {
        assertThat(stems(spread, 0)).containsExactly("q1", "q2");
        assertThat(stems(spread, 1)).containsExactly("q3");
        assertThat(stems(spread, null)).containsExactly("q4", "q5", "q6");
    }

    @Test
    void whatIsMissingIsFilledWhereItIsMissing() {
        Arrangement gaps = spread.without(1).cleared(1);
        assertThat(gaps.missing(NEEDS, 0)).isEqualTo(1);
        Arrangement filled = gaps.filled(NEEDS, List.of(question("x"), question("y"), question("z")));
        assertThat(stems(filled, 0)).containsExactly("q2", "x");
        assertThat(stems(filled, 1)).containsExactly("y");
        assertThat(stems(filled, null)).endsWith("z");
    }

    @Test
    void aQuestionMovesInsideItsSegmentOnly() {
        assertThat(stems(spread.moved(2, -1), 0)).containsExactly("q2", "q1");
        assertThat(spread.moved(1, -1)).isEqualTo(spread);
        assertThat(spread.moved(2, 1)).isEqualTo(spread);
        assertThat(spread.moved(6, 1)).isEqualTo(spread);
    }

    @Test
    void aQuestionMovesToTheEndOfAnotherSegment() {
        Arrangement moved = spread.sent(4, 0);
        assertThat(stems(moved, 0)).containsExactly("q1", "q2", "q4");
        assertThat(stems(moved, null)).containsExactly("q5", "q6");
        assertThat(moved.of(1).getFirst().ordinal()).isEqualTo(4);
    }

    private static List<String> stems(Arrangement arrangement, Integer segment) {
        return arrangement.of(segment).stream()
                .map(numbered -> ((MatchQuestion.Written) numbered.question()).stem())
                .toList();
    }

    private static List<MatchQuestion> questions(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> question("q" + i)).toList();
    }

    private static MatchQuestion question(String stem) {
        return new MatchQuestion.Written(stem, List.of(), "key", "");
    }
}
