package org.leitai.finals.rules.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.leitai.finals.rules.Everything;
import org.leitai.finals.rules.MatchRules;
import org.leitai.finals.rules.MatchRulesFault;
import org.leitai.finals.rules.SegmentKind;
import org.leitai.finals.rules.WhoAnswers;
import org.leitai.kernel.Points;

class RulesFieldsTest {

    @Nested
    class NothingIsLost {

        @TestFactory
        Stream<DynamicTest> ofAPresetThatIsOpenedInTheFormAndSaved() {
            return Everything.presets().entrySet().stream()
                    .map(set -> DynamicTest.dynamicTest(set.getKey(), () -> survives(Everything.read(set.getValue()))));
        }

        @Test
        void ofRulesThatUseEverything() {
            survives(Everything.all());
        }

        @TestFactory
        Stream<DynamicTest> ofAStarterOfAnyKind() {
            return Stream.of(SegmentKind.values())
                    .map(kind -> DynamicTest.dynamicTest(
                            kind.name(),
                            () -> survives(RulesFields.typed(Map.of("title", "t"))
                                    .add(kind, "x")
                                    .read()
                                    .rules())));
        }

        /** Not only the fields come back the same, the layout also offers every one of them. */
        private void survives(MatchRules rules) {
            RulesFields fields = RulesFields.of(rules);
            RulesReading back = RulesFields.typed(posted(fields)).read();
            assertThat(back.faults()).isEmpty();
            assertThat(back.rules()).isEqualTo(rules);
        }
    }

    /** What a browser would post of the form as it is laid out. */
    static Map<String, String> posted(RulesFields fields) {
        var posted = new LinkedHashMap<String, String>();
        Stream.concat(
                        FormLayout.match(fields).stream(),
                        Stream.iterate(1, i -> i <= fields.segments().size(), i -> i + 1)
                                .flatMap(i -> FormLayout.segment(fields, i).stream()))
                .flatMap(group -> Stream.concat(
                        group.fields().stream(), group.rows().stream().flatMap(List::stream)))
                .filter(field -> !field.name().isEmpty())
                .forEach(field -> assertThat(posted.put(field.name(), field.value()))
                        .as(field.name())
                        .isNull());
        return posted;
    }

    @Nested
    class Faults {

        @Test
        void standBesideTheirFieldsAllOfThem() {
            RulesFields fields = typed(Map.of(
                    "title", "",
                    "teams", "many",
                    "startScore", "1.234",
                    "segments[1].title", "a",
                    "segments[1].kind", "buzzer",
                    "segments[1].points.right", "-1",
                    "segments[1].points.wrong", "5",
                    "segments[1].players", "one",
                    "segments[2].title", "b",
                    "segments[2].kind", "speed"));
            assertThat(fields.read().faults())
                    .extracting(MatchRulesFault::field)
                    .containsExactlyInAnyOrder(
                            "title",
                            "teams",
                            "startScore",
                            "segments[1].points.right",
                            "segments[1].points.wrong",
                            "segments[1].players",
                            "segments[2].seconds.set");
        }

        @Test
        void keepWhatWasTyped() {
            RulesFields fields = typed(Map.of("teams", " many ", "segments[7].title", "a", "segments[7].kind", "risk"));
            assertThat(fields.match()).containsEntry("teams", "many");
            assertThat(posted(fields)).containsEntry("teams", "many").containsEntry("segments[1].title", "a");
        }

        @Test
        void ofAKindThatThereIsNot() {
            assertThat(typed(Map.of("title", "t", "segments[1].title", "a", "segments[1].kind", "no-such"))
                            .read()
                            .faults())
                    .singleElement()
                    .extracting(MatchRulesFault::field)
                    .isEqualTo("segments[1].kind");
        }

        @Test
        void nothingAtAllIsNoAccident() {
            assertThat(typed(Map.of()).read().faults())
                    .extracting(MatchRulesFault::field)
                    .containsExactlyInAnyOrder("title", "segments");
        }
    }

