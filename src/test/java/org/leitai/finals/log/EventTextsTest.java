package org.leitai.finals.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.leitai.finals.match.ClockKind;
import org.leitai.finals.match.MatchEvent;
import org.leitai.finals.match.Stage;
import org.leitai.finals.rules.Figures;
import org.leitai.kernel.Points;
import org.leitai.web.Texts;

/** Every event can be told in both languages, whatever optional parts it has. */
class EventTextsTest {

    private final Stage stage = new Stage(RandomPlay.rules("finals/log/buzzer.yaml"), 3);

    @TestFactory
    Stream<DynamicTest> everyEventHasWords() {
        return Arrays.stream(MatchEvent.class.getPermittedSubclasses()).flatMap(type -> Stream.of(0, 1, 2, 3)
                .map(variant ->
                        DynamicTest.dynamicTest(type.getSimpleName() + " " + variant, () -> check(type, variant))));
    }

    private void check(Class<?> type, int variant) {
        MatchEvent event = sample(type, variant);
        for (Locale locale : List.of(Texts.CHINESE, Locale.ENGLISH)) {
            assertThat(new EventTexts(new Texts(), locale, stage.state).of(event))
                    .isNotBlank()
                    .doesNotContain("null", "{", "}");
        }
        assertThat(new EventTexts(new Texts(), Texts.CHINESE, stage.state).of(event))
                .containsPattern("\\p{IsHan}");
        assertThat(new EventTexts(new Texts(), Locale.ENGLISH, stage.state).of(event))
                .doesNotContainPattern("[\\p{IsHan}&&[^抢答]]");
    }

    private static MatchEvent sample(Class<?> type, int variant) {
        int size = type.getRecordComponents().length;
        Constructor<?> constructor = Arrays.stream(type.getDeclaredConstructors())
                .filter(one -> one.getParameterCount() == size)
                .findFirst()
                .orElseThrow();
        Object[] values = Arrays.stream(type.getRecordComponents())
                .map(component -> value(component, variant))
                .toArray();
        try {
            return (MatchEvent) constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(type.getSimpleName(), e);
        }
    }

    /** Optional parts are left out in the odd variants; numbers are such that they name a team, a player, a segment. */
    private static Object value(RecordComponent component, int variant) {
        Class<?> type = component.getType();
        boolean bare = variant % 2 == 1;
        if (type == int.class || type == long.class) {
            int number = component.getName().equals("segment") ? 0 : 1;
            return type == int.class ? (Object) number : (Object) (long) number;
        }
        if (type == boolean.class) {
            return variant > 1;
        }
        if (type.isEnum() && type != ClockKind.class) {
            return type.getEnumConstants()[variant % type.getEnumConstants().length];
        }
        if (type == Points.class) {
            boolean optional = component.getName().equals("value")
                    && component.getDeclaringRecord() == MatchEvent.QuestionShown.class;
            return bare && optional ? null : Points.of(variant - 1);
        }
        if (type == String.class) {
            boolean needed = !List.of("reason", "despite", "ref").contains(component.getName());
            return bare && !needed ? null : "text";
        }
        if (bare && type != List.class && type != Map.class) {
            return null;
        }
        return type == Integer.class
                ? (Object) 1
                : type == Long.class
                        ? (Object) 1L
                        : type == List.class
                                ? component.getName().equals("by") ? List.of("a", "b") : List.of(1, 2)
                                : type == Map.class ? Map.of() : type == Figures.class ? Figures.NONE : ClockKind.THINK;
    }
}
