package org.leitai.roster;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type into the forms, and what is read. */
class TypedTest {

    @ParameterizedTest
    @CsvSource({
        "19900001234, 19900001234",
        "１９９００００１２３４, 19900001234",
        "199 0000 1234, 19900001234",
        "199-0000-1234, 19900001234",
        "+86 199 0000 1234, 19900001234",
        "008619900001234, 19900001234",
    })
    void phoneIsReadHoweverItIsSpaced(String typed, String digits) {
        assertThat(Phone.read(typed).map(Phone::digits)).contains(digits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "12900001234", "1990000123", "199000012345", "1.99E+10", "٠١٩٩٠٠٠٠١٢٣", "19900001234;drop"})
    void anythingElseIsNoPhone(String typed) {
        assertThat(Phone.read(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "张三, 张三",
        "'  张 三 ', 张 三",
        "阿不都•热依木, 阿不都·热依木",
        "Müller-Lüdenscheidt, Müller-Lüdenscheidt",
        "John A. Smith, John A. Smith",
    })
    void nameIsNormalised(String typed, String name) {
        assertThat(PersonName.read(typed)).contains(name);
    }

    @Test
    void nameLosesWhatNobodySees() {
        assertThat(PersonName.read("\u202E张\u200B三\u0000")).contains("张三");
        assertThat(PersonName.read("Zoe\u0308")).contains("Zoë");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "张", "张3", "<script>", "张😀三", "13812341234", "a b c d e f g h i j k l m n o p q"})
    void anythingElseIsNoName(String typed) {
        assertThat(PersonName.read(typed)).isEmpty();
    }

    @Test
    void nameHasAtMostThirtyLetters() {
        assertThat(PersonName.read("张".repeat(30))).isPresent();
        assertThat(PersonName.read("张".repeat(31))).isEmpty();
        assertThat(PersonName.read(null)).isEmpty();
    }

    @Property
    void personalCodeIsReadBackFromItsGroups(@ForAll int ignored) {
        PersonalCode code = PersonalCode.random();
        assertThat(PersonalCode.read(" " + code.grouped().toLowerCase(java.util.Locale.ROOT)))
                .contains(code);
        assertThat(code.value()).hasSize(8).matches("[2-9A-HJKMNP-Z]+");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/c/demo", "/c/demo/r/1/board?by=units&page=2", "/c/demo/r/1/answer"})
    void pagesOfContestsMayBeReturnedTo(String wish) {
        assertThat(ReturnPath.of(wish).path()).isEqualTo(wish);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/c/",
                "/staff",
                "https://evil.example/c/demo",
                "//evil.example/c/demo",
                "/c//evil.example",
                "/c/\\evil.example",
                "/c/../staff",
                "/c/%2e%2e/staff",
                "/c/demo\r\nSet-Cookie:x=y",
                "javascript:alert(1)//c/demo",
                " /c/demo",
            })
    void nothingElseMayBeReturnedTo(String wish) {
        assertThat(ReturnPath.of(wish)).isEqualTo(ReturnPath.START);
    }
}
