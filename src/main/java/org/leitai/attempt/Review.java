package org.leitai.attempt;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.leitai.bank.AnswerKey;
import org.leitai.bank.Form;
import org.leitai.bank.ItemVersion;
import org.leitai.bank.Source;
import org.leitai.contest.Pool;
import org.leitai.marking.Answer;
import org.leitai.marking.Mark;
import org.leitai.marking.Marker;
import org.leitai.marking.SlotShape;

/**
 * A finished attempt, question by question, with keys and explanations 答案解析. Only for the person's own page, and only after the
 * rule sheet has revealed it.
 */
record Review(List<ResultView.Slot> slots, int right) {

    static Review of(Pool pool, FinishedAttempt attempt, List<AttemptStore.Current> answers) {
        Form form = pool.draw(attempt.seed());
        Map<Integer, Answer> bySlot = new HashMap<>();
        answers.forEach(current -> bySlot.put(current.slot(), new Answer(current.answer())));
        List<Mark> marks = new Marker(pool.sheet().partialCredit()).mark(form, bySlot);
        List<ResultView.Slot> slots = form.slots().stream()
                .map(slot -> slot(slot, bySlot.getOrDefault(slot.number(), Answer.BLANK), marks.get(slot.number() - 1)))
                .toList();
        int right = (int) marks.stream()
                .filter(mark -> mark.verdict() == Mark.Verdict.RIGHT)
                .count();
        return new Review(slots, right);
    }

    private static ResultView.Slot slot(Form.Slot slot, Answer answer, Mark mark) {
        ItemVersion item = slot.item();
        return new ResultView.Slot(
                slot.number(),
                item.type().code(),
                item.stem(),
                options(slot, answer),
                item.key() instanceof AnswerKey.Blanks ? answer.parts(SlotShape.of(slot)) : List.of(),
                item.key() instanceof AnswerKey.Blanks(var accepted)
                        ? accepted.stream().map(List::getFirst).toList()
                        : List.of(),
                mark.verdict().name().toLowerCase(Locale.ROOT),
                mark.points().toString(),
                slot.points().toString(),
                item.explanation(),
                source(item.source()));
    }

    private static List<ResultView.Option> options(Form.Slot slot, Answer answer) {
        return switch (slot.item().key()) {
            case AnswerKey.Blanks blanks -> List.of();
            case AnswerKey.Truth truth ->
                List.of(truth("T", truth.value(), answer), truth("F", !truth.value(), answer));
            case AnswerKey.Choice choice ->
                IntStream.range(0, slot.optionOrder().size())
                        .mapToObj(position -> option(slot, choice, position, answer))
                        .toList();
        };
    }

    private static ResultView.Option truth(String letter, boolean right, Answer answer) {
        return new ResultView.Option(letter, "", answer.canonical().equals(letter), right);
    }

    private static ResultView.Option option(Form.Slot slot, AnswerKey.Choice key, int position, Answer answer) {
        String letter = Character.toString('A' + position);
        int option = slot.optionOrder().get(position);
        return new ResultView.Option(
                letter,
                slot.item().options().get(option),
                answer.canonical().contains(letter),
                key.right().contains(option));
    }

    private static String source(Source source) {
        return source == null
                ? null
                : Stream.of(source.document(), source.article(), source.date())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" · "));
    }
}
