package org.leitai.finals.seat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.leitai.finals.match.Verdict;
import org.leitai.finals.seat.AnswerForm.Kind;
import org.leitai.finals.seat.AnswerForm.Read;

class AnswerFormTest {

    private static final AnswerForm SINGLE = new AnswerForm(Kind.SINGLE, 4);
    private static final AnswerForm MULTIPLE = new AnswerForm(Kind.MULTIPLE, 4);
    private static final AnswerForm ORDER = new AnswerForm(Kind.ORDER, 3);
    private static final AnswerForm BLANKS = new AnswerForm(Kind.BLANKS, 2);

    @Test
    void anAnswerHasOneCanonicalForm() {
        assertThat(SINGLE.read(List.of("D"))).isEqualTo(new Read.Valid("D"));
        assertThat(MULTIPLE.read(List.of("D", "A"))).isEqualTo(new Read.Valid("AD"));
        assertThat(ORDER.read(List.of("C", "A", "B"))).isEqualTo(new Read.Valid("CAB"));
        assertThat(BLANKS.read(List.of(" 16 ", "18"))).isEqualTo(new Read.Valid("16\n18"));
        assertThat(AnswerForm.TEXT.read(List.of("a\nb\u200bc"))).isEqualTo(new Read.Valid("a b c"));
    }

    @Test
    void whatIsNotOfferedIsRefused() {
        assertThat(SINGLE.read(List.of("E"))).isEqualTo(no(SeatRefusal.NO_SUCH_OPTION));
        assertThat(SINGLE.read(List.of("A", "B"))).isEqualTo(no(SeatRefusal.NO_SUCH_OPTION));
        assertThat(SINGLE.read(List.of("AB"))).isEqualTo(no(SeatRefusal.NO_SUCH_OPTION));
        assertThat(MULTIPLE.read(List.of("A", "A"))).isEqualTo(no(SeatRefusal.NO_SUCH_OPTION));
        assertThat(ORDER.read(List.of("A", "B"))).isEqualTo(no(SeatRefusal.NO_SUCH_OPTION));
        assertThat(BLANKS.read(List.of("16"))).isEqualTo(no(SeatRefusal.NO_SUCH_OPTION));
        assertThat(SINGLE.read(List.of())).isEqualTo(no(SeatRefusal.EMPTY));
        assertThat(BLANKS.read(List.of(" ", ""))).isEqualTo(no(SeatRefusal.EMPTY));
        assertThat(AnswerForm.SPOKEN.read(List.of("x"))).isEqualTo(no(SeatRefusal.SPOKEN));
    }

    @Test
    void aTextHasALongest() {
        assertThat(AnswerForm.TEXT.read(List.of("字".repeat(AnswerForm.LONGEST_TEXT))))
                .isInstanceOf(Read.Valid.class);
        assertThat(AnswerForm.TEXT.read(List.of("字".repeat(AnswerForm.LONGEST_TEXT + 1))))
                .isEqualTo(no(SeatRefusal.TOO_LONG));
        assertThat(BLANKS.read(List.of("字".repeat(AnswerForm.LONGEST_BLANK + 1), "a")))
                .isEqualTo(no(SeatRefusal.TOO_LONG));
    }

    @Test
    void aChoiceIsRightOnlyAsAWhole() {
        var key = new Expected(MULTIPLE, List.of(List.of("ABD")));
        assertThat(key.propose("ABD")).contains(Verdict.RIGHT);
        assertThat(key.propose("AB")).contains(Verdict.WRONG);
        assertThat(key.propose("ABCD")).contains(Verdict.WRONG);
        assertThat(key.propose(null)).contains(Verdict.TIMEOUT);
        assertThat(new Expected(ORDER, List.of(List.of("CAB"))).propose("CBA")).contains(Verdict.WRONG);
    }

    @Test
    void blanksAreComparedAsMarkingDoes() {
        var key = new Expected(BLANKS, List.of(List.of("16", "十六"), List.of("18")));
        assertThat(key.propose("１６\n18")).contains(Verdict.RIGHT);
        assertThat(key.propose("十六\n 18 ")).contains(Verdict.RIGHT);
        assertThat(key.propose("18\n16")).contains(Verdict.WRONG);
    }

    @Test
    void anotherTextThanTheKeysIsForAPersonToJudge() {
        var key = new Expected(AnswerForm.TEXT, List.of(List.of("《工会法》")));
        assertThat(key.propose("工会法")).contains(Verdict.RIGHT);
        assertThat(key.propose("中华人民共和国工会法")).isEmpty();
        assertThat(Expected.UNKNOWN.propose("x")).isEqualTo(Optional.empty());
        assertThat(key.toString()).doesNotContain("工会法");
    }

    @Test
    void howAQuestionIsAnsweredIsReadFromItsKey() {
        List<String> options = List.of("甲", "乙", "丙");
        assertThat(WrittenKeys.of("s", options, "B").form()).isEqualTo(new AnswerForm(Kind.SINGLE, 3));
        assertThat(WrittenKeys.of("s", options, "乙").propose("B")).contains(Verdict.RIGHT);
        assertThat(WrittenKeys.of("s", options, "AC").form()).isEqualTo(new AnswerForm(Kind.MULTIPLE, 3));
        assertThat(WrittenKeys.of("s", options, "C > A→B").propose("CAB")).contains(Verdict.RIGHT);
        assertThat(WrittenKeys.of("a____b____", List.of(), "1 / 2").form()).isEqualTo(new AnswerForm(Kind.BLANKS, 2));
        assertThat(WrittenKeys.of("a____b____", List.of(), "1").propose("1\n2")).isEmpty();
        assertThat(WrittenKeys.of("s", List.of(), "2021年").form()).isEqualTo(AnswerForm.TEXT);
    }

    private static Read no(SeatRefusal refusal) {
        return new Read.Refused(refusal);
    }
}
