package org.leitai.marking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.leitai.bank.Form;
import org.leitai.kernel.Points;
import org.leitai.marking.Mark.Verdict;

class MarkerTest {

    private static final Map<String, PartialCredit> POLICIES = Map.of(
            "all-or-nothing", new PartialCredit.AllOrNothing(),
            "half", new PartialCredit.Half(),
            "proportional", new PartialCredit.Proportional(),
            "right-minus-wrong", new PartialCredit.RightMinusWrong());

    /** Worth 10 points; A, B and C of A to E are right. */
    private static final Form.Slot THREE_OF_FIVE = Slots.choice(Points.of(10), 5, List.of(0, 1, 2));

    @ParameterizedTest
    @CsvSource({
        // policy, answer, points, verdict
        "all-or-nothing, ABC, 10, RIGHT", "all-or-nothing, AB, 0, WRONG", "all-or-nothing, ABCD, 0, WRONG",
        "all-or-nothing, ABCDE, 0, WRONG", "all-or-nothing, '', 0, BLANK",
        "half, ABC, 10, RIGHT", "half, AB, 5, PARTIAL", "half, A, 5, PARTIAL", "half, ABD, 0, WRONG",
        "half, ABCDE, 0, WRONG", "half, DE, 0, WRONG", "half, '', 0, BLANK",
        "proportional, ABC, 10, RIGHT", "proportional, AB, 6.66, PARTIAL", "proportional, C, 3.33, PARTIAL",
        "proportional, ABCD, 0, WRONG", "proportional, D, 0, WRONG", "proportional, '', 0, BLANK",
        "right-minus-wrong, ABC, 10, RIGHT", "right-minus-wrong, AB, 6.66, PARTIAL",
        "right-minus-wrong, ABCD, 6.66, PARTIAL", "right-minus-wrong, AD, 0, WRONG",
        "right-minus-wrong, ADE, 0, WRONG", "right-minus-wrong, ABCDE, 3.33, PARTIAL", "right-minus-wrong, '', 0, BLANK"
    })
    void multipleChoiceEarnsWhatThePolicyGives(String policy, String answer, String points, Verdict verdict) {
        assertThat(mark(policy, THREE_OF_FIVE, answer)).isEqualTo(new Mark(Points.parse(points), verdict));
    }

    @ParameterizedTest
    @CsvSource({
        "all-or-nothing, 0, WRONG", "half, 5, PARTIAL", "proportional, 5, PARTIAL", "right-minus-wrong, 5, PARTIAL"
    })
    void aWrongTextInOneBlankDoesNotSpoilAnother(String policy, String points, Verdict verdict) {
        Form.Slot slot = Slots.blanks(Points.of(10), List.of("甲"), List.of("乙"));
        assertThat(mark(policy, slot, "甲\n丙")).isEqualTo(new Mark(Points.parse(points), verdict));
        assertThat(mark(policy, slot, "甲\n")).isEqualTo(new Mark(Points.parse(points), verdict));
        assertThat(mark(policy, slot, "甲\n乙")).isEqualTo(new Mark(Points.of(10), Verdict.RIGHT));
        assertThat(mark(policy, slot, "乙\n甲")).isEqualTo(new Mark(Points.ZERO, Verdict.WRONG));
    }

    @Nested
    class AChoiceWithOneRightOption {

        @Test
        void isRightOrWrongWhateverThePolicy() {
            Form.Slot slot = Slots.choice(Points.of(10), 4, List.of(2));
            POLICIES.keySet().forEach(policy -> {
                assertThat(mark(policy, slot, "C")).isEqualTo(new Mark(Points.of(10), Verdict.RIGHT));
                assertThat(mark(policy, slot, "B")).isEqualTo(new Mark(Points.ZERO, Verdict.WRONG));
            });
        }

        @Test
        void isMarkedByTheOrderInWhichItWasDisplayed() {
            // Displayed: A is option 3, B is option 2, C is option 0, D is option 1.
            Form.Slot slot = Slots.choice(Points.of(10), 4, List.of(2), 3, 2, 0, 1);
            assertThat(mark("half", slot, "B").verdict()).isEqualTo(Verdict.RIGHT);
            assertThat(mark("half", slot, "C").verdict()).isEqualTo(Verdict.WRONG);
        }
    }

    @Test
    void trueFalseIsMarkedByItsKey() {
        assertThat(mark("half", Slots.truth(Points.of(3), true), "T")).isEqualTo(new Mark(Points.of(3), Verdict.RIGHT));
        assertThat(mark("half", Slots.truth(Points.of(3), false), "T")).isEqualTo(new Mark(Points.ZERO, Verdict.WRONG));
        assertThat(mark("half", Slots.truth(Points.of(3), false), "F")).isEqualTo(new Mark(Points.of(3), Verdict.RIGHT));
    }

    @Test
    void aSlotWithoutAnAnswerIsBlank() {
        var form = new Form(List.of(THREE_OF_FIVE));
        assertThat(new Marker(new PartialCredit.Half()).mark(form, Map.of()))
                .containsExactly(new Mark(Points.ZERO, Verdict.BLANK));
    }

    @Provide
    Arbitrary<PartialCredit> policies() {
        return Arbitraries.of(POLICIES.values());
    }

    @Property
    void aMarkLiesBetweenNothingAndFullAndOnlyTheKeyEarnsFull(
            @ForAll("policies") PartialCredit policy,
            @ForAll @LongRange(min = 2, max = 1_000_000) long hundredths,
            @ForAll @NotEmpty Set<@IntRange(min = 0, max = 7) Integer> right,
            @ForAll @NotEmpty Set<@IntRange(min = 0, max = 7) Integer> chosen) {
        Points full = new Points(hundredths);
        Form.Slot slot = Slots.choice(full, 8, List.copyOf(right));
        Mark mark = new Marker(policy).mark(slot, new Answer(letters(new TreeSet<>(chosen))));
        assertThat(mark.points()).isBetween(Points.ZERO, full);
        assertThat(mark.verdict() == Verdict.RIGHT).isEqualTo(right.equals(chosen));
        assertThat(mark.points().equals(full)).isEqualTo(right.equals(chosen));
        assertThat(mark.points().equals(Points.ZERO)).isEqualTo(mark.verdict() == Verdict.WRONG);
    }

    @Property
    void moreRightOptionsNeverEarnLess(
            @ForAll("policies") PartialCredit policy,
            @ForAll @LongRange(min = 1, max = 1_000_000) long hundredths,
            @ForAll @IntRange(min = 2, max = 9) int total,
            @ForAll @IntRange(min = 0, max = 8) int right,
            @ForAll @IntRange(min = 0, max = 9) int wrong) {
        Points full = new Points(hundredths);
        int fewer = Math.min(right, total - 1);
        assertThat(policy.credit(full, fewer, wrong, total))
                .isLessThanOrEqualTo(policy.credit(full, fewer + 1, wrong, total));
        assertThat(policy.credit(full, fewer, wrong + 1, total))
                .isLessThanOrEqualTo(policy.credit(full, fewer, wrong, total));
    }

    private static String letters(TreeSet<Integer> options) {
        return options.stream().map(option -> Character.toString('A' + option)).collect(Collectors.joining());
    }

    private static Mark mark(String policy, Form.Slot slot, String answer) {
        return new Marker(POLICIES.get(policy)).mark(slot, new Answer(answer));
    }
}