    @Nested
    class Segments {

        private final RulesFields three = RulesFields.typed(Map.of("title", "t"))
                .add(SegmentKind.REQUIRED, "a")
                .add(SegmentKind.BUZZER, "b")
                .add(SegmentKind.RISK, "c");

        @Test
        void areMovedCopiedAndRemoved() {
            assertThat(titles(three.move(3, -1))).containsExactly("a", "c", "b");
            assertThat(titles(three.move(1, 1))).containsExactly("b", "a", "c");
            assertThat(titles(three.copy(2))).containsExactly("a", "b", "b", "c");
            assertThat(titles(three.remove(1))).containsExactly("b", "c");
        }

        @Test
        void stayWhereTheyAreAtTheEndsAndBeyond() {
            for (RulesFields same :
                    List.of(three.move(1, -1), three.move(3, 1), three.move(9, 1), three.remove(0), three.copy(4))) {
                assertThat(same).isEqualTo(three);
            }
        }

        @Test
        void aCopyHasNoCode() {
            RulesFields all = RulesFields.of(Everything.all());
            assertThat(all.copy(1).read().faults()).isEmpty();
        }

        @Test
        void anotherKindBringsItsUsualFieldsAndTakesWhatDoesNotFit() {
            var form = new HashMap<>(posted(three));
            form.put("segments[2].kind", "slate");
            MatchRules rules = RulesFields.typed(form).read().rules();
            assertThat(rules.segments().get(1).kind()).isEqualTo(SegmentKind.SLATE);
            assertThat(rules.segments().get(1).buzz()).isNull();
            assertThat(rules.segments().get(1).who()).isEqualTo(WhoAnswers.ALL_TEAMS);
            assertThat(RulesFields.typed(form).read().faults()).isEmpty();
        }

        @Test
        void everyKindMayBecomeEveryOther() {
            for (SegmentKind from : SegmentKind.values()) {
                for (SegmentKind to : SegmentKind.values()) {
                    var form = new HashMap<>(
                            posted(RulesFields.typed(Map.of("title", "t")).add(from, "x")));
                    form.put("segments[1].kind", RulesWriting.name(to));
                    assertThat(RulesFields.typed(form).read().faults())
                            .as("%s → %s", from, to)
                            .isEmpty();
                }
            }
        }

        private List<String> titles(RulesFields fields) {
            return fields.segments().stream().map(one -> one.get("title")).toList();
        }
    }

    @Nested
    class Rows {

        @Test
        void emptyOnesAreNotThere() {
            MatchRules rules = typed(Map.of(
                            "title", "t",
                            "segments[1].title", "a",
                            "segments[1].kind", "risk",
                            "segments[1].risk[2].value", "20",
                            "segments[1].risk[5].value", "50",
                            "segments[1].risk[5].wrong", "-5"))
                    .read()
                    .rules();
            assertThat(rules.segments().getFirst().risk())
                    .extracting(value -> value.value().plus(value.wrong()))
                    .containsExactly(Points.ZERO, Points.of(45));
        }

        @Test
        void helpsGetCodesThatNoOtherHas() {
            MatchRules rules = typed(Map.of(
                            "title", "t",
                            "lifelines[1].title", "求助全场",
                            "lifelines[2].title", "第二次",
                            "lifelines[2].code", "help-1",
                            "segments[1].title", "a",
                            "segments[1].kind", "required",
                            "segments[1].lifelines[1].title", "问队友"))
                    .read()
                    .rules();
            var codes = new HashSet<String>();
            rules.lifelines().forEach(one -> codes.add(one.code()));
            rules.segments().getFirst().lifelines().forEach(one -> codes.add(one.code()));
            assertThat(codes).hasSize(3).contains("help-1").doesNotContainNull();
        }
    }

    private static RulesFields typed(Map<String, String> form) {
        return RulesFields.typed(form);
    }
}
