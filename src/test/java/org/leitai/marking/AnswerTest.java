package org.leitai.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.leitai.bank.ItemType;

class AnswerTest {

    private static final SlotShape SINGLE = new SlotShape(ItemType.SINGLE, 4);
    private static final SlotShape MULTIPLE = new SlotShape(ItemType.MULTIPLE, 5);
    private static final SlotShape TRUE_FALSE = new SlotShape(ItemType.TRUE_FALSE, 2);
    private static final SlotShape ONE_BLANK = new SlotShape(ItemType.FILL_IN, 1);
    private static final SlotShape TWO_BLANKS = new SlotShape(ItemType.FILL_IN, 2);

    static Stream<Arguments> canonicalForms() {
        return Stream.of(
                Arguments.of(SINGLE, List.of("A"), "A"),
                Arguments.of(SINGLE, List.of("D"), "D"),
                Arguments.of(SINGLE, List.of(), ""),
                Arguments.of(MULTIPLE, List.of("D", "B"), "BD"),
                Arguments.of(MULTIPLE, List.of("E", "D", "C", "B", "A"), "ABCDE"),
                Arguments.of(MULTIPLE, List.of("C"), "C"),
                Arguments.of(MULTIPLE, List.of(), ""),
                Arguments.of(TRUE_FALSE, List.of("T"), "T"),
                Arguments.of(TRUE_FALSE, List.of("F"), "F"),
                Arguments.of(TRUE_FALSE, List.of(), ""),
                Arguments.of(ONE_BLANK, List.of(" 工会 "), "工会"),
                Arguments.of(ONE_BLANK, List.of("  "), ""),
                Arguments.of(TWO_BLANKS, List.of("甲", ""), "甲\n"),
                Arguments.of(TWO_BLANKS, List.of("", "乙"), "\n乙"),
                Arguments.of(TWO_BLANKS, List.of("甲\n乙", "丙\u0000丁"), "甲 乙\n丙 丁"),
                Arguments.of(ONE_BLANK, List.of("a\u202Eb\u200Bc"), "a b c"));
    }

    @ParameterizedTest
    @MethodSource("canonicalForms")
    @DisplayName("AN9 what was answered has one canonical form")
    void whatWasAnsweredHasOneCanonicalForm(SlotShape shape, List<String> given, String canonical) {
        assertThat(Answer.read(shape, given)).contains(new Answer(canonical));
    }

    static Stream<Arguments> noAnswers() {
        return Stream.of(
                Arguments.of(SINGLE, List.of("E")),
                Arguments.of(SINGLE, List.of("A", "B")),
                Arguments.of(SINGLE, List.of("a")),
                Arguments.of(SINGLE, List.of("@")),
                Arguments.of(SINGLE, List.of("")),
                Arguments.of(SINGLE, List.of("AB")),
                Arguments.of(SINGLE, List.of("Ａ")),
                Arguments.of(SINGLE, List.of("0")),
                Arguments.of(SINGLE, List.of("-1")),
                Arguments.of(SINGLE, List.of("9223372036854775808")),
                Arguments.of(MULTIPLE, List.of("A", "A")),
                Arguments.of(MULTIPLE, List.of("A", "F")),
                Arguments.of(MULTIPLE, List.of("A", "B", "C", "D", "E", "F")),
                Arguments.of(TRUE_FALSE, List.of("true")),
                Arguments.of(TRUE_FALSE, List.of("T", "F")),
                Arguments.of(TRUE_FALSE, List.of("A")),
                Arguments.of(TRUE_FALSE, List.of("t")),
                Arguments.of(ONE_BLANK, List.of("甲", "乙")),
                Arguments.of(TWO_BLANKS, List.of("甲")),
                Arguments.of(ONE_BLANK, List.of("x".repeat(Answer.LONGEST_TEXT + 1))));
    }

    @ParameterizedTest
    @MethodSource("noAnswers")
    @DisplayName("AN8 what is no answer to such a slot is refused")
    void whatIsNoAnswerToSuchASlotIsRefused(SlotShape shape, List<String> given) {
        assertThat(Answer.read(shape, given)).isEmpty();
    }

    @Nested
    class TextOfABlank {

        @Test
        void mayBeAsLongAsTheLongestAndNoLonger() {
            assertThat(Answer.read(ONE_BLANK, List.of("字".repeat(Answer.LONGEST_TEXT)))).isPresent();
        }

        /** PostgreSQL stores something else for half a character, and the retry would not be the same answer. */
        @Test
        void losesHalfCharacters() {
            assertThat(Answer.read(ONE_BLANK, List.of("a\uD800b"))).contains(new Answer("a b"));
            assertThat(Answer.read(ONE_BLANK, List.of("𠮷"))).contains(new Answer("𠮷"));
        }

        @Property
        void isStableUnderASecondReading(@ForAll @Size(2) List<String> given) {
            Answer.read(TWO_BLANKS, given)
                    .ifPresent(answer -> assertThat(Answer.read(TWO_BLANKS, answer.parts(TWO_BLANKS)))
                            .contains(answer));
        }
    }

    @ParameterizedTest
    @MethodSource("canonicalForms")
    void thePartsOfACanonicalFormReadBackToIt(SlotShape shape, List<String> given, String canonical) {
        assertThat(Answer.read(shape, new Answer(canonical).parts(shape))).contains(new Answer(canonical));
    }
}
