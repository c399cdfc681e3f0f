package org.leitai.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.UniqueElements;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "张小三, 张*三",
        "欧阳修, 欧*修",
        "欧阳小修, 欧*修",
        "张, *",
        "阿不都·热依木, 阿*木",
        "John Smith, J*h",
        "O'Neil, O*l",
        "张 三, 张*",
        "𠮷田一, 𠮷*一",
        "👩🏽明亮, 👩🏽*亮",
        "'<script>alert(1)</script>', <*>",
        "张·, *",
        "···, *",
    })
    void nameKeepsFirstAndLastLetter(String name, String masked) {
        assertThat(Masking.name(name)).isEqualTo(masked);
    }

    @Test
    void nameWithoutLettersHidesAltogether() {
        assertThat(Masking.name(null)).isEqualTo("*");
        assertThat(Masking.name("")).isEqualTo("*");
        assertThat(Masking.name("\u200B\u202E \t")).isEqualTo("*");
    }

    /** LB12 */
    @Test
    void invisibleAndTurningCharactersLeaveNoTrace() {
        assertThat(Masking.name("\u202E张\u200B小\u2066三\u200F")).isEqualTo("张*三");
        assertThat(Masking.name("张\u0000小\u001B三\uFEFF")).isEqualTo("张*三");
        assertThat(Masking.name("张" + "小".repeat(200) + "三")).isEqualTo("张*三");
        assertThat(Masking.name("张小三" + "\u0301".repeat(100))).hasSizeLessThanOrEqualTo(5);
    }

    @Property
    void ofAnyNameOnlyTheEndsRemain(@ForAll("names") @UniqueElements List<String> letters) {
        String masked = Masking.name(String.join("", letters));
        String inner = String.join("", letters.subList(1, letters.size() - 1));
        assertThat(masked.codePoints().filter(point -> inner.indexOf(point) >= 0))
                .isEmpty();
        assertThat(masked).isEqualTo(letters.getFirst() + "*" + letters.getLast());
    }

    @Property(tries = 3000)
    void whateverIsTypedTheResultIsShortAndVisible(@ForAll String typed) {
        String masked = Masking.name(typed);
        assertThat(masked).contains("*").doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Z}]");
        assertThat(masked.codePoints().filter(point -> point != '*').count()).isLessThanOrEqualTo(40);
    }

    @Provide
    Arbitrary<List<String>> names() {
        String letters = "张王李赵陈欧阳修诸葛亮小明ABCdefé𠮷木热依";
        List<String> each =
                letters.codePoints().mapToObj(Character::toString).distinct().collect(Collectors.toList());
        return Arbitraries.of(each).list().ofMinSize(3).ofMaxSize(12);
    }

    @ParameterizedTest
    @CsvSource({"13812341234, 138****1234", "1381234, ****", "+8613812341234, ****", "'', ****", "１３８１２３４１２３４, ****"})
    void phoneKeepsThreeAndFourDigits(String phone, String masked) {
        assertThat(Masking.phone(phone)).isEqualTo(masked);
    }

    @Test
    void personShowsTheFullNameOnlyWithConsent() {
        assertThat(person(false).boardName()).isEqualTo("张*三");
        assertThat(person(true).boardName()).isEqualTo("张小三");
        assertThat(person(true).maskedPhone()).isEqualTo("138****1234");
    }

    @Test
    void personAsTextTellsNothingPersonal() {
        assertThat(person(true)).hasToString("Person[7]");
    }

    private static Person person(boolean consent) {
        return new Person(
                new org.leitai.kernel.PersonId(7), "张小三", "13812341234", new org.leitai.kernel.UnitId(1), consent);
    }
}
